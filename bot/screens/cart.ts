import type { Cart, CartLineView } from '#use-cases/carts/read-cart.ts';
import { button, escape, lineName, price, short, words, type Reader, type Screen } from './screen.ts';

export function cartScreen(reader: Reader, cart: Cart, note?: string): Screen {
  if (cart.lines.length === 0) {
    return {
      text: [note, words(reader, 'cart.empty')].filter(Boolean).join('\n\n'),
      keyboard: [[button(words(reader, 'catalog.open'), { do: 'categories' })]],
    };
  }
  const total = price(reader, cart.totalMinor);
  const short_ = cart.lines.some((line) => line.left < line.quantity);
  return {
    text: [
      ...(note ? [note, ''] : []),
      words(reader, 'cart.title'),
      ...cart.lines.map((line) => lineText(reader, line)),
      '',
      words(reader, 'cart.total', { total }),
    ].join('\n'),
    keyboard: [
      ...cart.lines.flatMap((line) => lineButtons(reader, line, cart.lines.length)),
      ...(short_ ? [[button(words(reader, 'cart.fix'), { do: 'cart_fit' })]] : []),
      ...(cart.pieces > 0 ? [[button(words(reader, 'cart.checkout', { total }), { do: 'checkout' })]] : []),
      [
        button(words(reader, 'catalog.open'), { do: 'categories' }),
        button(words(reader, 'cart.clear'), { do: 'cart_clear_ask' }),
      ],
    ],
  };
}

export function clearScreen(reader: Reader, cart: Cart): Screen {
  const count = words(reader, 'cart.count', { count: cart.pieces });
  return {
    text: words(reader, 'cart.clear_ask', { count, total: price(reader, cart.totalMinor) }),
    keyboard: [
      [
        button(words(reader, 'cart.clear_yes'), { do: 'cart_clear' }),
        button(words(reader, 'cart.clear_no'), { do: 'cart' }),
      ],
    ],
  };
}

export function quantityScreen(reader: Reader, line: CartLineView): Screen {
  return {
    text: words(reader, 'cart.quantity_ask', {
      name: `<b>${escape(short(lineName(line, reader), 80))}</b>`,
      left: line.left,
    }),
    keyboard: [[button(words(reader, 'checkout.keep'), { do: 'cart' })]],
  };
}

function lineText(reader: Reader, line: CartLineView): string {
  const name = escape(short(lineName(line, reader), 60));
  if (line.gone) return words(reader, 'cart.line_gone', { name });
  const notes = [
    line.left < line.quantity ? words(reader, 'cart.line_short', { left: line.left }) : undefined,
    line.priceMinor === line.seenPriceMinor
      ? undefined
      : words(reader, 'cart.line_price', {
          old: price(reader, line.seenPriceMinor),
          new: price(reader, line.priceMinor),
        }),
  ].filter((note) => note !== undefined);
  const text = words(reader, 'cart.line', {
    name,
    quantity: line.quantity,
    price: price(reader, line.priceMinor),
    sum: price(reader, line.priceMinor * line.quantity),
  });
  return notes.length === 0 ? text : `${text}\n<i>${notes.join('; ')}</i>`;
}

function lineButtons(reader: Reader, line: CartLineView, lines: number) {
  const { variantId } = line;
  const remove = button(words(reader, 'cart.remove'), { do: 'cart_remove', variantId });
  const title =
    lines > 1 ? [[button(short(lineName(line, reader), 40), { do: 'product', productId: line.productId })]] : [];
  if (line.gone) return [...title, [remove]];
  return [
    ...title,
    [
      button('−', { do: 'cart_minus', variantId }),
      button(words(reader, 'cart.pieces', { quantity: line.quantity }), { do: 'cart_type', variantId }),
      button('+', { do: 'cart_plus', variantId }),
      // Telegram takes 100 buttons; a long cart is emptied by minus or by typing 0.
      ...(lines <= 15 ? [remove] : []),
    ],
  ];
}
