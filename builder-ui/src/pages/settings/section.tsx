import type { ReactNode } from 'react';

/** One matter of the settings, on a card of its own. */
export function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className="card" style={{ padding: 20, display: 'flex', flexDirection: 'column', gap: 14 }}>
      <div>
        <h2>{title}</h2>
        {lead && <p className="s t2">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
