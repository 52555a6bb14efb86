import type { DeliverySlot } from '#domain/orders/delivery.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import { dateTime, day } from '#texts/index.ts';
import type { Cart } from '#use-cases/carts/read-cart.ts';
import { readablePhone } from '#domain/contacts/phone.ts';
import type { CheckoutDraft } from '#use-cases/dialogues/dialogue-state.ts';
import { hours } from './checkout.ts';
import { button, escape, lineName, price, short, words, type Reader, type Screen } from './screen.ts';

/** A draft with nothing missing. */
export type WholeDraft = CheckoutDraft & {
  name: string;
  phone: string;
  delivery: NonNullable<CheckoutDraft['delivery']>;
};

export function summaryScreen(
  reader: Reader,
  facts: {
    key: string;
    draft: WholeDraft;
    cart: Cart;
    feeMinor: number;
    pickupAddress: Localized;
    note?: string | undefined;
  },
): Screen {
  const { draft, cart } = facts;
  const fee = draft.delivery.kind === 'courier' ? facts.feeMinor : 0;
  const total = price(reader, cart.totalMinor + fee);
  const lines = cart.lines
    .filter((line) => !line.gone)
    .map((line) =>
      words(reader, 'orders.line', {
        name: escape(short(lineName(line, reader), 80)),
        quantity: line.quantity,
        sum: price(reader, line.quantity * line.priceMinor),
      }),
    );
  return {
    text: [
      ...(facts.note ? [facts.note, ''] : []),
      words(reader, 'checkout.summary'),
      ...lines,
      '',
      words(reader, 'checkout.summary_name', { name: escape(draft.name) }),
      words(reader, 'checkout.summary_phone', { phone: readablePhone(draft.phone) }),
      deliveryText(reader, draft.delivery, facts.pickupAddress),
      ...(fee > 0 ? [words(reader, 'checkout.summary_fee', { fee: price(reader, fee) })] : []),
      draft.comment
        ? words(reader, 'checkout.summary_comment', { comment: escape(draft.comment) })
        : words(reader, 'checkout.summary_no_comment'),
      '',
      words(reader, 'orders.total', { total }),
      words(reader, 'checkout.change_hint'),
    ].join('\n'),
    keyboard: [
      [button(words(reader, 'checkout.confirm', { total }), { do: 'confirm', key: facts.key })],
      [
        button(words(reader, 'checkout.change_name'), { do: 'change', field: 'name' }),
        button(words(reader, 'checkout.change_phone'), { do: 'change', field: 'phone' }),
      ],
      [
        button(words(reader, 'checkout.change_delivery'), { do: 'change', field: 'delivery' }),
        button(words(reader, 'checkout.change_comment'), { do: 'change', field: 'comment' }),
      ],
      [
        button(words(reader, 'checkout.change_cart'), { do: 'cart' }),
        button(words(reader, 'checkout.cancel'), { do: 'leave_checkout' }),
      ],
    ],
  };
}

export function deliveryText(
  reader: Reader,
  delivery: { kind: 'pickup'; slot: DeliverySlot | null } | { kind: 'courier'; address: string },
  pickupAddress: Localized,
): string {
  if (delivery.kind === 'courier')
    return words(reader, 'checkout.summary_courier', { address: escape(delivery.address) });
  const slot = delivery.slot ? `${day(reader.language, delivery.slot.date)}, ${hours(reader, delivery.slot)}` : '';
  return words(reader, 'checkout.summary_pickup', { address: escape(pickupAddress[reader.language]), slot });
}

export function placedScreen(
  reader: Reader,
  order: { orderId: string; number: number; totalMinor: number; deadlineAt: Date },
): Screen {
  return {
    text: words(reader, 'checkout.placed', {
      number: order.number,
      total: price(reader, order.totalMinor),
      deadline: dateTime(reader.language, order.deadlineAt, reader.zone, 'time'),
    }),
  };
}

type Named = { name: Localized; variantName?: Localized | undefined };

const factName = (reader: Reader, line: Named): string =>
  escape(short(lineName({ productName: line.name, variantName: line.variantName ?? { ru: '', en: '' } }, reader), 60));

export function priceChangedScreen(
  reader: Reader,
  lines: readonly (Named & { oldMinor: number; newMinor: number })[],
): Screen {
  return {
    text: [
      words(reader, 'checkout.price_changed'),
      ...lines.map((line) =>
        words(reader, 'checkout.price_line', {
          name: factName(reader, line),
          old: price(reader, line.oldMinor),
          new: price(reader, line.newMinor),
        }),
      ),
      '',
      words(reader, 'checkout.price_ask'),
    ].join('\n'),
    keyboard: [
      [button(words(reader, 'checkout.price_accept'), { do: 'cart_accept' })],
      [button(words(reader, 'checkout.price_refuse'), { do: 'cart' })],
    ],
  };
}

export function soldOutScreen(reader: Reader, lines: readonly (Named & { wanted: number; left: number })[]): Screen {
  return {
    text: [
      words(reader, 'checkout.sold_out'),
      ...lines.map((line) =>
        line.left === 0
          ? words(reader, 'checkout.sold_out_gone', { name: factName(reader, line) })
          : words(reader, 'checkout.sold_out_line', {
              name: factName(reader, line),
              wanted: line.wanted,
              left: line.left,
            }),
      ),
      '',
      words(reader, 'checkout.sold_out_ask'),
    ].join('\n'),
    keyboard: [
      [button(words(reader, 'cart.fix'), { do: 'cart_fit' })],
      [button(words(reader, 'checkout.price_refuse'), { do: 'cart' })],
    ],
  };
}
