import {
  IconArrowBackUp,
  IconChecks,
  IconCircleCheck,
  IconCircleX,
  IconDoorEnter,
  IconUserX,
  type Icon,
} from '@tabler/icons-react';
import { mayMarkNow } from '#domain/bookings/states.ts';
import type { BookingInList } from '../../../api.ts';
import type { Next } from './use-booking-actions.tsx';

type State = BookingInList['state'];

export const actionIcons: Readonly<Record<State, Icon>> = {
  new: IconCircleCheck,
  confirmed: IconCircleCheck,
  arrived: IconDoorEnter,
  done: IconChecks,
  no_show: IconUserX,
  cancelled: IconCircleX,
};

export const iconOf = (next: Next): Icon => (next.direction === 'back' ? IconArrowBackUp : actionIcons[next.to]);

/** The verb of a way: what it takes back is said as such. */
export const keyOf = (next: Next) =>
  next.direction === 'back' ? (`web.bookings.back_to_${next.to}` as const) : (`web.bookings.act_${next.to}` as const);

const LATE_MS = 15 * 60_000;
const SOON_MS = 30 * 60_000;

type Timed = Pick<BookingInList, 'next' | 'startsAt' | 'timeZone'>;

/** The ways that are open now: nobody is received before their day, or missed before they should have come. */
export const openNow = ({ next, startsAt, timeZone }: Timed, nowMs: number): Next[] =>
  next.filter(
    ({ to, direction }) =>
      direction !== 'forward' || mayMarkNow(to, { startsAt: new Date(startsAt), timeZone, now: new Date(nowMs) }),
  );

/**
 * The one thing that one does next: confirm what waits for it, receive who comes today, close what is over. Who has not
 * come a quarter of an hour after the beginning may be a no-show, before that nobody is. `due`: now is the time for it.
 */
export function mainOf(
  booking: Timed & Pick<BookingInList, 'state' | 'endsAt'>,
  nowMs: number,
): { main: Next | undefined; aside: Next | undefined; due: boolean } {
  const open = openNow(booking, nowMs);
  const can = (to: State) => open.find((one) => one.to === to && one.direction === 'forward');
  const [starts, ends] = [Date.parse(booking.startsAt), Date.parse(booking.endsAt)];
  const over = ends <= nowMs;
  const order: State[] = over ? ['done', 'arrived'] : booking.state === 'new' ? ['confirmed'] : ['arrived', 'done'];
  const main = order.map(can).find(Boolean);
  const due = main !== undefined && (main.to === 'confirmed' || over || starts - nowMs <= SOON_MS);
  return { main, aside: starts + LATE_MS <= nowMs ? can('no_show') : undefined, due };
}
