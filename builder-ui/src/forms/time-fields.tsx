import { Select, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words.tsx';
import { DurationInput } from './duration-input.tsx';
import { FieldGroup, useError, useField, type FieldProps } from './field-shell.tsx';
import { capital, useForm } from './form-context.tsx';
import { offsetOf, offsetParts, sides, type Side } from './offset-values.ts';
import { floating } from './parsed-input.tsx';
import type { TreeOf } from './tree.ts';

/** A time of day, 09:30. */
export function TimeField(props: FieldProps<TreeOf<'time'>>) {
  const { readOnly } = useForm();
  return (
    <TextInput
      {...useField(props)}
      type="time"
      className="f-time"
      readOnly={readOnly}
      value={typeof props.value === 'string' ? props.value : ''}
      onChange={(event) => props.onChange(event.currentTarget.value.slice(0, 5) || props.tree.empty)}
    />
  );
}

/** So long before or after a moment, or at it. */
export function OffsetField(props: FieldProps<TreeOf<'offset'>>) {
  const { t } = useWords();
  const { readOnly } = useForm();
  const { value, onChange } = props;
  const [said, say] = useState(() => offsetParts(value));
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value) return;
    last.current = value;
    say(offsetParts(value));
  }, [value]);
  const change = (next: typeof said) => {
    say(next);
    last.current = offsetOf(next.side, next.length);
    onChange(last.current);
  };
  return (
    <FieldGroup props={props} error={useError(props)}>
      <Select
        className="f-part"
        aria-label={t('web.forms.offset.side')}
        readOnly={readOnly}
        allowDeselect={false}
        comboboxProps={floating}
        data={sides.map((side) => ({ value: side, label: capital(t(`web.forms.offset.${side}`)) }))}
        value={said.side}
        onChange={(side) => change({ ...said, side: (side ?? said.side) as Side })}
      />
      {said.side !== 'at' && (
        <DurationInput
          value={said.length}
          label={t(`web.forms.offset.${said.side}`)}
          onChange={(length) => change({ ...said, length })}
        />
      )}
    </FieldGroup>
  );
}

/** Days of the week as toggles; none of them means any day. */
export function WeekdaysField(props: FieldProps<TreeOf<'weekdays'>>) {
  const chosen = Array.isArray(props.value) ? (props.value as number[]) : [];
  return (
    <FieldGroup props={props} error={useError(props)}>
      <WeekdayToggles chosen={chosen} onChange={props.onChange} />
    </FieldGroup>
  );
}

/** Monday is 1. */
const week = [1, 2, 3, 4, 5, 6, 7] as const;

export function WeekdayToggles({ chosen, onChange }: { chosen: readonly number[]; onChange(days: number[]): void }) {
  const { readOnly } = useForm();
  const nameOf = useWeekdayNames();
  return (
    <div className="f-days">
      {week.map((day) => {
        const on = chosen.includes(day);
        return (
          <button
            key={day}
            type="button"
            className="f-day"
            aria-pressed={on}
            aria-label={nameOf(day, 'long')}
            disabled={readOnly}
            onClick={() => onChange(week.filter((one) => (one === day ? !on : chosen.includes(one))))}
          >
            {capital(nameOf(day, 'short'))}
          </button>
        );
      })}
    </div>
  );
}

/** What a day of the week is called by itself. */
export function useWeekdayNames(): (day: number, length: 'long' | 'short') => string {
  const { language } = useWords();
  // The first of January 2024 was a Monday.
  return (day, length) =>
    new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));
}
