import type { Order, OrderLine, Payment } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import type { Receipt } from '#providers/payments/port.ts';

/** What the provider is asked, kept with the attempt, so that a repeat is the same request to the letter. */
export type AttemptRequest = {
  amountMinor: number;
  currency: string;
  description: string;
  returnUrl: string;
  receipt: Receipt;
};

/** Writes a try to pay, before the provider is called. Its id is the key at the provider. */
export async function newAttempt(
  tx: Tx,
  facts: { order: Order; payment: Payment; lines: readonly OrderLine[]; taxSystemCode: number },
): Promise<string> {
  const id = newId();
  const [last] = await tx.sql<{ number: number }>(
    'select coalesce(max(number), 0)::int as number from payment_attempt where business_id = ? and payment_id = ?',
    [tx.businessId, facts.payment.id],
  );
  const [bot] = await tx.sql<{ username: string }>('select username from bot where business_id = ? and id = ?', [
    tx.businessId,
    facts.order.botId,
  ]);
  const request: AttemptRequest = {
    amountMinor: facts.payment.amountMinor,
    currency: facts.payment.currency,
    description: `Order ${facts.order.number}`,
    returnUrl: `https://t.me/${bot?.username ?? 'telegram'}`,
    receipt: {
      customer: { phone: facts.order.customerPhone.replaceAll(/\D/g, '') },
      taxSystemCode: facts.taxSystemCode,
      items: [
        ...facts.lines.map((line) => ({
          description: `${line.productName.ru}, ${line.variantName.ru}`.slice(0, 128),
          quantity: line.quantity,
          amountMinor: line.priceMinor,
          vatCode: line.vatCode,
          subject: 'commodity' as const,
          mode: 'full_payment' as const,
        })),
        ...(facts.order.deliveryMinor > 0
          ? [
              {
                description: 'Доставка',
                quantity: 1,
                amountMinor: facts.order.deliveryMinor,
                vatCode: 1,
                subject: 'service' as const,
                mode: 'full_payment' as const,
              },
            ]
          : []),
      ],
    },
  };
  await tx.sql(
    `insert into payment_attempt (id, business_id, payment_id, number, provider, state, request, shop_id, created_at)
     values (?, ?, ?, ?, 'yookassa', 'created', ?::jsonb,
       (select shop_id from payment_account where business_id = ? and chosen), ?)`,
    [
      id,
      tx.businessId,
      facts.payment.id,
      Number(last?.number ?? 0) + 1,
      JSON.stringify(request),
      tx.businessId,
      tx.now,
    ],
  );
  return id;
}
