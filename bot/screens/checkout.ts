import type { DeliverySlot } from '#domain/orders/delivery.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import { day } from '#texts/index.ts';
import { readablePhone } from '#domain/contacts/phone.ts';
import { button, escape, price, rows, words, type Reader, type Screen } from './screen.ts';

/** What a question needs besides the reader. */
type Asked = { changing: boolean };

/** The way out under every question: back to the summary while a line is changed, else out of the checkout. */
const wayOut = (reader: Reader, { changing }: Asked) => [
  changing
    ? button(words(reader, 'checkout.keep'), { do: 'summary' })
    : button(words(reader, 'checkout.cancel'), { do: 'leave_checkout' }),
];

export function nameScreen(reader: Reader, asked: Asked & { known: string | undefined }): Screen {
  return {
    text: words(reader, 'checkout.name_ask'),
    keyboard: [...(asked.known ? [[button(asked.known, { do: 'take_name' })]] : []), wayOut(reader, asked)],
  };
}

/** The keyboard in place of the letters, since only it can share a contact; the known number is typed by its own key. */
export function phoneScreen(reader: Reader, asked: { known: string | null }): Screen {
  return {
    text: words(reader, 'checkout.phone_ask'),
    replyKeyboard: [
      [{ text: words(reader, 'checkout.phone_share'), request_contact: true }],
      ...(asked.known ? [[{ text: readablePhone(asked.known) }]] : []),
      [{ text: words(reader, 'checkout.cancel') }],
    ],
  };
}

export function deliveryScreen(reader: Reader, asked: Asked & { feeMinor: number }): Screen {
  return {
    text: words(reader, 'checkout.delivery_ask'),
    keyboard: [
      [button(words(reader, 'checkout.delivery_pickup'), { do: 'delivery', kind: 'pickup' })],
      [
        button(words(reader, 'checkout.delivery_courier', { fee: price(reader, asked.feeMinor) }), {
          do: 'delivery',
          kind: 'courier',
        }),
      ],
      wayOut(reader, asked),
    ],
  };
}

export function dayScreen(
  reader: Reader,
  asked: Asked & { address: Localized; slots: readonly DeliverySlot[] },
): Screen {
  const days = [...new Set(asked.slots.map((slot) => slot.date))];
  const address = escape(asked.address[reader.language]);
  return {
    text: days.length === 0 ? words(reader, 'checkout.slot_none') : words(reader, 'checkout.day_ask', { address }),
    keyboard: [
      ...rows(
        days.map((date) => button(day(reader.language, date), { do: 'day', date })),
        2,
      ),
      [button(words(reader, 'checkout.other_delivery'), { do: 'change', field: 'delivery' })],
      wayOut(reader, asked),
    ],
  };
}

export function slotScreen(reader: Reader, asked: Asked & { date: string; slots: readonly DeliverySlot[] }): Screen {
  const today = asked.slots.filter((slot) => slot.date === asked.date);
  return {
    text: words(reader, 'checkout.slot_ask', { day: day(reader.language, asked.date) }),
    keyboard: [
      ...rows(
        today.map((slot) => button(hours(reader, slot), { do: 'slot', date: slot.date, fromHour: slot.fromHour })),
        2,
      ),
      [button(words(reader, 'checkout.other_day'), { do: 'days' })],
      wayOut(reader, asked),
    ],
  };
}

export function addressScreen(reader: Reader, asked: Asked): Screen {
  return {
    text: words(reader, 'checkout.address_ask'),
    keyboard: [
      [button(words(reader, 'checkout.other_delivery'), { do: 'change', field: 'delivery' })],
      wayOut(reader, asked),
    ],
  };
}

export function commentScreen(reader: Reader, asked: Asked): Screen {
  return {
    text: words(reader, 'checkout.comment_ask'),
    keyboard: [[button(words(reader, 'checkout.skip'), { do: 'skip_comment' })], wayOut(reader, asked)],
  };
}

export const hours = (reader: Reader, slot: DeliverySlot): string =>
  words(reader, 'checkout.slot', { from: slot.fromHour, to: slot.toHour });
