import {
  IconArrowBackUp,
  IconChecks,
  IconCircleCheck,
  IconCircleX,
  IconDoorEnter,
  IconUserX,
  type Icon,
} from '@tabler/icons-react';
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
/** Nobody is received a day before. */
const TODAY_MS = 12 * 3_600_000;

/**
 * The one thing that one does next: confirm what waits for it, receive who comes today, close what is over. Who has not
 * come a quarter of an hour after the beginning may be a no-show, before that nobody is. `due`: now is the time for it.
 */
export function mainOf(
  booking: Pick<BookingInList, 'state' | 'next' | 'endsAt' | 'startsAt'>,
  nowMs: number,
): { main: Next | undefined; aside: Next | undefined; due: boolean } {
  const can = (to: State) => booking.next.find((one) => one.to === to && one.direction === 'forward');
  const [starts, ends] = [Date.parse(booking.startsAt), Date.parse(booking.endsAt)];
  const over = ends <= nowMs;
  const near = starts - nowMs <= TODAY_MS;
  const order: State[] = over ? ['done', 'arrived'] : booking.state === 'new' ? ['confirmed'] : ['arrived', 'done'];
  const main = near || booking.state !== 'confirmed' ? order.map(can).find(Boolean) : undefined;
  const due = main !== undefined && (main.to === 'confirmed' || over || starts - nowMs <= SOON_MS);
  return { main, aside: starts + LATE_MS <= nowMs ? can('no_show') : undefined, due };
}
