import { formatPress } from '#bot/callback-codec.ts';
import { t } from '#texts/index.ts';
import type { Cashier } from './cashier.ts';
import { findButton, findText, paymentLinks, type Chat, type Phones } from './phone.ts';

export const plans = [
  'pays',
  'pays_silently',
  'pays_twice',
  'leaves',
  'declined_then_pays',
  'declined_then_leaves',
  'pays_late',
] as const;
export type Plan = (typeof plans)[number];

export type BuyerPlan = {
  plan: Plan;
  name: string;
  product: { categoryId: string; productId: string; variantId: string };
  pieces: number;
  /** Presses confirm twice. */
  doubled: boolean;
  /** Writes the word that opens a run of the club. */
  joinsClub: boolean;
};

export type BuyerStory = BuyerPlan & {
  userId: number;
  /** Where the story is, for whoever looks at one that hangs. */
  at: string;
  /** What the client was told: no order counts that was not accepted in the chat. */
  acceptedNumber?: number | undefined;
  outcome?: string | undefined;
};

export const clubWord = 'клуб';

/** One client from /start to the end of the story, by real updates, waiting for what the bot shows. */
export async function buy(phones: Phones, cashier: Cashier, story: BuyerStory): Promise<void> {
  const { userId, product } = story;
  const see = async <T>(at: string, find: (chat: Chat) => T | undefined): Promise<T> => {
    story.at = at;
    for (;;) {
      const change = phones.changed(userId);
      const found = find(await phones.chat(userId));
      if (found !== undefined) return found;
      await change;
    }
  };
  const press = async (at: string, data: string): Promise<void> => {
    const button = await see(at, (chat) => findButton(chat, data));
    await phones.press(userId, button.messageId, button.data);
  };
  const text = (pattern: RegExp) => (chat: Chat) => findText(chat, pattern);

  await phones.send(userId, { text: '/start' });
  await see('start', text(/./));
  if (story.joinsClub) await phones.send(userId, { text: clubWord });

  await phones.send(userId, { text: '/catalog' });
  await press('categories', formatPress({ do: 'products', categoryId: product.categoryId, page: 1 }));
  await press('products', formatPress({ do: 'product', productId: product.productId }));
  const add = formatPress({ do: 'add', variantId: product.variantId });
  const soldOut = t('ru', 'product.sold_out', {});
  const card = await see('card', (chat) =>
    findButton(chat, add) ? 'there' : findText(chat, new RegExp(soldOut)) ? 'sold out' : undefined,
  );
  if (card === 'sold out') return void (story.outcome = 'refused: sold out on the card');
  for (let piece = 0; piece < story.pieces; piece += 1) await press('add', add);
  await phones.send(userId, { text: '/cart' });
  const checkoutData = formatPress({ do: 'checkout' });
  const cart = await see('cart', (chat) =>
    findButton(chat, checkoutData) ? 'filled' : findText(chat, /Пока пусто/) ? 'empty' : undefined,
  );
  if (cart === 'empty') return void (story.outcome = 'refused: sold out before the cart');
  await press('cart', checkoutData);
  const fit = formatPress({ do: 'cart_fit' });
  const begun = await see('checkout', (chat) =>
    findButton(chat, formatPress({ do: 'take_name' })) ? 'begun' : findButton(chat, fit) ? 'short' : undefined,
  );
  if (begun === 'short') return void (story.outcome = 'refused: sold out in the cart');
  await press('name', formatPress({ do: 'take_name' }));
  await see('phone', (chat) =>
    chat.reply_keyboard?.keyboard.flat().some((key) => key.request_contact) ? true : undefined,
  );
  await phones.send(userId, { contact: true });
  await press('delivery', formatPress({ do: 'delivery', kind: 'courier' }));
  await see('address', text(new RegExp(escapeRegExp(t('ru', 'checkout.address_ask', {}).split('\n')[0]!))));
  await phones.send(userId, { text: `Кедровая улица, дом ${userId % 97}` });
  await press('comment', formatPress({ do: 'skip_comment' }));
  const confirm = await see('summary', (chat) => findButton(chat, 'ko:'));
  await phones.press(userId, confirm.messageId, confirm.data);
  if (story.doubled) await phones.press(userId, confirm.messageId, confirm.data);
  const placed = await see('confirm', (chat) => {
    const number = findText(chat, /№ (\d+) принят/)?.[1];
    return number !== undefined ? Number(number) : findButton(chat, fit) ? 'short' : undefined;
  });
  if (placed === 'short') return void (story.outcome = 'refused: sold out at confirm');
  story.acceptedNumber = placed;
  await pay();

  async function pay(): Promise<void> {
    const first = await link('link', []);
    if (first === undefined) return void (story.outcome = 'cancelled before a link came');
    switch (story.plan) {
      case 'pays':
      case 'pays_silently':
        return paid(first, story.plan === 'pays_silently');
      case 'pays_twice':
        await Promise.all([cashier.pay(first), cashier.pay(first)]);
        return told();
      case 'leaves':
        await expired();
        return void (story.outcome = 'left unpaid');
      case 'pays_late':
        await expired();
        return paid(first);
      case 'declined_then_pays':
      case 'declined_then_leaves': {
        await cashier.decline(first);
        const retry = await see(
          'decline',
          (chat) => findButton(chat, 'rp:') ?? (isExpired(chat) ? 'expired' : undefined),
        );
        if (retry === 'expired') return void (story.outcome = 'declined at the deadline');
        if (story.plan === 'declined_then_leaves') {
          await expired();
          return void (story.outcome = 'declined, left unpaid');
        }
        await phones.press(userId, retry.messageId, retry.data);
        const second = await link('second link', [first]);
        if (second === undefined) return void (story.outcome = 'cancelled before the second link came');
        return paid(second);
      }
    }
  }

  async function link(at: string, but: string[]): Promise<string | undefined> {
    const found = await see(
      at,
      (chat) => paymentLinks(chat).find((id) => !but.includes(id)) ?? (isExpired(chat) ? null : undefined),
    );
    return found ?? undefined;
  }
  async function expired(): Promise<void> {
    await see('deadline', (chat) => (isExpired(chat) ? true : undefined));
  }
  async function paid(id: string, silently = false): Promise<void> {
    await cashier.pay(id, silently);
    await told();
  }
  async function told(): Promise<void> {
    const heard = await see('receipt', text(/№ \d+ (оплачен)|(Возвращаем)|(Возврат) по заказу/));
    story.outcome = heard[1] ? 'paid' : 'paid and refunded';
  }
}

const isExpired = (chat: Chat): boolean => findText(chat, /оплата не пришла вовремя/) !== undefined;
const escapeRegExp = (words: string): string =>
  words.replaceAll(/<[^>]*>/g, '').replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
