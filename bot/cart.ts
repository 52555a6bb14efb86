import { errorWords } from '#texts/index.ts';
import { acceptPrices } from '#use-cases/carts/accept-prices.ts';
import { clearCart } from '#use-cases/carts/clear-cart.ts';
import { fitCartToStock } from '#use-cases/carts/fit-cart-to-stock.ts';
import { readCart } from '#use-cases/carts/read-cart.ts';
import { MAX_QUANTITY, changeQuantity, removeLine, setQuantity } from '#use-cases/carts/set-quantity.ts';
import type { BotContext } from './context.ts';
import { continueToSummary } from './checkout-steps.ts';
import { cartScreen, clearScreen, quantityScreen } from './screens/cart.ts';
import { escape, lineName, words } from './screens/screen.ts';
import { attempt, goTo, readerOf, redraw, say, sayWithMenu, toast } from './show.ts';

export async function showCart(ctx: BotContext, note?: string): Promise<void> {
  // Looking at the cart ends the question about a number; a checkout stays open behind it.
  if (ctx.takt.dialogue.kind === 'quantity') goTo(ctx, { kind: 'idle' });
  await redraw(ctx, cartScreen(readerOf(ctx), await cartOf(ctx), note));
}

export async function stepLine(ctx: BotContext, variantId: string, by: 1 | -1): Promise<void> {
  const { tx, contact } = ctx.takt;
  const changed = await attempt(ctx, () =>
    changeQuantity(tx, { contactId: contact.id, variantId, by, mustBeThere: true }),
  );
  if (!changed.ok) await tellRefusal(ctx, changed.refusal);
  await showCart(ctx);
}

export async function takeOut(ctx: BotContext, variantId: string): Promise<void> {
  const { tx, contact } = ctx.takt;
  const line = await lineOf(ctx, variantId);
  if (!line) await toast(ctx, words(readerOf(ctx), 'cart.not_there'));
  else {
    await removeLine(tx, { contactId: contact.id, variantId });
    await toast(ctx, words(readerOf(ctx), 'cart.removed', { name: lineName(line, readerOf(ctx)) }));
  }
  await showCart(ctx);
}

/** The number of a line was pressed: the next text is a number. */
export async function askQuantity(ctx: BotContext, variantId: string): Promise<void> {
  const line = await lineOf(ctx, variantId);
  if (!line || line.gone) {
    await toast(ctx, words(readerOf(ctx), 'cart.not_there'));
    return showCart(ctx);
  }
  goTo(ctx, { kind: 'quantity', variantId });
  await say(ctx, quantityScreen(readerOf(ctx), line));
}

/** The number that was asked for, as people type it. */
export async function typeQuantity(ctx: BotContext, variantId: string, text: string): Promise<void> {
  const { tx, contact } = ctx.takt;
  const reader = readerOf(ctx);
  const line = await lineOf(ctx, variantId);
  if (!line) {
    goTo(ctx, { kind: 'idle' });
    return showCart(ctx, words(reader, 'cart.not_there'));
  }
  const typed = readQuantity(text);
  if (typeof typed === 'string')
    return say(ctx, { text: words(reader, `cart.quantity_${typed}`, { max: MAX_QUANTITY }) });
  const set = await attempt(ctx, () => setQuantity(tx, { contactId: contact.id, variantId, quantity: typed }));
  if (!set.ok) return say(ctx, { text: errorWords(reader, set.refusal.code, set.refusal.facts) });
  goTo(ctx, { kind: 'idle' });
  const name = escape(lineName(line, reader));
  await sayWithMenu(ctx, words(reader, typed === 0 ? 'cart.removed' : 'cart.quantity_set', { name, quantity: typed }));
  await showCart(ctx);
}

export async function askClear(ctx: BotContext): Promise<void> {
  const cart = await cartOf(ctx);
  if (cart.lines.length === 0) return showCart(ctx);
  await redraw(ctx, clearScreen(readerOf(ctx), cart));
}

export async function clear(ctx: BotContext): Promise<void> {
  await clearCart(ctx.takt.tx, ctx.takt.contact.id);
  goTo(ctx, { kind: 'idle' });
  await toast(ctx, words(readerOf(ctx), 'cart.cleared'));
  await showCart(ctx);
}

/** Leaves what is in stock; a checkout that waited for it goes on. */
export async function fit(ctx: BotContext): Promise<void> {
  await fitCartToStock(ctx.takt.tx, ctx.takt.contact.id);
  const note = words(readerOf(ctx), 'cart.fixed');
  if (await continueToSummary(ctx, note)) return;
  await showCart(ctx, note);
}

/** The new prices were seen and agreed to; the sum is shown once more before the order is placed. */
export async function accept(ctx: BotContext): Promise<void> {
  await acceptPrices(ctx.takt.tx, ctx.takt.contact.id);
  if (await continueToSummary(ctx)) return;
  await showCart(ctx);
}

/** A number of pieces, or what is wrong with the text. "2 pcs" is a number, "1.5" and "two" are none. */
export function readQuantity(text: string): number | 'not_number' | 'negative' | 'huge' {
  const found = /^([+\-\u2212]?)\s*(\d+)\s*(?:шт|штук|штуки|штука|pcs|pieces|piece)?\.?$/iu.exec(text.trim());
  if (!found) return 'not_number';
  const quantity = Number(found[2]);
  if (found[1] !== '' && found[1] !== '+' && quantity > 0) return 'negative';
  return quantity > MAX_QUANTITY ? 'huge' : quantity;
}

const cartOf = (ctx: BotContext) => readCart(ctx.takt.tx, ctx.takt.contact.id);

async function lineOf(ctx: BotContext, variantId: string) {
  return (await cartOf(ctx)).lines.find((line) => line.variantId === variantId);
}

async function tellRefusal(
  ctx: BotContext,
  refusal: { code: string; facts: Readonly<Record<string, unknown>> },
): Promise<void> {
  await toast(ctx, errorWords(readerOf(ctx), refusal.code, refusal.facts), { alert: true });
}
