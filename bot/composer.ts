import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { t, type Language, type TextKey } from '#texts/index.ts';
import { markReachable } from '#use-cases/contacts/mark-reachable.ts';
import { markUnreachable } from '#use-cases/contacts/mark-unreachable.ts';
import { beginBooking } from './booking/begin.ts';
import { backByKey, bookingContact, bookingText, leaveBooking, repeatBookingQuestion } from './booking/contact.ts';
import { keepBooking, reasonText, showOwnBookings } from './booking/own.ts';
import { parsePress } from './callback-codec.ts';
import { showCart, typeQuantity } from './cart.ts';
import { showCategories } from './catalog.ts';
import { checkoutContact, checkoutText, repeatQuestion } from './checkout.ts';
import type { BotContext } from './context.ts';
import { passOn } from './free-text.ts';
import { showOrders } from './my-orders.ts';
import { answerPress } from './presses.ts';
import { menuItem, type MenuItem, type Offered } from './screens/menu.ts';
import { escape, short, words } from './screens/screen.ts';
import { askLanguage, help, repeatLanguage, showSettings, start, stop } from './start.ts';
import { goTo, readerOf, say, sayWithMenu, toast } from './show.ts';

/** Everything the bot answers to. The chat worker fills `ctx.takt` before and commits after. */
export function createComposer(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('my_chat_member', async (ctx) => {
    const { tx, contact } = ctx.takt;
    const blocked = ['kicked', 'left'].includes(ctx.myChatMember.new_chat_member.status);
    await (blocked ? markUnreachable : markReachable)(tx, { contactId: contact.id, cause: 'telegram' });
  });
  composer.on('callback_query', async (ctx) => {
    await reachable(ctx);
    const press = parsePress(ctx.callbackQuery.data ?? '');
    if (press) await answerPress(ctx, press);
    else await toast(ctx, words(readerOf(ctx), 'button.old'), { alert: true });
    // A button without an answer keeps its clock turning on the phone.
    await toast(ctx);
  });
  composer.on('message', async (ctx) => {
    await reachable(ctx);
    await answerMessage(ctx, ctx.message);
  });
  return composer;
}

/** The menu of commands, for setMyCommands. */
export function commands(
  language: Language,
  offered: Offered = { goods: true, services: false },
): { command: string; description: string }[] {
  return [
    ...(offered.services ? ['book', 'bookings'] : []),
    ...(offered.goods || !offered.services ? ['catalog', 'cart', 'orders'] : []),
    'settings',
    'language',
    'help',
    'stop',
  ].map((command) => ({
    command,
    description: t(language, `command.${command}` as TextKey),
  }));
}

async function answerMessage(ctx: BotContext, message: Message): Promise<void> {
  const { text } = message;
  const command = text === undefined ? undefined : readCommand(text, ctx.takt.botUsername);
  if (command) return runCommand(ctx, command);
  const item = text === undefined ? undefined : menuItem(text, ctx.takt.texts);
  if (item) return openItem(ctx, item);
  const { dialogue } = ctx.takt;
  switch (dialogue.kind) {
    case 'language':
      return repeatLanguage(ctx);
    case 'quantity':
      return typeQuantity(ctx, dialogue.variantId, text ?? '');
    case 'checkout':
      if (message.contact) return checkoutContact(ctx, dialogue, message.contact);
      return text === undefined ? repeatQuestion(ctx, dialogue) : checkoutText(ctx, dialogue, text);
    case 'booking':
      if (message.contact) return bookingContact(ctx, dialogue, message.contact);
      return text === undefined ? repeatBookingQuestion(ctx, dialogue) : bookingText(ctx, dialogue, text);
    case 'cancel_reason':
      return reasonText(ctx, dialogue.bookingId, text ?? '');
    case 'idle':
      return passOn(ctx, message);
  }
}

type Command = { name: string; rest: string };

/** Read from the text and not from entities: a client that sends none means a command all the same. */
function readCommand(text: string, username: string): Command | undefined {
  const found = /^\/([A-Za-z0-9_]{1,64})(?:@(\w+))?(?:\s+([\s\S]*))?$/.exec(text.trim());
  if (!found?.[1]) return undefined;
  if (found[2] !== undefined && found[2].toLowerCase() !== username.toLowerCase()) return undefined;
  return { name: found[1].toLowerCase(), rest: found[3]?.trim() ?? '' };
}

async function runCommand(ctx: BotContext, command: Command): Promise<void> {
  const known = commandHandlers[command.name];
  if (!known) {
    const name = escape(short(`/${command.name}`, 40));
    return say(ctx, { text: words(readerOf(ctx), 'command.unknown', { command: name }) });
  }
  // A command is a new beginning; what a checkout had asked can be asked again.
  const { dialogue } = ctx.takt;
  if (dialogue.kind !== 'idle' && command.name !== 'cancel') {
    goTo(ctx, { kind: 'idle' });
    // The key that sends a number belongs to the question that is left.
    if ('step' in dialogue && dialogue.step === 'phone')
      await sayWithMenu(ctx, words(readerOf(ctx), 'command.instead'));
  }
  await known(ctx, command.rest);
}

const commandHandlers: Record<string, (ctx: BotContext, rest: string) => Promise<void>> = {
  start: (ctx, rest) => start(ctx, rest === '' ? null : rest),
  catalog: showCategories,
  cart: (ctx) => showCart(ctx),
  orders: (ctx) => showOrders(ctx),
  book: beginBooking,
  bookings: (ctx) => showOwnBookings(ctx),
  settings: showSettings,
  language: askLanguage,
  help,
  stop,
  cancel: (ctx) => openItem(ctx, 'cancel'),
};

async function openItem(ctx: BotContext, item: MenuItem): Promise<void> {
  if (item === 'cancel') {
    const { dialogue } = ctx.takt;
    if (dialogue.kind === 'booking') return leaveBooking(ctx);
    if (dialogue.kind === 'cancel_reason') return keepBooking(ctx, dialogue.bookingId);
    const inside = dialogue.kind !== 'idle';
    goTo(ctx, { kind: 'idle' });
    return sayWithMenu(ctx, words(readerOf(ctx), inside ? 'checkout.cancelled' : 'checkout.left'));
  }
  if (item === 'book_back') return backByKey(ctx);
  if (item === 'book_leave') return leaveBooking(ctx);
  goTo(ctx, { kind: 'idle' });
  switch (item) {
    case 'catalog':
      return showCategories(ctx);
    case 'cart':
      return showCart(ctx);
    case 'orders':
      return showOrders(ctx);
    case 'book':
      return beginBooking(ctx);
    case 'bookings':
      return showOwnBookings(ctx);
    case 'help':
      await help(ctx);
      return showSettings(ctx);
  }
}

/** Whoever writes or presses can be reached, whatever was believed before. */
async function reachable(ctx: BotContext): Promise<void> {
  const { tx, contact } = ctx.takt;
  if (contact.unreachableAt) await markReachable(tx, { contactId: contact.id, cause: 'chat' });
}
