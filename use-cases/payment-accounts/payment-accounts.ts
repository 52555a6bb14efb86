import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { seal } from '#platform/secrets.ts';
import { needOwner } from '#use-cases/members/need-owner.ts';
import { isoOrNull } from '#use-cases/page.ts';

export type PaymentSettings = {
  /** `sandbox`: the installation's own account, the sandbox cashier where there is no other. */
  mode: 'sandbox' | 'yookassa';
  shopId: string | null;
  checkedAt: string | null;
  problem: string | null;
};

/** Which account takes the money of new orders. The key itself is never read back. */
export async function readPaymentSettings(tx: Tx): Promise<PaymentSettings> {
  needOwner(tx);
  const [row] = await tx.sql<{ shop_id: string; checked_at: Date | null; problem: string | null }>(
    'select shop_id, checked_at, problem from payment_account where business_id = ? and chosen',
    [tx.businessId],
  );
  return row
    ? { mode: 'yookassa', shopId: row.shop_id, checkedAt: isoOrNull(row.checked_at), problem: row.problem }
    : { mode: 'sandbox', shopId: null, checkedAt: null, problem: null };
}

/**
 * Chooses the account for new payments; `secretKey` is needed for one that is new. The provider has confirmed it
 * before. What was begun with another account is finished there.
 * @throws BusinessError `forbidden`, `payment_key_missing`.
 */
export async function choosePaymentAccount(
  tx: Tx,
  choice: { mode: 'sandbox' } | { mode: 'yookassa'; shopId: string; secretKey?: string | undefined },
): Promise<void> {
  needOwner(tx);
  await tx.sql('select id from business where id = ? for update', [tx.businessId]);
  await tx.sql('update payment_account set chosen = false where business_id = ? and chosen', [tx.businessId]);
  if (choice.mode === 'sandbox') return;
  if (choice.secretKey === undefined) {
    const known = await tx.sql(
      'update payment_account set chosen = true, checked_at = ?, problem = null where business_id = ? and shop_id = ? returning shop_id',
      [tx.now, tx.businessId, choice.shopId],
    );
    if (known.length === 0) throw new BusinessError('payment_key_missing', {});
    return;
  }
  await tx.sql(
    `insert into payment_account (business_id, shop_id, secret_sealed, chosen, checked_at, created_at) values (?, ?, ?, true, ?, ?)
     on conflict (business_id, shop_id) do update set secret_sealed = excluded.secret_sealed, chosen = true,
       checked_at = excluded.checked_at, problem = null`,
    [tx.businessId, choice.shopId, seal(choice.secretKey), tx.now, tx.now],
  );
}

/** The account of a payment: the chosen one for a new payment, else the one that made it. Null: the installation's own. */
export async function findPaymentAccount(
  tx: Tx,
  shopId: string | null,
): Promise<{ shopId: string; secretSealed: string } | null> {
  if (shopId === null) return null;
  const [row] = await tx.sql<{ shop_id: string; secret_sealed: string }>(
    'select shop_id, secret_sealed from payment_account where business_id = ? and shop_id = ?',
    [tx.businessId, shopId],
  );
  if (!row) throw new Error(`the payment account ${shopId} is not there`);
  return { shopId: row.shop_id, secretSealed: row.secret_sealed };
}
