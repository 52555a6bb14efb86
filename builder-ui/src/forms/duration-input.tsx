import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { durationWords } from '#automation/words.ts';
import { useWords } from '../words.tsx';
import { durationOf, durationParts, units, type DurationPart, type DurationUnit } from './field-values.ts';
import { useForm } from './form-context.tsx';
import { floating } from './parsed-input.tsx';

/**
 * A duration of several parts, "2 hours 30 minutes". `value`: ISO 8601. It tells '' while a part is no number, and
 * undefined when nothing is written.
 */
export function DurationInput({
  value,
  onChange,
  label,
}: {
  value: unknown;
  onChange(value: string | undefined): void;
  /** For a screen reader, where no group around says it. */
  label?: string | undefined;
}) {
  const { t, language } = useWords();
  const { readOnly } = useForm();
  const [parts, setParts] = useState<readonly DurationPart[]>(() => durationParts(value) ?? start);
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value || (!last.current && !value)) return;
    last.current = value;
    setParts(durationParts(value) ?? start);
  }, [value]);
  const change = (next: readonly DurationPart[]) => {
    setParts(next);
    const said = durationOf(next) ?? (next.every((part) => part.amount.trim() === '') ? undefined : '');
    last.current = said;
    onChange(said);
  };
  const free = units.filter((unit) => unit !== 'month' && unit !== 'year' && !parts.some((part) => part.unit === unit));
  const wordOf = (unit: DurationUnit, amount: string) =>
    t(`web.forms.unit_${unit}`, { count: Number(amount.replace(',', '.')) || 0 });
  const spoken = (word: string) => (label === undefined ? word : `${label}: ${word}`);
  return (
    <>
      {parts.map((part, index) => (
        <div key={index} className="row g6 f-part">
          <TextInput
            className="f-amount"
            inputMode="numeric"
            aria-label={spoken(t('web.forms.amount'))}
            value={part.amount}
            readOnly={readOnly}
            autoComplete="off"
            onChange={(event) => change(parts.with(index, { ...part, amount: event.currentTarget.value }))}
          />
          <Select
            className="sp"
            aria-label={spoken(t('web.forms.unit'))}
            readOnly={readOnly}
            allowDeselect={false}
            comboboxProps={floating}
            data={units
              .filter((unit) => unit === part.unit || free.includes(unit))
              .map((unit) => ({ value: unit, label: wordOf(unit, part.amount) }))}
            value={part.unit}
            onChange={(unit) => change(parts.with(index, { ...part, unit: (unit ?? part.unit) as DurationUnit }))}
          />
          {parts.length > 1 && !readOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={t('web.forms.remove_part')}
              onClick={() => change(parts.toSpliced(index, 1))}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      <div className="row">
        <span className="xs t3 sp" aria-live="polite">
          {parts.length > 1 && typeof value === 'string' && durationParts(value) ? durationWords(value, language) : ''}
        </span>
        {!readOnly && parts.length < 4 && free.length > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} />}
            onClick={() => change([...parts, { amount: '', unit: smaller(parts, free) }])}
          >
            {t('web.forms.add_part')}
          </Button>
        )}
      </div>
    </>
  );
}

const start: readonly DurationPart[] = [{ amount: '', unit: 'hour' }];

/** "2 hours" goes on with minutes. */
function smaller(parts: readonly DurationPart[], free: readonly DurationUnit[]): DurationUnit {
  const last = parts.at(-1);
  const from = last ? units.indexOf(last.unit) : 0;
  return free.find((unit) => units.indexOf(unit) > from) ?? free[0] ?? 'minute';
}
