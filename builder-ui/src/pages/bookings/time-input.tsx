import { TextInput, type TextInputProps } from '@mantine/core';
import { clock, minutesOf } from './calendar/wall.ts';

/** An hour of the day, as people write it here: 14:30, 1430 or 14. A browser's own field may ask for AM and PM. */
export function TimeInput({
  value,
  onChange,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange'> & { value: string; onChange: (value: string) => void }) {
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      placeholder="14:30"
      maxLength={5}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => {
        const minutes = minutesOf(value);
        if (minutes !== undefined && clock(minutes) !== value) onChange(clock(minutes));
      }}
    />
  );
}
