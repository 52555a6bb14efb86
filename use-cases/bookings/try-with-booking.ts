import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';

export type TryContext = { runId: string; nodeId: string; contactId: string };
export type Tried = { bookingId: string; startsAt: Date };

/**
 * Lets a step of an automation try something with a booking. A refusal undoes the try alone and is said to the run as an
 * event, as success is: so the chain goes on by what came of it.
 */
export async function tryWithBooking(
  tx: Tx,
  context: TryContext,
  work: () => Promise<Tried>,
): Promise<Record<string, unknown>> {
  try {
    const { bookingId, startsAt } = await tx.savepoint(work);
    sayTried(tx, context, { outcome: 'done', reason: '', bookingId, startsAt });
    return { bookingId, startsAt: startsAt.toISOString() };
  } catch (error) {
    if (!(error instanceof BusinessError)) throw error;
    const reason = String(error.facts['refusal'] ?? error.code);
    sayTried(tx, context, { outcome: 'refused', reason });
    return { refused: reason };
  }
}

export function sayTried(
  tx: Tx,
  { runId, nodeId, contactId }: TryContext,
  tried: { outcome: 'done' | 'refused'; reason: string; bookingId?: string; startsAt?: Date },
): void {
  tx.emit({
    type: 'booking.tried',
    streamId: contactId,
    contactId,
    data: {
      runId,
      nodeId,
      outcome: tried.outcome,
      reason: tried.reason,
      bookingId: tried.bookingId ?? null,
      startsAt: tried.startsAt?.toISOString() ?? '',
    },
  });
}
