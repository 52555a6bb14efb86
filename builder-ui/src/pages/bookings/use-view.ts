import { useCallback, useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';

export const calendarViews = ['day', 'week', 'month'] as const;
export type CalendarView = (typeof calendarViews)[number];
export type View = CalendarView | 'list';

/** What the page shows, as its address says it: a link or "back" leads to the same sight. */
export type Sight = {
  view: View;
  /** Undefined: today, which the place's clock decides. */
  day: string | undefined;
  by: 'staff' | 'rooms';
  placeId: string | undefined;
  /** Of a week, a month or an agenda; undefined: as the page thinks best, 'all': everybody. */
  person: string | undefined;
  bookingId: string | undefined;
};

type Changes = Partial<Record<'view' | 'day' | 'by' | 'place' | 'person' | 'list', string | undefined>>;

export function useView() {
  const [params, setParams] = useSearchParams();
  const { bookingId } = useParams();
  const navigate = useNavigate();
  const search = params.toString();
  const sight = useMemo<Sight>(() => {
    const asked = new URLSearchParams(search);
    const view = asked.get('view');
    const day = asked.get('day');
    return {
      view: view === 'week' || view === 'month' || view === 'list' ? view : 'day',
      day: day && /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined,
      by: asked.get('by') === 'rooms' ? 'rooms' : 'staff',
      placeId: asked.get('place') ?? undefined,
      person: asked.get('person') ?? undefined,
      bookingId,
    };
  }, [search, bookingId]);
  const show = useCallback(
    (changes: Changes) =>
      setParams((before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes))
          if (value === undefined) next.delete(name);
          else next.set(name, value);
        return next;
      }),
    [setParams],
  );
  const open = useCallback(
    (id: string | null) =>
      void navigate(
        { pathname: id ? `/bookings/${id}` : '/bookings', search },
        { replace: id !== null && bookingId !== undefined },
      ),
    [navigate, search, bookingId],
  );
  return { sight, show, open };
}
