import type { Order } from '#persistence/entities/shop.ts';
import { Business } from '#persistence/entities/business.ts';
import { settingsOf } from '#domain/settings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { dateTime, money, t, type Language, type TextKey, type Voice } from '#texts/index.ts';
import { escapeHtml, tellContact, tellStaff } from '#use-cases/messages/tell-people.ts';
import { shortId } from '#platform/ids.ts';

/** The words of one order's story. Every message has a key of its own, so that a repeated decision says nothing twice. */

export async function tellStaffOfNewOrder(tx: Tx, order: Order): Promise<void> {
  await tellStaff(tx, {
    notice: 'newOrder',
    key: `order:${order.id}:new`,
    orderId: order.id,
    words: (language) => ({ text: t(language, 'staff.order_new', facts(language, order)) }),
  });
}

export async function tellOfPaidOrder(tx: Tx, order: Order, late: boolean, round: string): Promise<void> {
  await tellContact(tx, {
    contactId: order.contactId,
    key: `order:${order.id}:paid:${round}`,
    class: 'receipt',
    orderId: order.id,
    words: (voice) => ({
      text: t(voice, late ? 'msg.order_paid_late' : 'msg.order_paid', facts(voice.language, order)),
    }),
  });
  await tellStaff(tx, {
    notice: 'paidOrder',
    key: `order:${order.id}:paid:${round}`,
    orderId: order.id,
    words: (language) => ({
      text: t(language, 'staff.order_paid', {
        ...facts(language, order),
        delivery: t(language, order.deliveryKind === 'courier' ? 'staff.delivery_courier' : 'staff.delivery_pickup', {
          address: escapeHtml(order.deliveryAddress ?? ''),
        }),
      }),
    }),
  });
}

export async function tellOfExpiredOrder(tx: Tx, order: Order): Promise<void> {
  await say(tx, order, 'expired', 'receipt', 'msg.order_expired');
}

export async function tellOfCancelledOrder(
  tx: Tx,
  order: Order,
  facts_: { reason: string; refund: 'none' | 'provider' | 'by_hand'; round: string },
): Promise<void> {
  await say(tx, order, `cancelled:${facts_.round}`, 'receipt', cancelledWords[facts_.refund], {
    reason: escapeHtml(facts_.reason),
  });
}

export async function tellOfLateRefund(tx: Tx, order: Order, settlementId: string): Promise<void> {
  await say(tx, order, `refund_due:${settlementId}`, 'receipt', 'msg.late_refund');
  await tellStaff(tx, {
    notice: 'refund',
    key: `order:${order.id}:refund_due:${settlementId}`,
    orderId: order.id,
    words: (language) => ({ text: t(language, 'staff.refund_due', facts(language, order)) }),
  });
}

/** The amount is the refund's own: what came beside the price goes back as it came. */
export async function tellOfRefund(
  tx: Tx,
  order: Order,
  refund: { id: string; amountMinor: number; byHand: boolean },
): Promise<void> {
  await tellContact(tx, {
    contactId: order.contactId,
    key: `order:${order.id}:refunded:${refund.id}`,
    class: 'receipt',
    orderId: order.id,
    words: (voice) => ({
      text: t(voice, refund.byHand ? 'msg.refunded_by_hand' : 'msg.refunded', {
        number: order.number,
        total: money(voice.language, refund.amountMinor, order.currency),
      }),
    }),
  });
}

export async function tellOfPaymentLink(
  tx: Tx,
  order: Order,
  link: { attemptId: string; url: string; deadlineAt: Date },
): Promise<void> {
  const zone = (await tx.em.findOneOrFail(Business, tx.businessId)).timeZone;
  await tellContact(tx, {
    contactId: order.contactId,
    key: `payment:${link.attemptId}:link`,
    class: 'screen',
    orderId: order.id,
    words: (voice) => ({
      text: t(voice, 'msg.payment_link', {
        ...facts(voice.language, order),
        deadline: dateTime(voice.language, link.deadlineAt, zone, 'time'),
      }),
      keyboard: [[{ text: t(voice, 'msg.pay_button', facts(voice.language, order)), url: link.url }]],
    }),
  });
}

export async function tellOfLinkTrouble(tx: Tx, order: Order, attemptId: string): Promise<void> {
  await tellContact(tx, {
    contactId: order.contactId,
    key: `order:${order.id}:link_trouble:${attemptId}`,
    class: 'screen',
    orderId: order.id,
    words: (voice) => ({
      text: t(voice, 'msg.link_trouble', facts(voice.language, order)),
      keyboard: [retryButton(voice, order.id)],
    }),
  });
}

export async function tellOfDecline(tx: Tx, order: Order, attempt: { id: string; reason: string }): Promise<void> {
  await tellContact(tx, {
    contactId: order.contactId,
    key: `payment:${attempt.id}:declined`,
    class: 'screen',
    orderId: order.id,
    words: (voice) => ({
      text: t(voice, 'msg.payment_declined', {
        ...facts(voice.language, order),
        reason: declineWords(voice, attempt.reason),
      }),
      keyboard: [retryButton(voice, order.id)],
    }),
  });
}

/** What a client reads when staff moves an order on; moving it back says nothing. */
export async function tellOfMove(tx: Tx, order: Order): Promise<void> {
  const keys: Partial<Record<Order['state'], TextKey>> = {
    processing: 'msg.order_processing',
    shipped: order.deliveryKind === 'courier' ? 'msg.order_shipped_courier' : 'msg.order_shipped_pickup',
    delivered: 'msg.order_delivered',
  };
  const key = keys[order.state];
  if (!key) return;
  const { pickupAddress } = settingsOf(await tx.em.findOneOrFail(Business, tx.businessId));
  await tellContact(tx, {
    contactId: order.contactId,
    key: `order:${order.id}:moved:${order.revision}`,
    class: 'service',
    orderId: order.id,
    words: (voice) => ({
      text: t(voice, key, { ...facts(voice.language, order), address: escapeHtml(pickupAddress[voice.language]) }),
    }),
  });
}

/** Callback data of "try to pay again"; bot/callback-codec.ts reads it. */
export const retryPaymentCallback = (orderId: string): string => `rp:${shortId(orderId)}`;

async function say(
  tx: Tx,
  order: Order,
  what: string,
  messageClass: 'receipt' | 'screen',
  key: TextKey,
  more: Record<string, string> = {},
): Promise<void> {
  await tellContact(tx, {
    contactId: order.contactId,
    key: `order:${order.id}:${what}`,
    class: messageClass,
    orderId: order.id,
    words: (voice) => ({ text: t(voice, key, { ...facts(voice.language, order), ...more }) }),
  });
}

function facts(language: Language, order: Order): { number: number; total: string; name: string } {
  return {
    number: order.number,
    total: money(language, order.totalMinor, order.currency),
    name: escapeHtml(order.customerName),
  };
}

const retryButton = (voice: Voice, orderId: string) => [
  { text: t(voice, 'msg.retry_button'), callback_data: retryPaymentCallback(orderId) },
];

const cancelledWords = {
  none: 'msg.order_cancelled',
  provider: 'msg.order_cancelled_refund',
  by_hand: 'msg.order_cancelled_refund_by_hand',
} as const;

const known = new Set([
  'insufficient_funds',
  '3d_secure_failed',
  'card_expired',
  'expired_on_confirmation',
  'fraud_suspected',
  'general_decline',
  'invalid_card_number',
  'payment_method_limit_exceeded',
]);

function declineWords(voice: Voice, reason: string): string {
  return t(voice, `msg.payment_declined_reason.${known.has(reason) ? reason : 'other'}` as TextKey);
}
