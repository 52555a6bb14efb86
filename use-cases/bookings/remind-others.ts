import { othersDue } from '#use-cases/processes/others-due.ts';
import { remindForOther } from './remind-of-booking.ts';

/** Visits begin at the same hours, so their reminders come due together: whoever is first sends those of the others too. */
export const remindOthersDue = othersDue({
  most: 10,
  async find(tx, { since, most }) {
    const rows = await tx.sql<{ id: string }>(
      `select subject_id as id from process where business_id = ? and type = 'booking-reminders' and state = 'open'
         and due_at <= ?::timestamptz and due_at > ?::timestamptz - ?::interval order by due_at limit ?`,
      [tx.businessId, tx.now, tx.now, since, most],
    );
    return rows.map(({ id }) => id);
  },
  act: (within, bookingId) => within((tx) => remindForOther(tx, bookingId)),
  door: (withBusiness) => withBusiness,
});
