import type { ReactNode } from 'react';

/** Fields that belong together, under their name. */
export function Part({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <fieldset className="svc-part">
      <legend>{title}</legend>
      {lead && <p className="xs t3">{lead}</p>}
      {children}
    </fieldset>
  );
}
