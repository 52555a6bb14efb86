import { placeClock } from './place-clock.ts';

export type BookingState = 'new' | 'confirmed' | 'arrived' | 'done' | 'no_show' | 'cancelled';
export type BookingRole = 'owner' | 'manager' | 'master' | 'contact' | 'process';

export type BookingTransition = {
  from: BookingState;
  to: BookingState;
  direction: 'forward' | 'back' | 'cancel';
  /** Who may: staff, the client whose visit it is, or an automation. */
  who: readonly BookingRole[];
};

const staff = ['owner', 'manager', 'master'] as const;
const everybody = [...staff, 'contact', 'process'] as const;

/** Every way a booking can move. What is not here is refused: a cancelled one is final, its time was given back. */
export const bookingTransitions: readonly BookingTransition[] = [
  { from: 'new', to: 'confirmed', direction: 'forward', who: everybody },
  { from: 'new', to: 'arrived', direction: 'forward', who: staff },
  { from: 'confirmed', to: 'arrived', direction: 'forward', who: staff },
  { from: 'new', to: 'done', direction: 'forward', who: staff },
  { from: 'confirmed', to: 'done', direction: 'forward', who: staff },
  { from: 'arrived', to: 'done', direction: 'forward', who: staff },
  { from: 'new', to: 'no_show', direction: 'forward', who: [...staff, 'process'] },
  { from: 'confirmed', to: 'no_show', direction: 'forward', who: [...staff, 'process'] },
  { from: 'arrived', to: 'confirmed', direction: 'back', who: staff },
  { from: 'done', to: 'arrived', direction: 'back', who: staff },
  { from: 'no_show', to: 'confirmed', direction: 'back', who: staff },
  { from: 'new', to: 'cancelled', direction: 'cancel', who: everybody },
  { from: 'confirmed', to: 'cancelled', direction: 'cancel', who: everybody },
  { from: 'arrived', to: 'cancelled', direction: 'cancel', who: ['owner', 'manager'] },
];

export function bookingTransition(from: BookingState, to: BookingState): BookingTransition | undefined {
  return bookingTransitions.find((transition) => transition.from === from && transition.to === to);
}

/** What somebody in this role can do with a booking in this state, forward first. */
export function transitionsFor(state: BookingState, role: BookingRole): BookingTransition[] {
  const rank = { forward: 0, back: 1, cancel: 2 };
  return bookingTransitions
    .filter((transition) => transition.from === state && transition.who.includes(role))
    .sort((a, b) => rank[a.direction] - rank[b.direction]);
}

/** Nobody is received before the day of their visit, and nobody has missed it before it began. */
export function mayMarkNow(to: BookingState, visit: { startsAt: Date; timeZone: string; now: Date }): boolean {
  if (to === 'no_show') return visit.now >= visit.startsAt;
  if (to !== 'arrived' && to !== 'done') return true;
  const clock = placeClock(visit.timeZone);
  return clock.dayOf(visit.now.getTime()) >= clock.dayOf(visit.startsAt.getTime());
}

/** The badge that a person sees. */
export type BookingBadge = 'new' | 'confirmed' | 'arrived' | 'done' | 'moved' | 'cancelled' | 'no_show';

/** `moved`: the time was changed, and the client has not answered since. */
export function bookingBadge(booking: {
  state: BookingState;
  movedAt: Date | null;
  answeredAt: Date | null;
}): BookingBadge {
  const { state, movedAt, answeredAt } = booking;
  const isAhead = state === 'new' || state === 'confirmed';
  const isUnanswered = movedAt !== null && (answeredAt === null || answeredAt < movedAt);
  return isAhead && isUnanswered ? 'moved' : state;
}
