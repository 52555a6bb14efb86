import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';

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
  /** The visit was not opened on this page but by a link to it, which names no day. */
  linked: boolean;
};

/** Goes with every step that is made on the page: its calendar stays where it was. */
export const onPage = { onBookings: true };

type Changes = Partial<Record<'view' | 'day' | 'by' | 'place' | 'person' | 'list', string | undefined>>;

export function useView() {
  const [params, setParams] = useSearchParams();
  const { bookingId } = useParams();
  const navigate = useNavigate();
  const came = useLocation().state as Partial<typeof onPage> | null;
  const stepped = came?.onBookings === true;
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
      linked: bookingId !== undefined && !stepped && !asked.has('day') && view !== 'list',
    };
  }, [search, bookingId, stepped]);
  const show = useCallback(
    (changes: Changes, replace = false) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes))
            if (value === undefined) next.delete(name);
            else next.set(name, value);
          return next;
        },
        { state: onPage, replace },
      ),
    [setParams],
  );
  const open = useCallback(
    (id: string | null) =>
      void navigate(
        { pathname: id ? `/bookings/${id}` : '/bookings', search },
        { replace: id !== null && bookingId !== undefined, state: onPage },
      ),
    [navigate, search, bookingId],
  );
  return { sight, show, open };
}
