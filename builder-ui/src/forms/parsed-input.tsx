import { TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

/** Lists of choices lie over dialogs. */
export const floating = { zIndex: 450 } as const;

/**
 * An input whose text means a value. What is typed stays as typed; the field is written anew only when the value
 * changed elsewhere (undo, another tab).
 */
export function ParsedInput<T>({
  value,
  show,
  read,
  onChange,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange'> & {
  value: T | undefined;
  show(value: T | undefined): string;
  read(text: string): T | undefined;
  onChange(value: T | undefined): void;
}) {
  const [text, setText] = useState(() => show(value));
  const last = useRef(value);
  useEffect(() => {
    if (Object.is(last.current, value)) return;
    last.current = value;
    setText(show(value));
  }, [value, show]);
  return (
    <TextInput
      {...rest}
      value={text}
      autoComplete="off"
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        last.current = read(next);
        onChange(last.current);
      }}
      onBlur={() => {
        if (last.current !== undefined) setText(show(last.current));
      }}
    />
  );
}
