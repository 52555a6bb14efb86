import type { Tx } from '#persistence/with-business.ts';
import { sayCartChanged } from './say-cart-changed.ts';

export async function clearCart(tx: Tx, contactId: string): Promise<void> {
  await tx.sql('delete from cart_line where business_id = ? and contact_id = ?', [tx.businessId, contactId]);
  await sayCartChanged(tx, contactId);
}
