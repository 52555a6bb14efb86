import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

/** A search that waits for the end of typing; `/` leads into it. */
export function SearchField({
  value,
  onChange,
  label,
  width,
}: {
  value: string;
  onChange: (value: string) => void;
  label: string;
  width?: number | string;
}) {
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => tell.current(text), 250);
    return () => clearTimeout(timer);
  }, [text, value]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || /^(INPUT|TEXTAREA|SELECT)$/.test((event.target as HTMLElement).tagName)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <TextInput
      ref={field}
      className="search"
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      style={{ width: width ?? 232, minWidth: 0 }}
    />
  );
}
