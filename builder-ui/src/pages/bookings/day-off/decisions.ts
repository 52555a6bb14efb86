import type { DayOffPlan } from '../../../api.ts';

/** What becomes of one booking: `move:0` goes to the first place named, and so on. */
export type Choice = `move:${number}` | 'release' | 'keep';
export type Choices = Readonly<Record<string, Choice>>;
type Planned = DayOffPlan['bookings'][number];

/**
 * To begin with everybody stays on the day: with somebody else, where nobody else was sent at that time. Who could only
 * come on another day is released, and chooses for themselves; `anyDay` sends them to the nearest place there is.
 */
export function suggested(bookings: readonly Planned[], fits: (moment: string) => boolean): Choices {
  const taken: Taken[] = [];
  const choices: Record<string, Choice> = {};
  for (const booking of bookings) {
    const at = booking.near.findIndex(
      (near) => fits(near.startsAt) && !taken.some((one) => meet(one, takenBy(booking, near))),
    );
    const near = booking.near[at];
    if (near) taken.push(takenBy(booking, near));
    choices[booking.bookingId] = near ? `move:${at}` : 'release';
  }
  return choices;
}

export const anyDay = (): boolean => true;

export const allSame = (bookings: readonly Planned[], choice: 'release' | 'keep'): Choices =>
  Object.fromEntries(bookings.map(({ bookingId }) => [bookingId, choice]));

/** Two that were sent to the same person at the same time: the second would be refused. */
export function clashes(bookings: readonly Planned[], choices: Choices): Set<string> {
  const taken: Taken[] = [];
  const found = new Set<string>();
  for (const booking of bookings) {
    const near = nearOf(booking, choices[booking.bookingId]);
    if (!near) continue;
    const now = takenBy(booking, near);
    if (taken.some((one) => meet(one, now))) found.add(booking.bookingId);
    else taken.push(now);
  }
  return found;
}

export function countsOf(
  bookings: readonly Planned[],
  choices: Choices,
): { moved: number; released: number; kept: number } {
  const counts = { moved: 0, released: 0, kept: 0 };
  for (const booking of bookings) {
    const choice = choices[booking.bookingId];
    if (choice === 'release') counts.released += 1;
    else if (choice === 'keep') counts.kept += 1;
    else if (choice) counts.moved += 1;
  }
  return counts;
}

type Decision =
  { bookingId: string; do: 'move'; startsAt: string; staffId: string } | { bookingId: string; do: 'release' | 'keep' };

export function decisionsOf(bookings: readonly Planned[], choices: Choices): Decision[] {
  return bookings.map((booking): Decision => {
    const { bookingId } = booking;
    const choice = choices[bookingId] ?? 'keep';
    const near = nearOf(booking, choice);
    if (near) return { bookingId, do: 'move', startsAt: near.startsAt, staffId: near.staffId };
    return { bookingId, do: choice === 'release' ? 'release' : 'keep' };
  });
}

const nearOf = (booking: Planned, choice: Choice | undefined): Planned['near'][number] | undefined =>
  choice?.startsWith('move:') ? booking.near[Number(choice.slice(5))] : undefined;

type Taken = { staffId: string; from: number; to: number };

/** What a booking would take at a place to go: as long as it lasts now. */
function takenBy(booking: Planned, { staffId, startsAt }: Planned['near'][number]): Taken {
  const from = Date.parse(startsAt);
  return { staffId, from, to: from + Date.parse(booking.endsAt) - Date.parse(booking.startsAt) };
}

const meet = (a: Taken, b: Taken): boolean => a.staffId === b.staffId && a.from < b.to && b.from < a.to;
