import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../words.tsx';

/** The shape of what comes, after 300 ms: what is fast shows nothing in between. */
export function Waiting({ rows = 8, height = 24 }: { rows?: number; height?: number }) {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" style={{ padding: 20, flex: 1 }}>
      <span className="visually-hidden">{t('web.loading')}</span>
      {late &&
        Array.from({ length: rows }, (_, row) => (
          <Skeleton key={row} height={height} mb={16} radius="sm" width={`${92 - ((row * 17) % 40)}%`} />
        ))}
    </div>
  );
}
