import { Paper } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { LanguageSwitch } from '../../components/language-switch.tsx';

/** The calm page of one question: who are you, what is it called, which password. */
export function AccountFrame({
  title,
  lead,
  children,
  below,
  onSubmit,
  trouble,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  below?: ReactNode;
  onSubmit?: () => void;
  trouble?: string | undefined;
}) {
  const body = (
    <>
      <h1 style={{ marginBottom: lead ? 6 : 16 }}>{title}</h1>
      {lead && (
        <p className="s t2" style={{ marginBottom: 16 }}>
          {lead}
        </p>
      )}
      <div className="col g12">
        {children}
        {trouble && (
          <p role="alert" className="s" style={{ color: 'var(--bad)' }}>
            {trouble}
          </p>
        )}
      </div>
    </>
  );
  return (
    <main style={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', padding: 16, background: 'var(--bg)' }}>
      <div style={{ width: '100%', maxWidth: 420 }}>
        <div className="row" style={{ marginBottom: 16 }}>
          <img src="/favicon.svg" width={36} height={36} alt="" />
          <b style={{ fontSize: 20 }}>Takt</b>
          <span className="sp" />
          <LanguageSwitch />
        </div>
        {onSubmit ? (
          <Paper
            withBorder
            radius="md"
            p="xl"
            component="form"
            onSubmit={(event) => {
              (event as unknown as FormEvent).preventDefault();
              onSubmit();
            }}
          >
            {body}
          </Paper>
        ) : (
          <Paper withBorder radius="md" p="xl">
            {body}
          </Paper>
        )}
        {below}
      </div>
    </main>
  );
}
