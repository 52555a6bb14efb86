import type { InlineKeyboardButton } from 'grammy/types';
import type { CatalogCategory } from '#use-cases/catalog/list-categories.ts';
import type { CatalogPage } from '#use-cases/catalog/list-products.ts';
import type { ProductCard } from '#use-cases/catalog/read-product.ts';
import { button, escape, local, pager, price, rows, short, words, type Reader, type Screen } from './screen.ts';

export function categoriesScreen(reader: Reader, categories: readonly CatalogCategory[]): Screen {
  if (categories.length === 0) return { text: words(reader, 'catalog.empty') };
  return {
    text: words(reader, 'catalog.title'),
    keyboard: rows(
      categories.map((category) =>
        button(local(category.name, reader), { do: 'products', categoryId: category.id, page: 1 }),
      ),
      2,
    ),
  };
}

export function productsScreen(reader: Reader, page: CatalogPage): Screen {
  const name = escape(local(page.category.name, reader));
  return {
    text: words(reader, 'catalog.category', { name }),
    keyboard: [
      ...page.products.map((product) => {
        const key = !product.available
          ? 'catalog.item_sold_out'
          : product.severalPrices
            ? 'catalog.item_from'
            : 'catalog.item';
        const label = words(reader, key, {
          name: short(local(product.name, reader), 40),
          price: price(reader, product.fromMinor),
        });
        return [button(label, { do: 'product', productId: product.id })];
      }),
      ...pager(reader, page, (to) => ({ do: 'products', categoryId: page.category.id, page: to })),
      [button(words(reader, 'catalog.back'), { do: 'categories' })],
    ],
  };
}

/** A product with its variants as buttons. `lowStock`: at this many pieces and fewer the number left is told. */
export function productScreen(
  reader: Reader,
  product: ProductCard,
  facts: { lowStock: number; cart: { pieces: number; totalMinor: number } },
): Screen {
  const lines = [`<b>${escape(short(local(product.name, reader), 120))}</b>`];
  const description = local(product.description, reader);
  // A caption holds 1,024 characters; the rest is for name and stock.
  if (description) lines.push(escape(short(description, 500)));
  const available = product.variants.filter((variant) => variant.left > 0);
  if (available.length === 0) lines.push('', words(reader, 'product.sold_out'));
  for (const variant of available.slice(0, 6)) {
    if (variant.left > facts.lowStock) continue;
    lines.push(
      words(reader, 'product.variant_left', {
        name: escape(short(local(variant.name, reader), 30)),
        left: variant.left,
      }),
    );
  }
  if (available.length > 0) lines.push('', words(reader, 'product.choose'));
  return {
    text: lines.join('\n'),
    photoId: product.photoId ?? undefined,
    keyboard: productKeyboard(reader, product, facts.cart),
  };
}

export function productKeyboard(
  reader: Reader,
  product: ProductCard,
  cart: { pieces: number; totalMinor: number },
): InlineKeyboardButton[][] {
  const variants = product.variants.map((variant) => {
    const key = variant.left > 0 ? 'product.variant_button' : 'product.variant_sold_out';
    const label = words(reader, key, {
      name: short(local(variant.name, reader), 30),
      price: price(reader, variant.priceMinor),
    });
    return button(label, { do: 'add', variantId: variant.id });
  });
  return [
    ...rows(variants, variants.length > 4 ? 1 : 2),
    ...(cart.pieces > 0
      ? [[button(words(reader, 'cart.button', { total: price(reader, cart.totalMinor) }), { do: 'cart' })]]
      : []),
    [
      button(words(reader, 'product.category_button', { name: local(product.category.name, reader) }), {
        do: 'products',
        categoryId: product.category.id,
        page: 1,
      }),
    ],
  ];
}
