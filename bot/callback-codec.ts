import { shortId } from '#platform/ids.ts';
import { bookingCodecs, type BookingPress } from './booking-codec.ts';
import { isDate, plain, readId, readNumber, withId, type Codec, type Codecs } from './codec-parts.ts';

/** What a pressed button asks for. Every one fits into the 64 bytes that Telegram allows. */
export type Press = ShopPress | BookingPress;

type ShopPress =
  | { do: 'nothing' }
  | { do: 'categories' }
  | { do: 'products'; categoryId: string; page: number }
  | { do: 'product'; productId: string }
  | { do: 'add'; variantId: string }
  | { do: 'cart' }
  | { do: 'cart_plus'; variantId: string }
  | { do: 'cart_minus'; variantId: string }
  | { do: 'cart_type'; variantId: string }
  | { do: 'cart_remove'; variantId: string }
  | { do: 'cart_clear_ask' }
  | { do: 'cart_clear' }
  | { do: 'cart_fit' }
  | { do: 'cart_accept' }
  | { do: 'checkout' }
  | { do: 'take_name' }
  | { do: 'delivery'; kind: 'pickup' | 'courier' }
  | { do: 'days' }
  | { do: 'day'; date: string }
  | { do: 'slot'; date: string; fromHour: number }
  | { do: 'skip_comment' }
  | { do: 'change'; field: 'name' | 'phone' | 'delivery' | 'comment' }
  | { do: 'summary' }
  | { do: 'confirm'; key: string }
  | { do: 'leave_checkout' }
  | { do: 'orders'; page: number }
  | { do: 'order'; orderId: string }
  | { do: 'retry_payment'; orderId: string }
  | { do: 'language'; language: 'ru' | 'en' }
  | { do: 'choose_language' }
  | { do: 'consent'; yes: boolean }
  | { do: 'stop' }
  | { do: 'resume' }
  | { do: 'automation'; messageId: string; button: string };

const fields = ['name', 'phone', 'delivery', 'comment'] as const;

const shopCodecs: Codecs<ShopPress> = {
  nothing: plain('nothing', 'n'),
  categories: plain('categories', 'ct'),
  products: {
    word: 'cg',
    write: (press) => [shortId(press.categoryId), String(press.page)],
    read: ([id, page]) => {
      const categoryId = readId(id);
      const at = readNumber(page, 1, 9999);
      return categoryId === undefined || at === undefined ? undefined : { do: 'products', categoryId, page: at };
    },
  },
  product: withId('product', 'p', 'productId'),
  add: withId('add', 'a', 'variantId'),
  cart: plain('cart', 'c'),
  cart_plus: withId('cart_plus', 'c+', 'variantId'),
  cart_minus: withId('cart_minus', 'c-', 'variantId'),
  cart_type: withId('cart_type', 'c=', 'variantId'),
  cart_remove: withId('cart_remove', 'cx', 'variantId'),
  cart_clear_ask: plain('cart_clear_ask', 'c?'),
  cart_clear: plain('cart_clear', 'c0'),
  cart_fit: plain('cart_fit', 'cf'),
  cart_accept: plain('cart_accept', 'ca'),
  checkout: plain('checkout', 'k'),
  take_name: plain('take_name', 'kn'),
  delivery: {
    word: 'kd',
    write: (press) => [press.kind === 'pickup' ? 'p' : 'c'],
    read: ([kind]) =>
      kind === 'p'
        ? { do: 'delivery', kind: 'pickup' }
        : kind === 'c'
          ? { do: 'delivery', kind: 'courier' }
          : undefined,
  },
  days: plain('days', 'kt'),
  day: {
    word: 'ky',
    write: (press) => [press.date],
    read: ([date]) => (isDate(date) ? { do: 'day', date } : undefined),
  },
  slot: {
    word: 'ks',
    write: (press) => [press.date, String(press.fromHour)],
    read: ([date, hour]) => {
      const fromHour = readNumber(hour, 0, 23);
      return isDate(date) && fromHour !== undefined ? { do: 'slot', date, fromHour } : undefined;
    },
  },
  skip_comment: plain('skip_comment', 'kk'),
  change: {
    word: 'ke',
    write: (press) => [press.field],
    read: ([field]) => {
      const known = fields.find((one) => one === field);
      return known && { do: 'change', field: known };
    },
  },
  summary: plain('summary', 'kz'),
  confirm: withId('confirm', 'ko', 'key'),
  leave_checkout: plain('leave_checkout', 'kx'),
  orders: {
    word: 'ol',
    write: (press) => [String(press.page)],
    read: ([page]) => {
      const at = readNumber(page, 1, 9999);
      return at === undefined ? undefined : { do: 'orders', page: at };
    },
  },
  order: withId('order', 'o', 'orderId'),
  retry_payment: withId('retry_payment', 'rp', 'orderId'),
  language: {
    word: 'lg',
    write: (press) => [press.language],
    read: ([language]) => (language === 'ru' || language === 'en' ? { do: 'language', language } : undefined),
  },
  choose_language: plain('choose_language', 'lc'),
  consent: {
    word: 'cs',
    write: (press) => [press.yes ? 'y' : 'n'],
    read: ([yes]) => (yes === 'y' || yes === 'n' ? { do: 'consent', yes: yes === 'y' } : undefined),
  },
  stop: plain('stop', 'st'),
  resume: plain('resume', 'go'),
  // Written by messages of automations (use-cases/effects/send-message.ts).
  automation: {
    word: 'm',
    write: (press) => [shortId(press.messageId), press.button],
    read: ([id, ...button]) => {
      const messageId = readId(id);
      const name = button.join(':');
      return messageId === undefined || name === '' ? undefined : { do: 'automation', messageId, button: name };
    },
  },
};

const codecs = { ...shopCodecs, ...bookingCodecs };
const byWord = new Map<string, Codec<Press>>(
  Object.values(codecs).map((codec) => [codec.word, codec as unknown as Codec<Press>]),
);

/** The callback data of a press. @throws when it does not fit into 64 bytes. */
export function formatPress(press: Press): string {
  const codec = codecs[press.do] as unknown as Codec<Press>;
  const data = [codec.word, ...codec.write(press)].join(':');
  if (Buffer.byteLength(data) > 64) throw new Error(`callback data of "${press.do}" takes more than 64 bytes`);
  return data;
}

/** What callback data asks for; undefined for anything that no button of ours says. */
export function parsePress(data: string): Press | undefined {
  const [word, ...parts] = data.split(':');
  const codec = word === undefined ? undefined : byWord.get(word);
  if (!codec) return undefined;
  const press = codec.read(parts);
  // A button is what we wrote, to the letter: nothing half understood gets through.
  return press !== undefined && [codec.word, ...codec.write(press)].join(':') === data ? press : undefined;
}
