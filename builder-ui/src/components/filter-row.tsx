import { useEffect, useRef, type ReactNode } from 'react';

/** Filters side by side. On a phone the row is wider than the screen: the one that is chosen comes into sight. */
export function FilterRow({ label, children }: { label?: string; children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    row.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <div className="chips" ref={row} {...(label === undefined ? {} : { role: 'group', 'aria-label': label })}>
      {children}
    </div>
  );
}
