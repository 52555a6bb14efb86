import { Autocomplete, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import type { ValueKind } from '#automation/event-fields.ts';
import type { Variable } from '#automation/variables.ts';
import { useWords } from '../words.tsx';
import * as edit from './condition-edit.ts';
import { DurationInput } from './duration-input.tsx';
import { momentOf, momentParts, numberOf, numberText } from './field-values.ts';
import { capital, useForm } from './form-context.tsx';
import { floating, ParsedInput } from './parsed-input.tsx';
import { MoneyInput } from './simple-fields.tsx';

type Props = {
  row: edit.Row;
  kind: ValueKind | undefined;
  variable: Variable | undefined;
  tags: readonly string[];
  readOnly: boolean;
  error: boolean;
  onChange(value: edit.Row['value']): void;
};

/** What a field is compared with, written as its kind and the comparison want it. */
export function ConditionValueInput(props: Props) {
  const { row, kind } = props;
  switch (edit.valueKindOf(row.is)) {
    case 'several':
      return <Several {...props} />;
    case 'duration':
      return <Ago {...props} />;
    case 'moment':
      return <Day {...props} />;
    default:
      return <One {...props} kind={kind} />;
  }
}

function useShared({ readOnly, error }: Props) {
  const { t } = useWords();
  return { 'aria-label': t('web.forms.condition.value'), readOnly, error };
}

function One(props: Props) {
  const { row, kind, variable, tags, onChange } = props;
  const { t, language, pick } = useWords();
  const shared = useShared(props);
  const text = row.value === undefined ? '' : String(row.value);
  if (kind === 'money')
    return <MoneyInput {...shared} value={typeof row.value === 'number' ? row.value : undefined} onChange={onChange} />;
  if (kind === 'number') {
    return (
      <ParsedInput<number>
        {...shared}
        inputMode="decimal"
        value={typeof row.value === 'number' ? row.value : undefined}
        show={(one) => numberText(one, language)}
        read={(one) => numberOf(one, language)}
        onChange={onChange}
      />
    );
  }
  if (kind === 'tags' || kind === 'tag') {
    return (
      <Autocomplete
        {...shared}
        data={[...tags]}
        value={text}
        maxLength={64}
        placeholder={t('web.forms.tag_placeholder')}
        comboboxProps={floating}
        onChange={(next) => onChange(next || undefined)}
      />
    );
  }
  if (variable?.choices && variable.choices.length > 0) {
    const data = variable.choices.map((one) => ({ value: one.value, label: capital(pick(one.words)) }));
    return (
      <Select
        {...shared}
        searchable={data.length > 8}
        allowDeselect={false}
        comboboxProps={floating}
        placeholder={t('web.forms.choose')}
        data={text !== '' && !data.some((one) => one.value === text) ? [...data, { value: text, label: text }] : data}
        value={text === '' ? null : text}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      value={text}
      maxLength={500}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}

/** Any of several: chosen where they are known, written where they are not. */
function Several(props: Props) {
  const { row, variable, tags, onChange } = props;
  const { t, pick } = useWords();
  const values = Array.isArray(row.value) ? [...(row.value as readonly string[])] : [];
  const shared = {
    ...useShared(props),
    className: 'f-wide',
    comboboxProps: floating,
    value: values,
    onChange: (next: string[]) => onChange(next.length > 0 ? next : undefined),
  };
  if (!variable?.choices || variable.choices.length === 0)
    return <TagsInput {...shared} data={[...tags]} maxTags={50} placeholder={t('web.forms.condition.several')} />;
  const known = variable.choices.map((one) => ({ value: one.value, label: capital(pick(one.words)) }));
  const odd = values.filter((value) => !known.some((one) => one.value === value));
  return (
    <MultiSelect
      {...shared}
      searchable={known.length > 8}
      placeholder={values.length === 0 ? t('web.forms.choose') : undefined}
      data={[...known, ...odd.map((value) => ({ value, label: value }))]}
    />
  );
}

/** So long back from the moment when it is asked. */
function Ago({ row, onChange, error }: Props) {
  const { t } = useWords();
  return (
    <div className={`f-wide ${error ? 'f-lacks' : ''}`} role="group" aria-label={t('web.forms.condition.value')}>
      <DurationInput value={row.value} onChange={(next) => onChange(next || undefined)} />
    </div>
  );
}

/** A day, or a moment of it on the wall clock of the business. */
function Day(props: Props) {
  const { row, onChange, readOnly, error } = props;
  const { t } = useWords();
  const zone = useForm().references.business.timeZone;
  const text = typeof row.value === 'string' ? row.value : '';
  const shown = /^\d{4}-\d\d-\d\d$/.test(text) ? { date: text, time: '' } : momentParts(text, zone);
  const { date = '', time = '' } = shown ?? {};
  const say = (day: string, clock: string) =>
    onChange(day === '' ? undefined : clock === '' ? day : momentOf(day, clock, zone));
  return (
    <div className="row g6 f-wide" role="group" aria-label={t('web.forms.condition.value')}>
      <TextInput
        type="date"
        className="sp"
        aria-label={t('web.forms.date')}
        readOnly={readOnly}
        error={error}
        value={date}
        onChange={(event) => say(event.currentTarget.value, time)}
      />
      <TextInput
        type="time"
        aria-label={t('web.forms.time')}
        readOnly={readOnly}
        disabled={date === ''}
        value={time}
        onChange={(event) => say(date, event.currentTarget.value)}
      />
    </div>
  );
}
