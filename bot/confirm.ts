import { BusinessError } from '#domain/errors.ts';
import { errorWords } from '#texts/index.ts';
import { readCart, type Cart } from '#use-cases/carts/read-cart.ts';
import { changeContact } from '#use-cases/contacts/change-contact.ts';
import type { CheckoutState } from '#use-cases/dialogues/dialogue-state.ts';
import { placeOrder } from '#use-cases/orders/place-order.ts';
import { readOwnOrder } from '#use-cases/orders/read-own-order.ts';
import { ask, isWhole, seenTotal } from './checkout-steps.ts';
import type { BotContext } from './context.ts';
import { cartScreen } from './screens/cart.ts';
import { words } from './screens/screen.ts';
import { placedScreen, priceChangedScreen, soldOutScreen } from './screens/summary.ts';
import { attempt, dropButtons, goTo, readerOf, redraw, sayWithMenu, toast } from './show.ts';

/** Confirm was pressed. The key in the button makes two presses one order, however late the second comes. */
export async function confirm(ctx: BotContext, key: string): Promise<void> {
  const { tx, contact, dialogue } = ctx.takt;
  const reader = readerOf(ctx);
  // Placing an order ends its checkout in the same commit: one that is still open has no order yet.
  if (dialogue.kind !== 'checkout' || dialogue.key !== key) {
    const placed = await readOwnOrder(tx, { contactId: contact.id, checkoutKey: key });
    const said = placed
      ? words(reader, 'checkout.placed_already', { number: placed.number })
      : words(reader, 'checkout.left');
    return toast(ctx, said, { alert: true });
  }
  if (dialogue.step !== 'summary') return toast(ctx, words(reader, 'checkout.other_step'), { alert: true });
  const { draft } = dialogue;
  if (!isWhole(draft)) return ask(ctx, dialogue, 'name');

  const cart = await readCart(tx, contact.id);
  if (
    cart.pieces > 0 &&
    dialogue.seenTotalMinor !== seenTotal(ctx, cart, draft) &&
    cart.lines.every((line) => !line.gone)
  ) {
    await toast(ctx, words(reader, 'checkout.cart_changed'), { alert: true });
    return ask(ctx, dialogue, 'summary', { note: words(reader, 'checkout.cart_changed') });
  }
  // In a rush nearly everybody is late: they are told from what was just read, before anything is tried.
  const missing = cart.lines.filter((line) => line.left < line.quantity);
  if (missing.length > 0) return tellRefusal(ctx, dialogue, soldOut(missing));
  const order = await attempt(
    ctx,
    () =>
      placeOrder(tx, {
        contactId: contact.id,
        botId: ctx.takt.botId,
        checkoutKey: key,
        name: draft.name,
        phone: draft.phone,
        delivery: draft.delivery,
        comment: draft.comment,
      }),
    { undo: true },
  );
  if (!order.ok) return tellRefusal(ctx, dialogue, order.refusal);
  ctx.takt.contact = await changeContact(tx, {
    contactId: contact.id,
    changes: { phone: draft.phone },
    cause: 'order',
  });
  goTo(ctx, { kind: 'idle' });
  await toast(ctx);
  await dropButtons(ctx);
  await sayWithMenu(ctx, placedScreen(reader, order.value).text);
}

function soldOut(missing: Cart['lines']): BusinessError {
  const lines = missing.map((line) => ({
    name: line.productName,
    variantName: line.variantName,
    wanted: line.quantity,
    left: line.left,
  }));
  return new BusinessError('sold_out', { lines });
}

/** Every refusal says what to do next; the filled-in checkout stays open for it. */
async function tellRefusal(ctx: BotContext, state: CheckoutState, refusal: BusinessError): Promise<void> {
  const reader = readerOf(ctx);
  const said = errorWords(reader, refusal.code, refusal.facts);
  await toast(ctx, said, { alert: true });
  switch (refusal.code) {
    case 'price_changed':
      return redraw(
        ctx,
        priceChangedScreen(reader, refusal.facts['lines'] as Parameters<typeof priceChangedScreen>[1]),
      );
    case 'sold_out':
      return redraw(ctx, soldOutScreen(reader, refusal.facts['lines'] as Parameters<typeof soldOutScreen>[1]));
    case 'delivery_slot_past':
      return ask(ctx, { ...state, changing: true }, 'day');
    default:
      goTo(ctx, { kind: 'idle' });
      return redraw(ctx, cartScreen(reader, await readCart(ctx.takt.tx, ctx.takt.contact.id), said));
  }
}
