import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { t, type Language, type TextKey } from '#texts/index.ts';
import { markReachable } from '#use-cases/contacts/mark-reachable.ts';
import { markUnreachable } from '#use-cases/contacts/mark-unreachable.ts';
import { parsePress, type Press } from './callback-codec.ts';
import { accept, askClear, askQuantity, clear, fit, showCart, stepLine, takeOut, typeQuantity } from './cart.ts';
import { addVariant, showCategories, showProduct, showProducts } from './catalog.ts';
import {
  beginCheckout,
  changeField,
  checkoutContact,
  checkoutText,
  chooseDay,
  chooseDelivery,
  chooseSlot,
  keepAsItWas,
  leaveCheckout,
  repeatQuestion,
  showDays,
  skipComment,
  takeName,
} from './checkout.ts';
import { confirm } from './confirm.ts';
import type { BotContext } from './context.ts';
import { passOn, pressOfAutomation } from './free-text.ts';
import { payAgain, showOrder, showOrders } from './my-orders.ts';
import { menuItem, type MenuItem } from './screens/menu.ts';
import { escape, short, words } from './screens/screen.ts';
import {
  askLanguage,
  chooseLanguage,
  help,
  repeatLanguage,
  resume,
  sayConsent,
  showSettings,
  start,
  stop,
} from './start.ts';
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
export function commands(language: Language): { command: string; description: string }[] {
  return ['catalog', 'cart', 'orders', 'settings', 'language', 'help', 'stop'].map((command) => ({
    command,
    description: t(language, `command.${command}` as TextKey),
  }));
}

async function answerMessage(ctx: BotContext, message: Message): Promise<void> {
  const { text } = message;
  const command = text === undefined ? undefined : readCommand(text, ctx.takt.botUsername);
  if (command) return runCommand(ctx, command);
  const item = text === undefined ? undefined : menuItem(text);
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
  if (ctx.takt.dialogue.kind !== 'idle' && command.name !== 'cancel') goTo(ctx, { kind: 'idle' });
  await known(ctx, command.rest);
}

const commandHandlers: Record<string, (ctx: BotContext, rest: string) => Promise<void>> = {
  start: (ctx, rest) => start(ctx, rest === '' ? null : rest),
  catalog: showCategories,
  cart: (ctx) => showCart(ctx),
  orders: (ctx) => showOrders(ctx),
  settings: showSettings,
  language: askLanguage,
  help,
  stop,
  cancel: (ctx) => openItem(ctx, 'cancel'),
};

async function openItem(ctx: BotContext, item: MenuItem): Promise<void> {
  if (item === 'cancel') {
    const inside = ctx.takt.dialogue.kind !== 'idle';
    goTo(ctx, { kind: 'idle' });
    return sayWithMenu(ctx, words(readerOf(ctx), inside ? 'checkout.cancelled' : 'checkout.left'));
  }
  goTo(ctx, { kind: 'idle' });
  switch (item) {
    case 'catalog':
      return showCategories(ctx);
    case 'cart':
      return showCart(ctx);
    case 'orders':
      return showOrders(ctx);
    case 'help':
      await help(ctx);
      return showSettings(ctx);
  }
}

async function answerPress(ctx: BotContext, press: Press): Promise<void> {
  switch (press.do) {
    case 'nothing':
      return;
    case 'categories':
      return showCategories(ctx);
    case 'products':
      return showProducts(ctx, press);
    case 'product':
      return showProduct(ctx, press.productId);
    case 'add':
      return addVariant(ctx, press.variantId);
    case 'cart':
      return showCart(ctx);
    case 'cart_plus':
      return stepLine(ctx, press.variantId, 1);
    case 'cart_minus':
      return stepLine(ctx, press.variantId, -1);
    case 'cart_type':
      return askQuantity(ctx, press.variantId);
    case 'cart_remove':
      return takeOut(ctx, press.variantId);
    case 'cart_clear_ask':
      return askClear(ctx);
    case 'cart_clear':
      return clear(ctx);
    case 'cart_fit':
      return fit(ctx);
    case 'cart_accept':
      return accept(ctx);
    case 'checkout':
      return beginCheckout(ctx);
    case 'take_name':
      return takeName(ctx);
    case 'delivery':
      return chooseDelivery(ctx, press.kind);
    case 'days':
      return showDays(ctx);
    case 'day':
      return chooseDay(ctx, press.date);
    case 'slot':
      return chooseSlot(ctx, press);
    case 'skip_comment':
      return skipComment(ctx);
    case 'change':
      return changeField(ctx, press.field);
    case 'summary':
      return keepAsItWas(ctx);
    case 'confirm':
      return confirm(ctx, press.key);
    case 'leave_checkout':
      return leaveCheckout(ctx);
    case 'orders':
      return showOrders(ctx, press.page);
    case 'order':
      return showOrder(ctx, press.orderId);
    case 'retry_payment':
      return payAgain(ctx, press.orderId);
    case 'language':
      return chooseLanguage(ctx, press.language);
    case 'choose_language':
      return askLanguage(ctx);
    case 'consent':
      return sayConsent(ctx, press.yes);
    case 'stop':
      return stop(ctx);
    case 'resume':
      return resume(ctx);
    case 'automation':
      return pressOfAutomation(ctx, press);
  }
}

/** Whoever writes or presses can be reached, whatever was believed before. */
async function reachable(ctx: BotContext): Promise<void> {
  const { tx, contact } = ctx.takt;
  if (contact.unreachableAt) await markReachable(tx, { contactId: contact.id, cause: 'chat' });
}
