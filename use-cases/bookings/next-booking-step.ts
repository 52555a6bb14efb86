import type { BookingState } from '#domain/bookings/states.ts';
import { bookingProcessId } from '#domain/processes.ts';
import { settingsOf, type BusinessSettings } from '#domain/settings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { closeProcess, seeProcess } from '#use-cases/processes/process.ts';

export type BookingStep =
  | { kind: 'decide'; then: 'cancel' | 'confirm' }
  | { kind: 'wait'; until: Date | null; details: string }
  | { kind: 'closed'; outcome: string };

/** So long after a visit staff can say how it went before its story is closed as it stands. */
const STORY_ENDS_AFTER_MS = 14 * 24 * 3_600_000;

/** What a booking's workflow does next, read from its rows. */
export async function nextBookingStep(tx: Tx, bookingId: string): Promise<BookingStep> {
  const seen = await seeProcess(tx, bookingProcessId(bookingId));
  const [booking] = await tx.sql<{
    state: BookingState;
    number: number;
    starts_at: Date;
    ends_at: Date;
    settings: Partial<BusinessSettings>;
  }>(
    `select k.state, k.number, k.starts_at, k.ends_at, b.settings from booking k join business b on b.id = k.business_id
     where k.business_id = ? and k.id = ?`,
    [tx.businessId, bookingId],
  );
  if (!booking || !seen.open) return { kind: 'closed', outcome: booking ? booking.state : 'row_missing' };
  const story = `Booking ${booking.number}`;
  const visit = `${booking.starts_at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const closed = async (): Promise<BookingStep> =>
    (await closeProcess(tx, bookingProcessId(bookingId), seen))
      ? { kind: 'closed', outcome: booking.state }
      : { kind: 'wait', until: tx.now, details: 'woken while closing' };
  const endsAt = new Date(booking.ends_at.getTime() + STORY_ENDS_AFTER_MS);
  switch (booking.state) {
    case 'cancelled':
    case 'done':
    case 'no_show':
      return closed();
    case 'new': {
      const { minutesBefore, then } = settingsOf(booking).booking.unconfirmed;
      const decidesAt = new Date(booking.starts_at.getTime() - minutesBefore * 60_000);
      if (then === 'keep' || booking.starts_at <= tx.now) break;
      if (decidesAt <= tx.now) return { kind: 'decide', then };
      return {
        kind: 'wait',
        until: decidesAt,
        details: `${story}: visit at ${visit}; waiting to be confirmed, then ${then}`,
      };
    }
    case 'arrived':
    case 'confirmed':
  }
  if (endsAt <= tx.now) return closed();
  const details = {
    new: `visit at ${visit}; waiting to be confirmed`,
    confirmed: `confirmed; visit at ${visit}`,
    arrived: 'the client is here; waiting for staff to say that it is done',
  }[booking.state];
  return { kind: 'wait', until: endsAt, details: `${story}: ${details}` };
}
