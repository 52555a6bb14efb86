import { formatPress, parsePress, type Press } from '#bot/callback-codec.ts';
import type { Chat, ChatButton, Phones } from './phone.ts';
import type { Random } from './random.ts';

export const visitPlans = ['comes', 'moves', 'cancels'] as const;
export type VisitPlan = (typeof visitPlans)[number];

export type VisitStory = {
  userId: number;
  plan: VisitPlan;
  serviceId: string;
  categoryId: string | null;
  /** Presses confirm twice. */
  doubled: boolean;
  /** Its own chance: which day, which hour. */
  random: Random;
  /** Where the story is, for whoever looks at one that hangs. */
  at: string;
  /** What the client was shown as booked. */
  bookingId?: string | undefined;
  outcome?: string | undefined;
  /** How often a question still stood there after a while, as it was, and was answered once more. */
  pressedAgain?: number | undefined;
};

/** Whoever sees the same question for so long presses again. */
const PATIENCE_MS = 45_000;

type Seen = { press: Press; button: ChatButton; messageId: number };

/**
 * One client who books in the bot, by real updates: goes through whatever the bot asks, takes another time when one is
 * gone, and then keeps, moves or cancels the visit.
 */
export async function visit(phones: Phones, story: VisitStory): Promise<void> {
  const { userId } = story;
  const pressed = new Map<string, number>();
  let phoneGiven = false;
  /** A card of the visit is an end only after a confirm; before it, it is where the story stands. */
  let confirmed = false;
  const shown = (chat: Chat): Seen[] =>
    [...chat.messages]
      .reverse()
      .filter((message) => message.from === 'bot' && message.inline_keyboard)
      .flatMap((message) =>
        (message.inline_keyboard ?? []).flat().flatMap((button) => {
          const press = parsePress(button.callback_data ?? '');
          // What is asked beside it (whether news are welcome) is no question of this story.
          return press?.do.startsWith('book') ? [{ press, button, messageId: message.message_id }] : [];
        }),
      );
  const see = async <T>(at: string, find: (chat: Chat) => T | undefined): Promise<T> => {
    story.at = at;
    for (;;) {
      const change = phones.changed(userId);
      const found = find(await phones.chat(userId));
      if (found !== undefined) return found;
      await change;
    }
  };
  /** What is asked last: the newest message with buttons that was not answered yet. One may be there twice. */
  const asked = async (at: string): Promise<Seen[]> =>
    see(at, (chat) => {
      if (!phoneGiven && chat.reply_keyboard?.keyboard.flat().some((key) => key.request_contact)) return [];
      const all = shown(chat);
      for (const id of new Set(all.map(({ messageId }) => messageId))) {
        // The same buttons under other words are another question.
        const screen = JSON.stringify(chat.messages.find((message) => message.message_id === id) ?? null);
        const buttons = all.filter(({ messageId }) => messageId === id);
        const before = pressed.get(screen);
        if (before !== undefined && performance.now() - before < PATIENCE_MS) continue;
        if (before !== undefined) story.pressedAgain = (story.pressedAgain ?? 0) + 1;
        if (!confirmed && buttons.some(({ press: one }) => one.do === 'booking_cancel')) continue;
        pressed.set(screen, performance.now());
        return buttons;
      }
      return undefined;
    });
  const press = async ({ messageId, button }: Seen): Promise<void> => {
    await phones.press(userId, messageId, button.callback_data ?? '');
  };
  /** Answers questions until the visit stands on a card, or there is nothing to choose from. */
  const goThrough = async (what: string): Promise<string | undefined> => {
    for (;;) {
      const screen = await asked(what);
      if (screen.length === 0) {
        phoneGiven = true;
        await phones.send(userId, { contact: true });
        continue;
      }
      const card = screen.find(({ press: one }) => one.do === 'booking_cancel' || (confirmed && one.do === 'booking'));
      if (card) return (card.press as { bookingId: string }).bookingId;
      const next = choose(screen, story);
      if (!next) return undefined;
      story.at = `${what}: ${next.press.do}`;
      if (next.press.do === 'book_confirm') confirmed = true;
      if (next.press.do !== 'book_confirm' || !story.doubled) await press(next);
      else await Promise.all([press(next), press(next)]);
    }
  };

  await phones.send(userId, { text: '/start' });
  await see('start', (chat) => (chat.messages.some(({ from }) => from === 'bot') ? true : undefined));
  await phones.send(userId, { text: '/book' });
  const bookingId = await goThrough('booking');
  if (bookingId === undefined) return void (story.outcome = 'found no time');
  story.bookingId = bookingId;
  if (story.plan === 'comes') return void (story.outcome = 'booked');
  const wanted = story.plan === 'moves' ? 'booking_move' : 'booking_cancel';
  const button = await see('the card', (chat) => shown(chat).find(({ press: one }) => one.do === wanted));
  pressed.clear();
  confirmed = false;
  await press(button);
  if (story.plan === 'moves') {
    const moved = await goThrough('moving');
    return void (story.outcome = moved === bookingId ? 'moved' : 'stayed');
  }
  const reason = await see('the reason', (chat) => shown(chat).find(({ press: one }) => one.do === 'booking_reason'));
  await press(reason);
  // Not the newest message alone: a card whose sending was in doubt may have come once more, below.
  await see('cancelled', (chat) => {
    const all = shown(chat);
    const cards = all.filter(({ press: one }) => one.do === 'booking_again' && one.bookingId === bookingId);
    const open = all.filter(({ press: one }) => one.do === 'booking_cancel').map(({ messageId }) => messageId);
    return cards.some(({ messageId }) => !open.includes(messageId)) ? true : undefined;
  });
  story.outcome = 'cancelled';
}

/** What one presses of a screen, the surest first: an own service, anyone, any free day and hour. */
function choose(screen: readonly Seen[], story: VisitStory): Seen | undefined {
  const of = (kind: Press['do']) => screen.filter(({ press }) => press.do === kind);
  const service = screen.find(({ button }) =>
    [
      formatPress({ do: 'book_choose', serviceId: story.serviceId }),
      formatPress({ do: 'book_service', serviceId: story.serviceId }),
    ].includes(button.callback_data ?? ''),
  );
  const days = of('book_day');
  return (
    of('book_confirm')[0] ??
    of('book_comment')[0] ??
    of('book_phone')[0] ??
    (of('book_time').length > 0 ? story.random.pick(of('book_time')) : undefined) ??
    (days.length > 0 ? story.random.pick(daysFor(days, story.plan)) : undefined) ??
    of('book_person').find(({ press }) => (press as { staffId: string | null }).staffId === null) ??
    of('book_person')[0] ??
    of('book_place')[0] ??
    of('book_format')[0] ??
    of('book_enough')[0] ??
    of('book_addons_done')[0] ??
    service ??
    of('book_section').find(({ press }) => (press as { categoryId: string | null }).categoryId === story.categoryId) ??
    of('book_section')[0]
  );
}

/** Who will move or cancel books beyond the last minute to do so: today and tomorrow may be too late. */
const daysFor = <T>(days: readonly T[], plan: VisitPlan): readonly T[] =>
  plan === 'comes' ? days.slice(0, 4) : days.length > 2 ? days.slice(2, 6) : days.slice(-1);
