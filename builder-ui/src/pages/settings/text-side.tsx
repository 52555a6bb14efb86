import { ActionIcon, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconBold, IconItalic } from '@tabler/icons-react';
import { useRef } from 'react';
import { useWords } from '../../words.tsx';
import { formsOf, sameEntry, withForm, type BotText, type Entry, type Form, type Side } from './texts-of-page.ts';
import { TextPreview } from './text-preview.tsx';

/** A text in one language: its fields, what can be put in, and how a client sees it. */
export function TextSide({
  text,
  side,
  entry,
  problem,
  onChange,
}: {
  text: BotText;
  side: Side;
  entry: Entry;
  problem: { form: string | undefined; words: string } | undefined;
  onChange: (entry: Entry) => void;
}) {
  const { t, pick } = useWords();
  const fields = useRef(new Map<string, HTMLTextAreaElement>());
  const last = useRef<Form | undefined>(formsOf(entry)[0]?.[0]);
  const formatted = text.kind === 'message' || text.kind === 'line';
  const oneLine = text.kind === 'button' || text.kind === 'word';

  /** Puts something around what is chosen in the field that was used last, and leaves the cursor there. */
  function put(before: string, after = '') {
    const form = last.current;
    const field = fields.current.get(form ?? '');
    const said = formsOf(entry).find(([one]) => one === form)?.[1] ?? '';
    const from = field?.selectionStart ?? said.length;
    const to = field?.selectionEnd ?? said.length;
    const chosen = said.slice(from, to);
    onChange(withForm(entry, form, `${said.slice(0, from)}${before}${chosen}${after}${said.slice(to)}`));
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + before.length, from + before.length + (after ? chosen.length : 0));
    });
  }

  return (
    <div className="text-side">
      {formsOf(entry).map(([form, said]) => (
        <Textarea
          key={form ?? ''}
          ref={(field) => {
            if (field) fields.current.set(form ?? '', field);
          }}
          label={
            form === undefined
              ? t(`web.texts.${side}`)
              : `${t(`web.texts.${side}`)}: ${t(side === 'en' && (form === 'one' || form === 'other') ? `web.texts.form_${form}_en` : `web.texts.form_${form}`)}`
          }
          lang={side}
          autosize
          minRows={oneLine ? 1 : 3}
          maxRows={14}
          value={said}
          error={problem && (problem.form === undefined || problem.form === form) ? problem.words : undefined}
          onFocus={() => (last.current = form)}
          onChange={(event) => onChange(withForm(entry, form, event.currentTarget.value))}
        />
      ))}
      <div className="text-chips">
        {text.variables.length > 0 && <span className="xs t3">{t('web.texts.variables')}</span>}
        {text.variables.map((variable) => (
          <button
            key={variable.name}
            type="button"
            className="text-chip"
            aria-label={t('web.texts.insert', { title: pick(variable.title) })}
            onClick={() => put(`{${variable.name}}`)}
          >
            {pick(variable.title)}
          </button>
        ))}
        <span className="sp" />
        {formatted && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('web.texts.bold')}
              onClick={() => put('<b>', '</b>')}
            >
              <IconBold size={17} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('web.texts.italic')}
              onClick={() => put('<i>', '</i>')}
            >
              <IconItalic size={17} />
            </ActionIcon>
          </>
        )}
      </div>
      <TextPreview text={text} side={side} entry={entry} />
      {!sameEntry(entry, text[side].default) && (
        <div className="col g4">
          <span className="xs t3">{t('web.texts.default')}</span>
          <span className="s t2" lang={side} style={{ whiteSpace: 'pre-wrap' }}>
            {formsOf(text[side].default)
              .map(([, said]) => said)
              .join(' / ')}
          </span>
          <div>
            <button type="button" className="text-chip" onClick={() => onChange(text[side].default)}>
              <IconArrowBackUp size={14} aria-hidden="true" style={{ verticalAlign: '-2px', marginRight: 4 }} />
              {t('web.texts.reset')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
