/** Until how many hours before a visit a client may cancel or move it, and how often move it; 0 moves: not at all. */
export type BookingPolicy = { cancelHours: number; moveHours: number; maxMoves: number };

/** `until` is the last moment at which it was allowed, as far as the hours go. */
export type PolicyAnswer =
  { allowed: true } | { allowed: false; reason: 'too_late' | 'too_many_moves' | 'began'; until: Date };

const HOUR_MS = 3_600_000;

/** Exactly `cancelHours` before the visit is still allowed; a visit that begins now has begun. */
export function mayCancel(policy: BookingPolicy, visit: { startsAt: Date; now: Date }): PolicyAnswer {
  return inTime(visit, policy.cancelHours);
}

/** `moves`: how often this visit was moved by its client already. */
export function mayMove(policy: BookingPolicy, visit: { startsAt: Date; moves: number; now: Date }): PolicyAnswer {
  const answer = inTime(visit, policy.moveHours);
  const hasBegun = !answer.allowed && answer.reason === 'began';
  if (hasBegun || visit.moves < policy.maxMoves) return answer;
  return { allowed: false, reason: 'too_many_moves', until: lastMoment(visit.startsAt, policy.moveHours) };
}

function inTime(visit: { startsAt: Date; now: Date }, hours: number): PolicyAnswer {
  const until = lastMoment(visit.startsAt, hours);
  if (visit.now >= visit.startsAt) return { allowed: false, reason: 'began', until };
  return visit.now > until ? { allowed: false, reason: 'too_late', until } : { allowed: true };
}

const lastMoment = (startsAt: Date, hours: number): Date => new Date(startsAt.getTime() - hours * HOUR_MS);
