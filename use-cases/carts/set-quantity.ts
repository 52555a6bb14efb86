import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { sayCartChanged } from './say-cart-changed.ts';

/** The most pieces of one variant in a cart. */
export const MAX_QUANTITY = 999;
/** The most lines: a cart must fit into one message of Telegram, 4,096 characters and 100 buttons. */
export const MAX_LINES = 20;

/**
 * Sets how many pieces of a variant lie in the cart; 0 takes it out. A new line remembers the price that was seen.
 * @throws BusinessError `quantity_invalid`, `variant_unavailable`, `not_enough_stock`, `cart_full`.
 */
export async function setQuantity(
  tx: Tx,
  input: { contactId: string; variantId: string; quantity: number },
): Promise<void> {
  const { contactId, variantId, quantity } = input;
  if (!Number.isInteger(quantity) || quantity < 0 || quantity > MAX_QUANTITY) {
    throw new BusinessError('quantity_invalid', { quantity, max: MAX_QUANTITY });
  }
  if (quantity === 0) return removeLine(tx, input);
  const variant = await sellable(tx, variantId);
  if (quantity > variant.left)
    throw new BusinessError('not_enough_stock', { variantId, wanted: quantity, left: variant.left });
  await refuseFullCart(tx, input);
  await tx.sql(
    `insert into cart_line (business_id, contact_id, variant_id, quantity, seen_price_minor, added_at)
     values (?, ?, ?, ?, ?, ?)
     on conflict (business_id, contact_id, variant_id) do update set quantity = excluded.quantity`,
    [tx.businessId, contactId, variantId, quantity, variant.priceMinor, tx.now],
  );
  await sayCartChanged(tx, contactId);
}

/**
 * Adds pieces to a line, or takes them away; at zero the line goes. Returns what is in the cart then.
 * @throws BusinessError `variant_unavailable`, `not_enough_stock`, `quantity_invalid`, `not_in_cart`.
 */
export async function changeQuantity(
  tx: Tx,
  input: { contactId: string; variantId: string; by: number; mustBeThere?: boolean | undefined },
): Promise<number> {
  const [line] = await tx.sql<{ quantity: number }>(
    'select quantity from cart_line where business_id = ? and contact_id = ? and variant_id = ? for update',
    [tx.businessId, input.contactId, input.variantId],
  );
  if (!line && (input.mustBeThere || input.by < 0))
    throw new BusinessError('not_in_cart', { variantId: input.variantId });
  const wanted = Math.max(0, (line?.quantity ?? 0) + input.by);
  // Fewer is always allowed, even where less is in stock than the cart holds.
  if (line && input.by < 0 && wanted > 0) {
    await tx.sql('update cart_line set quantity = ? where business_id = ? and contact_id = ? and variant_id = ?', [
      wanted,
      tx.businessId,
      input.contactId,
      input.variantId,
    ]);
    await sayCartChanged(tx, input.contactId);
  } else {
    await setQuantity(tx, { contactId: input.contactId, variantId: input.variantId, quantity: wanted });
  }
  return wanted;
}

export async function removeLine(tx: Tx, input: { contactId: string; variantId: string }): Promise<void> {
  await tx.sql('delete from cart_line where business_id = ? and contact_id = ? and variant_id = ?', [
    tx.businessId,
    input.contactId,
    input.variantId,
  ]);
  await sayCartChanged(tx, input.contactId);
}

async function sellable(tx: Tx, variantId: string): Promise<{ priceMinor: number; left: number }> {
  const [row] = await tx.sql<{ price_minor: number; left: number }>(
    `select v.price_minor, greatest(v.on_hand - v.reserved, 0) as left from variant v
     join product p on p.business_id = v.business_id and p.id = v.product_id
     join category c on c.business_id = p.business_id and c.id = p.category_id
     where v.business_id = ? and v.id = ? and not v.hidden and not p.hidden and not c.hidden`,
    [tx.businessId, variantId],
  );
  if (!row) throw new BusinessError('variant_unavailable', { variantId });
  return { priceMinor: Number(row.price_minor), left: Number(row.left) };
}

async function refuseFullCart(tx: Tx, input: { contactId: string; variantId: string }): Promise<void> {
  const [others] = await tx.sql<{ lines: number }>(
    'select count(*) as lines from cart_line where business_id = ? and contact_id = ? and variant_id <> ?',
    [tx.businessId, input.contactId, input.variantId],
  );
  if (Number(others?.lines) >= MAX_LINES) throw new BusinessError('cart_full', { max: MAX_LINES });
}
