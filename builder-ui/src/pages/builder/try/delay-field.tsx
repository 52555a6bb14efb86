import { NativeSelect } from '@mantine/core';
import { durationWords } from '#automation/words.ts';
import { useWords } from '../../../words.tsx';
import { AT_ONCE, delays } from './story.ts';

/** After which time something happens. */
export function DelayField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange(value: string): void;
}) {
  const { t, language } = useWords();
  return (
    <NativeSelect
      label={label}
      value={value}
      data={delays.map((one) => ({
        value: one,
        label: one === AT_ONCE ? t('web.try.at_once') : t('web.try.later', { length: durationWords(one, language) }),
      }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
