import { errorWords } from '#texts/index.ts';
import { readCart } from '#use-cases/carts/read-cart.ts';
import { changeQuantity } from '#use-cases/carts/set-quantity.ts';
import { listCategories } from '#use-cases/catalog/list-categories.ts';
import { listProducts } from '#use-cases/catalog/list-products.ts';
import { readProduct } from '#use-cases/catalog/read-product.ts';
import type { BotContext } from './context.ts';
import { categoriesScreen, productKeyboard, productScreen, productsScreen } from './screens/catalog.ts';
import { lineName, words } from './screens/screen.ts';
import { attempt, readerOf, redraw, say, toast } from './show.ts';

export async function showCategories(ctx: BotContext): Promise<void> {
  await redraw(ctx, categoriesScreen(readerOf(ctx), await listCategories(ctx.takt.tx)));
}

export async function showProducts(ctx: BotContext, at: { categoryId: string; page: number }): Promise<void> {
  const page = await listProducts(ctx.takt.tx, at);
  if (page && page.products.length > 0) return redraw(ctx, productsScreen(readerOf(ctx), page));
  await toast(ctx, words(readerOf(ctx), 'catalog.category_gone'), { alert: true });
  await showCategories(ctx);
}

/** The card of a product, always as a message of its own: a photo cannot take the place of a text. */
export async function showProduct(ctx: BotContext, productId: string): Promise<void> {
  const { tx, contact, business } = ctx.takt;
  const product = await readProduct(tx, { productId });
  if (!product) return tellGone(ctx);
  const cart = await readCart(tx, contact.id);
  await say(ctx, productScreen(readerOf(ctx), product, { lowStock: business.settings.lowStock, cart }));
}

/** Puts one more piece of a variant into the cart. */
export async function addVariant(ctx: BotContext, variantId: string): Promise<void> {
  const { tx, contact } = ctx.takt;
  const reader = readerOf(ctx);
  const before = await readCart(tx, contact.id);
  const added = await attempt(ctx, () => changeQuantity(tx, { contactId: contact.id, variantId, by: 1 }));
  const product = await readProduct(tx, { variantId });
  const variant = product?.variants.find((one) => one.id === variantId);
  if (!added.ok) {
    const soldOut = added.refusal.code === 'not_enough_stock' && variant?.left === 0;
    const text = soldOut
      ? words(reader, 'product.sold_out')
      : errorWords(reader, added.refusal.code, added.refusal.facts);
    return toast(ctx, text, { alert: true });
  }
  if (!product || !variant) return tellGone(ctx);
  const name = lineName({ productName: product.name, variantName: variant.name }, reader);
  await toast(ctx, words(reader, 'product.added', { name, quantity: added.value }));
  const after = await readCart(tx, contact.id);
  const pressed = ctx.callbackQuery?.message;
  if (pressed && pressed.date !== 0 && after.totalMinor !== before.totalMinor) {
    await ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: productKeyboard(reader, product, after) } });
  }
}

async function tellGone(ctx: BotContext): Promise<void> {
  const text = words(readerOf(ctx), 'product.gone');
  if (ctx.callbackQuery) await toast(ctx, text, { alert: true });
  else await say(ctx, { text });
}
