import { useCallback, useState } from 'react';
import { clock, wallAt } from '../calendar/wall.ts';
import { emptyItem, type Draft } from './draft.ts';
import type { NewPanelProps } from './new-booking.tsx';

/** What is known when the form opens: the day and the person of the column, the hour that was pressed. */
export function useDraft({ begin, calendar }: NewPanelProps) {
  const [draft, setDraft] = useState<Draft>(() => {
    const [only, other] = calendar.staff;
    const wall = wallAt(begin.day, begin.from ?? 0);
    return {
      client: null,
      items: [
        { ...emptyItem(begin.staffId ?? (only && !other ? only.staffId : null)), serviceId: begin.serviceId ?? null },
      ],
      format: 'place',
      day: wall.day,
      time: begin.from === undefined ? '' : clock(wall.minute),
      moment: null,
      comment: '',
    };
  });
  const change = useCallback((next: Partial<Draft>) => setDraft((before) => ({ ...before, ...next })), []);
  return { draft, change };
}
