import { listOwnOrders } from '#use-cases/orders/list-own-orders.ts';
import { readOwnOrder } from '#use-cases/orders/read-own-order.ts';
import { retryPayment } from '#use-cases/payments/retry-payment.ts';
import type { BotContext } from './context.ts';
import { orderScreen, ordersScreen } from './screens/orders.ts';
import { words } from './screens/screen.ts';
import { attempt, readerOf, redraw, say, toast } from './show.ts';

export async function showOrders(ctx: BotContext, page = 1): Promise<void> {
  await redraw(
    ctx,
    ordersScreen(readerOf(ctx), await listOwnOrders(ctx.takt.tx, { contactId: ctx.takt.contact.id, page })),
  );
}

/** One's own order; a button of somebody else's order shows nothing of it. */
export async function showOrder(ctx: BotContext, orderId: string): Promise<void> {
  const order = await readOwnOrder(ctx.takt.tx, { contactId: ctx.takt.contact.id, orderId });
  if (!order) return toast(ctx, words(readerOf(ctx), 'orders.not_yours'), { alert: true });
  await redraw(ctx, orderScreen(readerOf(ctx), order, ctx.takt.business.settings.pickupAddress));
}

/** A new attempt after a decline. */
export async function payAgain(ctx: BotContext, orderId: string): Promise<void> {
  const { tx, contact } = ctx.takt;
  const reader = readerOf(ctx);
  const tried = await attempt(ctx, () => retryPayment(tx, { orderId, contactId: contact.id }), { undo: true });
  if (tried.ok) return toast(ctx, words(reader, 'orders.retry_started'));
  switch (tried.refusal.code) {
    case 'order_not_found':
      return toast(ctx, words(reader, 'orders.not_yours'), { alert: true });
    case 'payment_not_awaiting':
      return toast(ctx, words(reader, 'orders.retry_closed'), { alert: true });
    case 'attempt_still_open': {
      await toast(ctx, words(reader, tried.refusal.facts['url'] ? 'orders.retry_open' : 'orders.link_soon'));
      const order = await readOwnOrder(tx, { contactId: contact.id, orderId });
      if (order?.payment.state === 'link')
        await say(ctx, orderScreen(reader, order, ctx.takt.business.settings.pickupAddress));
      return;
    }
    default:
      throw tried.refusal;
  }
}
