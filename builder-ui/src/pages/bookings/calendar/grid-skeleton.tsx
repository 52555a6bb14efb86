import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../../../words.tsx';

/** The shape of the calendar, after 300 ms: what is fast shows nothing in between. */
export function GridSkeleton({ columns = 4 }: { columns?: number | undefined }) {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="cal-skeleton" aria-busy="true">
      <span className="visually-hidden">{t('web.loading')}</span>
      {late &&
        Array.from({ length: Math.max(1, Math.min(columns, 7)) }, (_, column) => (
          <div key={column} className="col">
            <Skeleton height={32} mb={24} />
            {Array.from({ length: 4 }, (__, row) => (
              <Skeleton
                key={row}
                height={46 + ((row * 31 + column * 47) % 60)}
                mb={12 + ((row * 23 + column * 11) % 40)}
                radius={8}
              />
            ))}
          </div>
        ))}
    </div>
  );
}
