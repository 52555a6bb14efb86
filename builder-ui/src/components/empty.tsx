import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** An empty place teaches one next step. */
export function Empty({ icon: Sign, text, children }: { icon: Icon; text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <Sign size={36} stroke={1.5} aria-hidden="true" />
      <p>{text}</p>
      {children}
    </div>
  );
}
