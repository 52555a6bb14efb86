import { useEffect, useRef, useState } from 'react';
import { useAction } from '../../components/use-action.ts';

/** A list that is moved about: shown at once as it was dropped, saved when the hand rests. */
export function useOrder<T>(
  items: readonly T[],
  idOf: (item: T) => string,
  how: { save: (ids: string[]) => Promise<unknown>; touches: readonly string[] },
): { items: readonly T[]; move: (from: number, to: number) => void } {
  const [ids, setIds] = useState<readonly string[] | undefined>();
  const save = useAction(how.save, { touches: how.touches });
  const send = useRef(save.mutate);
  send.current = save.mutate;
  useEffect(() => {
    if (!ids) return undefined;
    const timer = setTimeout(() => send.current([...ids]), 600);
    return () => clearTimeout(timer);
  }, [ids]);
  // Once the list says the same, or has others in it, it leads again.
  const now = items.map(idOf);
  const follows = ids === undefined || ids.length !== now.length || ids.some((id) => !now.includes(id));
  const agrees = ids?.join() === now.join();
  useEffect(() => {
    if (ids && (follows || agrees) && !save.isPending) setIds(undefined);
  }, [ids, follows, agrees, save.isPending]);
  const shown = follows ? items : ids.flatMap((id) => items.find((item) => idOf(item) === id) ?? []);
  return {
    items: shown,
    move(from, to) {
      const list = shown.map(idOf);
      const [moved] = list.splice(from, 1);
      if (moved !== undefined) setIds(list.toSpliced(to, 0, moved));
    },
  };
}
