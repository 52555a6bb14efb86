import { BusinessError } from '#domain/errors.ts';
import type { StockEntry } from '#persistence/entities/shop.ts';
import { actorName, type Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';

type Kind = StockEntry['kind'];
export type StockLine = { variantId: string; quantity: number };

/** What each kind of movement does to a piece: on the shelf, and promised to an order. */
const changes: Readonly<Record<Exclude<Kind, 'adjust' | 'opening'>, { onHand: -1 | 0 | 1; reserved: -1 | 0 | 1 }>> = {
  hold: { onHand: 0, reserved: 1 },
  release: { onHand: 0, reserved: -1 },
  sale: { onHand: -1, reserved: -1 },
  return: { onHand: 1, reserved: 0 },
};

/**
 * Moves the pieces of an order, all or none, rows in ascending order of id so that two orders never wait for
 * each other in a circle. `entryKey` makes each movement happen once.
 * @returns the lines that could not be held (only for `hold`); nothing was written then for these lines, and the
 * caller must refuse, so that its transaction or savepoint undoes the rest.
 */
export async function moveOrderStock(
  tx: Tx,
  movement: { kind: keyof typeof changes; orderId: string; round: string; lines: readonly StockLine[] },
): Promise<StockLine[]> {
  const change = changes[movement.kind];
  const short: StockLine[] = [];
  for (const line of [...movement.lines].sort((a, b) => (a.variantId < b.variantId ? -1 : 1))) {
    const onHandChange = change.onHand * line.quantity;
    const reservedChange = change.reserved * line.quantity;
    const guard = movement.kind === 'hold' ? 'and on_hand - reserved >= ?' : '';
    const [row] = await tx.sql<{ on_hand: number; reserved: number }>(
      `update variant set on_hand = on_hand + ?, reserved = reserved + ? where business_id = ? and id = ? ${guard}
       returning on_hand, reserved`,
      [onHandChange, reservedChange, tx.businessId, line.variantId, ...(guard ? [line.quantity] : [])],
    );
    if (!row) {
      short.push(line);
      continue;
    }
    await writeEntry(tx, {
      variantId: line.variantId,
      orderId: movement.orderId,
      kind: movement.kind,
      onHandChange,
      reservedChange,
      onHandAfter: row.on_hand,
      reservedAfter: row.reserved,
      reason: null,
      entryKey: `${movement.kind}:${movement.orderId}:${movement.round}:${line.variantId}`,
    });
  }
  tx.ring(`live:${tx.businessId}:products`);
  return short;
}

/** Corrects the shelf by hand. @throws BusinessError `stock_below_holds` when more is promised than would be left. */
export async function adjustStock(
  tx: Tx,
  change: { variantId: string; delta: number; reason: string },
): Promise<{ onHand: number; reserved: number }> {
  if (tx.actor.kind === 'user' && tx.actor.role === 'master')
    throw new BusinessError('forbidden', { needs: 'manager' });
  const reason = change.reason.trim();
  if (!Number.isInteger(change.delta) || change.delta === 0 || Math.abs(change.delta) > 100_000) {
    throw new BusinessError('stock_change_invalid', { delta: change.delta });
  }
  if (reason === '') throw new BusinessError('reason_missing', {});
  const [row] = await tx.sql<{ on_hand: number; reserved: number }>(
    `update variant set on_hand = on_hand + ? where business_id = ? and id = ? and on_hand + ? >= reserved returning on_hand, reserved`,
    [change.delta, tx.businessId, change.variantId, change.delta],
  );
  if (!row) {
    const [now] = await tx.sql<{ on_hand: number; reserved: number }>(
      'select on_hand, reserved from variant where business_id = ? and id = ?',
      [tx.businessId, change.variantId],
    );
    if (!now) throw new BusinessError('variant_not_found', { variantId: change.variantId });
    throw new BusinessError('stock_below_holds', { onHand: now.on_hand, reserved: now.reserved, delta: change.delta });
  }
  const id = newId();
  await writeEntry(tx, {
    variantId: change.variantId,
    orderId: null,
    kind: 'adjust',
    onHandChange: change.delta,
    reservedChange: 0,
    onHandAfter: row.on_hand,
    reservedAfter: row.reserved,
    reason,
    entryKey: `adjust:${id}`,
  });
  tx.ring(`live:${tx.businessId}:products`);
  return { onHand: row.on_hand, reserved: row.reserved };
}

async function writeEntry(tx: Tx, entry: EntryFacts): Promise<void> {
  await tx.sql(
    `insert into stock_entry (id, business_id, variant_id, order_id, kind, on_hand_change, reserved_change,
       on_hand_after, reserved_after, reason, actor, entry_key, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      newId(),
      tx.businessId,
      entry.variantId,
      entry.orderId,
      entry.kind,
      entry.onHandChange,
      entry.reservedChange,
      entry.onHandAfter,
      entry.reservedAfter,
      entry.reason,
      actorName(tx.actor),
      entry.entryKey,
      tx.now,
    ],
  );
}

type EntryFacts = {
  variantId: string;
  orderId: string | null;
  kind: Kind;
  onHandChange: number;
  reservedChange: number;
  onHandAfter: number;
  reservedAfter: number;
  reason: string | null;
  entryKey: string;
};
