import { Button, Switch } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, taken } from '../../api.ts';
import { Failure } from '../../components/failure.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useWords } from '../../words.tsx';
import { TextEditor } from './text-editor.tsx';
import { formsOf, isChanged, saidIn, speaksOf, type BotText } from './texts-of-page.ts';

/** The messages of the bot, by what they are about; one opens in its place. */
export function TextsSection() {
  const { t } = useWords();
  const query = useQuery({ queryKey: ['texts'], queryFn: () => taken(api.GET('/api/texts')) });
  const [params, setParams] = useSearchParams();
  const [wanted, setWanted] = useState('');
  const [onlyChanged, setOnlyChanged] = useState(false);
  if (query.isPending) return <Waiting rows={8} height={44} />;
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  const { texts } = query.data;
  const open = params.get('text');
  const turn = (key: string | null) =>
    setParams(
      (before) => {
        if (key === null) before.delete('text');
        else before.set('text', key);
        return before;
      },
      { replace: true },
    );
  // What is open stays in sight, whatever is looked for.
  const found = texts.filter(
    (text) => text.key === open || (speaksOf(text, wanted) && (!onlyChanged || isChanged(text))),
  );
  const groups = [...new Set(found.map((text) => text.group))];
  const changed = texts.filter(isChanged).length;
  return (
    <>
      <header>
        <h2>{t('web.texts.title')}</h2>
        <p className="s t2">{t('web.texts.lead')}</p>
      </header>
      <div className="texts-tools">
        <SearchField value={wanted} onChange={setWanted} label={t('web.texts.search')} width={280} />
        <Switch
          label={t('web.texts.only_changed')}
          checked={onlyChanged}
          onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
        />
        {changed > 0 && <span className="s t3">{t('web.texts.changed_count', { count: changed })}</span>}
      </div>
      {found.length === 0 && (
        <div className="empty">
          <IconPencil size={36} stroke={1.5} aria-hidden="true" />
          <p>{t(onlyChanged && wanted === '' ? 'web.texts.none_changed' : 'web.texts.none')}</p>
          {onlyChanged && (
            <Button variant="default" onClick={() => setOnlyChanged(false)}>
              {t('web.texts.show_all')}
            </Button>
          )}
        </div>
      )}
      {groups.map((group) => (
        <section key={group} className="card texts-group" aria-labelledby={`texts-${group}`}>
          <h3 id={`texts-${group}`}>{t(`web.texts.group_${group}`)}</h3>
          <ul>
            {found
              .filter((text) => text.group === group)
              .map((text) => (
                <li key={text.key}>
                  <TextRow
                    text={text}
                    open={open === text.key}
                    onTurn={() => turn(open === text.key ? null : text.key)}
                  />
                  {open === text.key && <TextEditor text={text} onClose={() => turn(null)} />}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function TextRow({ text, open, onTurn }: { text: BotText; open: boolean; onTurn: () => void }) {
  const { t, language, pick } = useWords();
  const said = formsOf(saidIn(text, language))
    .map(([, one]) => one.replaceAll(/<[^<>]*>/g, '').replaceAll(/\s+/g, ' '))
    .join(' / ');
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <button type="button" className="plain text-row" aria-expanded={open} onClick={onTurn}>
      <span className="xs t3 text-kind">{t(`web.texts.kind_${text.kind}`)}</span>
      <span className="cut text-said">
        {said.split(/(\{\w+\})/).map((part, index) => {
          const variable = text.variables.find((one) => part === `{${one.name}}`);
          return variable ? (
            <span key={index} className="var">
              {pick(variable.title).toLowerCase()}
            </span>
          ) : (
            part
          );
        })}
      </span>
      {isChanged(text) ? <span className="bdg info">{t('web.texts.changed')}</span> : <span />}
      <Chevron size={18} aria-hidden="true" />
    </button>
  );
}
