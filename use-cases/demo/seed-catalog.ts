import { readFile } from 'node:fs/promises';
import { demoCatalog, type DemoCategory, type DemoProduct, type DemoVariant } from './demo-shop.ts';

/** Runs SQL with `?` placeholders, whoever holds the connection. */
export type Ask = (query: string, params: readonly unknown[]) => Promise<readonly unknown[]>;
type Place = { businessId: string; idOf(demoId: string): string; now: Date };

/** The demo goods, with their photos and opening stock. What is already there stays as it is. */
export async function seedCatalog(ask: Ask, place: Place): Promise<void> {
  for (const [position, category] of demoCatalog.entries()) await seedCategory(ask, place, category, position);
}

async function seedCategory(ask: Ask, place: Place, category: DemoCategory, position: number): Promise<void> {
  await ask(
    'insert into category (id, business_id, name, position) values (?, ?, ?::jsonb, ?) on conflict (id) do nothing',
    [place.idOf(category.id), place.businessId, JSON.stringify(category.name), position],
  );
  for (const [at, product] of category.products.entries()) {
    const known = await ask('select 1 from product where id = ?', [place.idOf(product.id)]);
    if (known.length === 0) await seedProduct(ask, place, category, product, at);
  }
}

async function seedProduct(
  ask: Ask,
  place: Place,
  category: DemoCategory,
  product: DemoProduct,
  position: number,
): Promise<void> {
  const { businessId, idOf, now } = place;
  const content = await readFile(new URL(`./photos/${product.photo}.jpg`, import.meta.url));
  await ask(
    `insert into photo (id, business_id, content, mime, created_at) values (?, ?, ?, 'image/jpeg', ?) on conflict (id) do nothing`,
    [idOf(product.photoId), businessId, content, now],
  );
  await ask(
    `insert into product (id, business_id, category_id, name, description, photo_id, position, created_at)
     values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)`,
    [
      idOf(product.id),
      businessId,
      idOf(category.id),
      JSON.stringify(product.name),
      JSON.stringify(product.description),
      idOf(product.photoId),
      position,
      now,
    ],
  );
  for (const [order, variant] of product.variants.entries()) await seedVariant(ask, place, product.id, variant, order);
}

/** The opening stock is an entry of the ledger like any other, so that the sums add up from the first day. */
async function seedVariant(
  ask: Ask,
  { businessId, idOf, now }: Place,
  productId: string,
  variant: DemoVariant,
  position: number,
): Promise<void> {
  const id = idOf(variant.id);
  await ask(
    `insert into variant (id, business_id, product_id, name, price_minor, on_hand, position) values (?, ?, ?, ?::jsonb, ?, ?, ?)`,
    [id, businessId, idOf(productId), JSON.stringify(variant.name), variant.priceMinor, variant.stock, position],
  );
  if (variant.stock === 0) return;
  await ask(
    `insert into stock_entry (id, business_id, variant_id, kind, on_hand_change, reserved_change, on_hand_after, reserved_after,
       actor, entry_key, created_at)
     values (?, ?, ?, 'opening', ?, 0, ?, 0, 'demo data', ?, ?)`,
    [id, businessId, id, variant.stock, variant.stock, `opening:${id}`, now],
  );
}
