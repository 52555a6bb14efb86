import { Select } from '@mantine/core';
import { useWords } from '../../words.tsx';
import { NumberField, wholeOf, type Typed } from './fields.tsx';

const units = { minutes: 1, hours: 60, days: 1_440 } as const;
type Unit = keyof typeof units;
export type SpanForm = { value: Typed; unit: Unit };

/** Minutes in the largest unit that holds them whole: 120 is two hours. */
export function spanOf(minutes: number): SpanForm {
  const unit = (['days', 'hours'] as const).find((one) => minutes > 0 && minutes % units[one] === 0) ?? 'minutes';
  return { value: minutes / units[unit], unit };
}

export const spanMinutes = ({ value, unit }: SpanForm): number => wholeOf(value) * units[unit];

/** A stretch of time: a number and its unit. */
export function Span({
  spoken,
  value,
  onChange,
}: {
  spoken: string;
  value: SpanForm;
  onChange: (value: SpanForm) => void;
}) {
  const { t } = useWords();
  return (
    <>
      <NumberField
        width={64}
        whole
        spoken={spoken}
        value={value.value}
        onChange={(typed) => onChange({ ...value, value: typed })}
      />
      <Select
        w={104}
        aria-label={`${spoken}: ${t('web.rules.unit')}`}
        allowDeselect={false}
        data={(['minutes', 'hours', 'days'] as const).map((unit) => ({
          value: unit,
          label: t(`web.rules.unit_${unit}`, { count: wholeOf(value.value) }),
        }))}
        value={value.unit}
        onChange={(unit) => unit && onChange({ ...value, unit: unit as Unit })}
      />
    </>
  );
}
