import type { DeliveryChoice } from '#domain/orders/delivery.ts';
import { newId } from '#platform/ids.ts';
import type { Actor, Tx } from '#persistence/with-business.ts';
import { placeOrder } from '#use-cases/orders/place-order.ts';
import { settleAttempt, type AttemptFacts, type SettleResult } from '#use-cases/payments/settle-attempt.ts';
import { aBusiness, type TestDatabase } from './database.ts';

export const OWNER: Actor = { kind: 'user', userId: 'u-owner', role: 'owner', name: 'Owner' };
export const MANAGER: Actor = { kind: 'user', userId: 'u-manager', role: 'manager', name: 'Manager' };
export const MASTER: Actor = { kind: 'user', userId: 'u-master', role: 'master', name: 'Master' };
const SYSTEM: Actor = { kind: 'system', name: 'test' };

const COURIER: DeliveryChoice = { kind: 'courier', address: 'Test street 1' };

/** A small shop for tests that read aloud: `shop.client()`, `shop.orders(client, …)`, `shop.stock(…)`. */
export async function aShop(
  database: TestDatabase,
  options: { stock?: number; settings?: Record<string, unknown> } = {},
) {
  const { businessId, botId } = await aBusiness(database, options.settings);
  const categoryId = newId();
  const productId = newId();
  const variantId = newId();
  const name = { ru: 'Мыло', en: 'Soap' };
  await database.owner.query('insert into category (id, business_id, name, position) values ($1, $2, $3, 1)', [
    categoryId,
    businessId,
    name,
  ]);
  await database.owner.query(
    `insert into product (id, business_id, category_id, name, description, position, created_at) values ($1, $2, $3, $4, $4, 1, now())`,
    [productId, businessId, categoryId, name],
  );
  await database.owner.query(
    `insert into variant (id, business_id, product_id, name, price_minor, on_hand, position) values ($1, $2, $3, $4, 50000, $5, 1)`,
    [variantId, businessId, productId, name, options.stock ?? 10],
  );
  let chats = 1_000;

  const shop = {
    businessId,
    botId,
    productId,
    variantId,

    within: <T>(work: (tx: Tx) => Promise<T>, as: { actor?: Actor; now?: Date } = {}): Promise<T> =>
      database.withBusiness(businessId, as.actor ?? SYSTEM, work, as.now ? { now: as.now } : {}),

    async client(facts: { language?: 'ru' | 'en'; consent?: boolean } = {}): Promise<string> {
      const id = newId();
      const chatId = (chats += 1);
      await database.owner.query(
        `insert into contact (id, business_id, name, language, marketing_consent, created_at) values ($1, $2, 'Anna K', $3, $4, now())`,
        [id, businessId, facts.language ?? 'en', facts.consent ?? null],
      );
      await database.owner.query(
        `insert into contact_identity (id, business_id, contact_id, bot_id, kind, external_id, created_at) values ($1, $2, $3, $4, 'telegram', $5, now())`,
        [newId(), businessId, id, botId, chatId],
      );
      return id;
    },

    async putsIntoCart(contactId: string, quantity = 1, seenPriceMinor = 50_000): Promise<void> {
      await database.owner.query(
        `insert into cart_line (business_id, contact_id, variant_id, quantity, seen_price_minor, added_at) values ($1, $2, $3, $4, $5, now())
         on conflict (business_id, contact_id, variant_id) do update set quantity = excluded.quantity`,
        [businessId, contactId, variantId, quantity, seenPriceMinor],
      );
    },

    confirms: (contactId: string, more: { checkoutKey?: string; now?: Date; delivery?: DeliveryChoice } = {}) =>
      shop.within(
        (tx) =>
          placeOrder(tx, {
            contactId,
            botId,
            checkoutKey: more.checkoutKey ?? newId(),
            name: 'Anna',
            phone: '+79990000000',
            delivery: more.delivery ?? COURIER,
            comment: null,
          }),
        more.now ? { now: more.now } : {},
      ),

    async orders(contactId: string, quantity = 1, more: { now?: Date } = {}) {
      await shop.putsIntoCart(contactId, quantity);
      const placed = await shop.confirms(contactId, more);
      const { rows } = await database.owner.query(
        `select p.id as payment_id, a.id as attempt_id from payment p join payment_attempt a on a.payment_id = p.id where p.order_id = $1 order by a.number desc`,
        [placed.orderId],
      );
      return { ...placed, paymentId: rows[0].payment_id as string, attemptId: rows[0].attempt_id as string };
    },

    providerSays: (
      attemptId: string,
      status: AttemptFacts['status'],
      more: Partial<AttemptFacts> & { now?: Date } = {},
    ): Promise<SettleResult> => {
      const { now, ...facts } = more;
      return shop.within(
        (tx) =>
          settleAttempt(tx, {
            attemptId,
            providerPaymentId: `p-${attemptId}`,
            status,
            amountMinor: 80_000,
            currency: 'RUB',
            ...facts,
          }),
        now ? { now } : {},
      );
    },

    async stock(): Promise<{ onHand: number; reserved: number }> {
      const { rows } = await database.owner.query('select on_hand as "onHand", reserved from variant where id = $1', [
        variantId,
      ]);
      return rows[0];
    },

    async order(orderId: string) {
      const { rows } = await database.owner.query(
        `select o.state, p.state as payment, o.stock_state as stock, o.cancel_reason as reason, o.revision from "order" o join payment p on p.order_id = o.id where o.id = $1`,
        [orderId],
      );
      return rows[0] as { state: string; payment: string; stock: string; reason: string | null; revision: number };
    },

    async told(
      contactId: string,
    ): Promise<{ class: string; body: string; key: string; state: string; payload: Record<string, unknown> }[]> {
      const { rows } = await database.owner.query(
        'select class, body, business_key as key, state, payload from message where contact_id = $1 order by seq',
        [contactId],
      );
      return rows;
    },

    async refunds(orderId: string): Promise<{ id: string; state: string; amount: string }[]> {
      const { rows } = await database.owner.query(
        'select r.id, r.state, r.amount_minor as amount from refund r join payment p on p.id = r.payment_id where p.order_id = $1',
        [orderId],
      );
      return rows;
    },

    async events(contactId: string): Promise<string[]> {
      const { rows } = await database.owner.query('select type from event where stream_id = $1 order by stream_seq', [
        contactId,
      ]);
      return rows.map((row: { type: string }) => row.type);
    },
  };
  return shop;
}

export type Shop = Awaited<ReturnType<typeof aShop>>;
