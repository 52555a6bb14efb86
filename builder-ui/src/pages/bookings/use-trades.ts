import { useMemo } from 'react';
import { useWords } from '../../words.tsx';
import { within } from './date-words.ts';
import { useServices } from './use-calendar.ts';

/** What a person mostly gives, in a word: the section from which most of their services are. */
export function useTrades(): ReadonlyMap<string, string> {
  const { pick } = useWords();
  const data = useServices().data;
  return useMemo(() => {
    const counts = new Map<string, Map<string, number>>();
    for (const { categoryId, givers } of data?.services ?? [])
      for (const { staffId } of categoryId ? givers : []) {
        const own = counts.get(staffId) ?? new Map<string, number>();
        own.set(categoryId!, (own.get(categoryId!) ?? 0) + 1);
        counts.set(staffId, own);
      }
    const names = new Map(data?.categories.map((one) => [one.categoryId, within(pick(one.name))]));
    return new Map(
      [...counts].map(([staffId, own]) => {
        const [most] = [...own].sort((a, b) => b[1] - a[1]);
        return [staffId, names.get(most?.[0] ?? '') ?? ''];
      }),
    );
  }, [data, pick]);
}
