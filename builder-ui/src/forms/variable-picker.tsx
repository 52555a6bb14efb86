import { Popover, TextInput } from '@mantine/core';
import { IconBraces, IconSearch } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { sampleIn, type Variable } from '#automation/variables.ts';
import { useWords } from '../words.tsx';
import { alone, useForm } from './form-context.tsx';
import { floating } from './parsed-input.tsx';

/** Chooses a value to put into a text: searched, grouped, each with a sample. */
export function VariablePicker({ disabled, onPick }: { disabled: boolean; onPick(variable: Variable): void }) {
  const { t, pick } = useWords();
  const { variables } = useForm();
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const wanted = query.trim().toLowerCase();
  const found = variables.filter(
    (one) =>
      one.kind !== 'id' &&
      one.kind !== 'boolean' &&
      `${one.short.ru} ${one.short.en} ${pick(one.group.words)}`.toLowerCase().includes(wanted),
  );
  const groups = Map.groupBy(found, (one) => one.group.id);
  const choose = (one: Variable) => {
    setOpen(false);
    setQuery('');
    onPick(one);
  };
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items.at(Math.min(items.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1))))?.focus();
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={320}
      trapFocus
      returnFocus
      shadow="md"
      {...floating}
    >
      <Popover.Target>
        <button
          type="button"
          className="plain f-insert"
          disabled={disabled}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen((now) => !now)}
        >
          <IconBraces size={17} aria-hidden="true" />
          {t('web.forms.insert')}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={t('web.forms.insert_title')} onKeyDown={walk}>
        <TextInput
          data-autofocus
          type="search"
          aria-label={t('web.forms.insert_search')}
          placeholder={t('web.forms.insert_search')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key === 'Enter' && first) {
              event.preventDefault();
              choose(first);
            }
          }}
        />
        <div className="f-picker" ref={list}>
          {found.length === 0 && <p className="s t3 f-none">{t('web.forms.insert_none')}</p>}
          {[...groups.values()].map((group) => (
            <section key={group[0]!.group.id} aria-label={pick(group[0]!.group.words)}>
              <h4 className="cut">{pick(group[0]!.group.words)}</h4>
              {group.map((one) => (
                <button key={one.path} type="button" className="plain f-option-row" onClick={() => choose(one)}>
                  <span className="sp">{alone(pick(one.short))}</span>
                  {!one.surely && <span className="xs f-warn nw">{t('web.forms.maybe_empty')}</span>}
                  <SampleOf variable={one} />
                </button>
              ))}
            </section>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The sample as it would read. */
export function SampleOf({ variable }: { variable: Variable }) {
  return <span className="xs t3 cut f-sample-of">{useSampleWords(variable)}</span>;
}

export function useSampleWords(variable: Variable): string {
  const { language, money, pick } = useWords();
  const { references } = useForm();
  const sample = sampleIn(variable.sample, language);
  if (variable.kind === 'money') return money(Number(sample), references.business.currency);
  const choice = variable.choices?.find((one) => one.value === sample)?.words;
  if (choice) return pick(choice);
  return Array.isArray(sample) ? sample.join(', ') : String(sample);
}
