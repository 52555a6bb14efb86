import type { Tx } from '#persistence/with-business.ts';

/**
 * The owner has changed the rules: the reminders of every visit that is ahead are planned anew, and what nobody has
 * confirmed waits by the new rule; in one statement. Nothing is sent twice, since what became of each is written down.
 */
export async function retimeVisits(tx: Tx): Promise<void> {
  await tx.sql(
    `insert into process (id, business_id, type, subject_id, contact_id, state, woken_at, created_at)
     select 'booking:' || k.id || t.suffix, k.business_id, t.type, k.id, k.contact_id, 'open', ?::timestamptz, ?::timestamptz
     from booking k join (values ('booking', ''), ('booking-reminders', ':reminders')) as t (type, suffix)
       on t.type = 'booking-reminders' or k.state = 'new'
     where k.business_id = ? and k.state in ('new', 'confirmed') and k.starts_at > ?
     on conflict (id) do update set wake_no = process.wake_no + 1,
       epoch = process.epoch + case when process.state = 'closed' then 1 else 0 end,
       state = 'open', closed_at = null, woken_at = excluded.woken_at`,
    [tx.now, tx.now, tx.businessId, tx.now],
  );
  tx.ring('pump');
}
