import type { Tx } from '#persistence/with-business.ts';

/**
 * Tells automations what lies in the cart now. A cart changes at every press, so nothing is written unless somebody
 * listens: an automation that starts on it, or a run of this contact that waits for it.
 */
export async function sayCartChanged(tx: Tx, contactId: string): Promise<void> {
  const [cart] = await tx.sql<{ pieces: number; total: number; heard: boolean }>(
    `select coalesce(sum(l.quantity), 0)::int as pieces, coalesce(sum(l.quantity * l.seen_price_minor), 0)::bigint as total,
       exists (select 1 from automation_trigger t join automation a on a.business_id = t.business_id and a.published_version_id = t.version_id
         where t.business_id = ? and t.event_type = 'cart.changed' and a.state = 'active')
       or exists (select 1 from run where business_id = ? and contact_id = ? and state <> 'ended' and 'cart.changed' = any(listens_to)) as heard
     from cart_line l where l.business_id = ? and l.contact_id = ?`,
    [tx.businessId, tx.businessId, contactId, tx.businessId, contactId],
  );
  if (!cart?.heard) return;
  tx.emit({
    type: 'cart.changed',
    streamId: contactId,
    contactId,
    data: { pieces: cart.pieces, totalMinor: Number(cart.total) },
  });
}
