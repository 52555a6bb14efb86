import { useCallback, useState } from 'react';
import type { Piece } from './calendar/pieces.ts';
import type { Begin } from './new/draft.ts';
import type { Refused } from './use-move.ts';

/** What is opened beside the calendar, besides a visit, which has an address. */
export type Panel =
  | { kind: 'new'; what: 'booking' | 'block'; begin: Begin; key: number }
  | { kind: 'refused'; refused: Refused }
  | { kind: 'session'; key: string }
  | { kind: 'day-off'; staffId: string; name: string; day: string };

let opened = 0;

export function usePanel(openBooking: (id: string | null) => void) {
  const [panel, setPanel] = useState<Panel | null>(null);
  const close = useCallback(() => setPanel(null), []);
  const show = useCallback((next: Panel) => setPanel(next), []);
  const book = useCallback((begin: Begin, what: 'booking' | 'block' = 'booking') => {
    opened += 1;
    setPanel({ kind: 'new', what, begin, key: opened });
  }, []);
  const open = useCallback(
    (id: string) => {
      setPanel(null);
      openBooking(id);
    },
    [openBooking],
  );
  const session = useCallback((piece: Piece) => setPanel({ kind: 'session', key: piece.key }), []);
  return { panel, close, show, book, open, session };
}
export type Panels = ReturnType<typeof usePanel>;
