import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../../words.tsx';

/** The shape of the day while it is read, after 300 ms. */
export function DaySkeleton() {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="day-scroll" aria-busy="true">
      <span className="visually-hidden">{t('web.loading')}</span>
      {late && (
        <div className="day">
          <div className="tiles">
            {[0, 1, 2, 3].map((tile) => (
              <Skeleton key={tile} height={122} radius="md" />
            ))}
          </div>
          <Skeleton height={340} radius="md" className="attention" />
          <Skeleton height={340} radius="md" className="two-weeks" />
          <Skeleton height={120} radius="md" className="states" />
        </div>
      )}
    </div>
  );
}
