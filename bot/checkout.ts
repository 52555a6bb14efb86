import { newId } from '#platform/ids.ts';
import { readCart } from '#use-cases/carts/read-cart.ts';
import { normalisePhone, readablePhone } from '#domain/contacts/phone.ts';
import type { CheckoutDraft, CheckoutState, CheckoutStep } from '#use-cases/dialogues/dialogue-state.ts';
import { ask, emptyDraft, firstMissing, isWhole, slotsOf } from './checkout-steps.ts';
import type { BotContext } from './context.ts';
import { cartScreen } from './screens/cart.ts';
import { words } from './screens/screen.ts';
import { soldOutScreen } from './screens/summary.ts';
import { goTo, readerOf, redraw, say, sayWithMenu, toast } from './show.ts';

/** From the cart: begins a checkout with a key of its own, unless the cart must be corrected first. */
export async function beginCheckout(ctx: BotContext): Promise<void> {
  const reader = readerOf(ctx);
  const cart = await readCart(ctx.takt.tx, ctx.takt.contact.id);
  if (cart.lines.length === 0) return redraw(ctx, cartScreen(reader, cart));
  const missing = cart.lines.filter((line) => line.left < line.quantity);
  if (missing.length > 0) {
    const lines = missing.map((line) => ({
      name: line.productName,
      variantName: line.variantName,
      wanted: line.quantity,
      left: line.left,
    }));
    return redraw(ctx, soldOutScreen(reader, lines));
  }
  // Pressed again in the middle, it brings back what was filled in.
  const open = ctx.takt.dialogue.kind === 'checkout' ? ctx.takt.dialogue : undefined;
  const draft = open?.draft ?? emptyDraft;
  await ask(
    ctx,
    { kind: 'checkout', key: newId(), step: 'name', date: null, changing: false, draft, seenTotalMinor: null },
    firstMissing(draft),
  );
}

/** The client says something where a checkout waits for it. */
export async function checkoutText(ctx: BotContext, state: CheckoutState, text: string): Promise<void> {
  const reader = readerOf(ctx);
  const line = text.trim().replaceAll(/\s+/g, ' ');
  switch (state.step) {
    case 'name':
      if (!/\p{L}/u.test(line) || line.length > 100) return say(ctx, { text: words(reader, 'checkout.name_invalid') });
      return answer(ctx, state, { name: line });
    case 'phone': {
      const phone = normalisePhone(line);
      if (phone === undefined) return say(ctx, { text: words(reader, 'checkout.phone_invalid') });
      return takePhone(ctx, state, phone);
    }
    case 'address':
      if (line.length < 5 || line.length > 300) return say(ctx, { text: words(reader, 'checkout.address_invalid') });
      return answer(ctx, state, { delivery: { kind: 'courier', address: line } });
    case 'comment':
      if (text.trim().length > 500) return say(ctx, { text: words(reader, 'checkout.comment_invalid') });
      return answer(ctx, state, { comment: text.trim() });
    case 'delivery':
    case 'day':
    case 'slot':
    case 'summary':
      return repeatQuestion(ctx, state);
  }
}

/** A shared contact: the client's own number is taken, another person's is asked about. */
export async function checkoutContact(
  ctx: BotContext,
  state: CheckoutState,
  contact: { phone_number: string; user_id?: number | undefined },
): Promise<void> {
  if (state.step !== 'phone') return repeatQuestion(ctx, state);
  if (contact.user_id !== ctx.from?.id) return say(ctx, { text: words(readerOf(ctx), 'checkout.phone_foreign') });
  // Telegram gives the number without its plus.
  const phone = normalisePhone(contact.phone_number) ?? normalisePhone(`+${contact.phone_number}`);
  if (phone === undefined) return say(ctx, { text: words(readerOf(ctx), 'checkout.phone_invalid') });
  await takePhone(ctx, state, phone);
}

/** Says that a button is needed, and asks once more. */
export async function repeatQuestion(ctx: BotContext, state: CheckoutState): Promise<void> {
  const key = ['name', 'address', 'comment', 'phone'].includes(state.step)
    ? 'checkout.other_step'
    : 'checkout.button_needed';
  if (key === 'checkout.button_needed') await say(ctx, { text: words(readerOf(ctx), key) });
  await ask(ctx, state, state.step, { anew: true });
}

export async function takeName(ctx: BotContext): Promise<void> {
  const state = await stateAt(ctx, ['name']);
  if (state) await answer(ctx, state, { name: ctx.takt.contact.name.slice(0, 100) });
}

export async function chooseDelivery(ctx: BotContext, kind: 'pickup' | 'courier'): Promise<void> {
  const state = await stateAt(ctx, ['delivery', 'day', 'slot', 'address']);
  if (state) await ask(ctx, state, kind === 'pickup' ? 'day' : 'address');
}

export async function showDays(ctx: BotContext): Promise<void> {
  const state = await stateAt(ctx, ['day', 'slot']);
  if (state) await ask(ctx, state, 'day');
}

export async function chooseDay(ctx: BotContext, date: string): Promise<void> {
  const state = await stateAt(ctx, ['day', 'slot']);
  if (!state) return;
  if (!slotsOf(ctx).some((slot) => slot.date === date)) {
    await toast(ctx, words(readerOf(ctx), 'checkout.slot_past'), { alert: true });
    return ask(ctx, state, 'day');
  }
  await ask(ctx, { ...state, date }, 'slot');
}

export async function chooseSlot(ctx: BotContext, at: { date: string; fromHour: number }): Promise<void> {
  const state = await stateAt(ctx, ['day', 'slot']);
  if (!state) return;
  const slot = slotsOf(ctx).find((one) => one.date === at.date && one.fromHour === at.fromHour);
  if (!slot) {
    await toast(ctx, words(readerOf(ctx), 'checkout.slot_past'), { alert: true });
    return ask(ctx, state, 'day');
  }
  await answer(ctx, state, { delivery: { kind: 'pickup', slot } });
}

export async function skipComment(ctx: BotContext): Promise<void> {
  const state = await stateAt(ctx, ['comment']);
  if (state) await answer(ctx, state, { comment: null });
}

/** A line of the summary is to be changed, or another way of delivery chosen. */
export async function changeField(ctx: BotContext, field: 'name' | 'phone' | 'delivery' | 'comment'): Promise<void> {
  const state = await stateAt(
    ctx,
    field === 'delivery' ? ['summary', 'delivery', 'day', 'slot', 'address'] : ['summary'],
  );
  if (state) await ask(ctx, { ...state, changing: state.changing || state.step === 'summary' }, field);
}

/** Back to the summary without a change. */
export async function keepAsItWas(ctx: BotContext): Promise<void> {
  const state = await stateAt(ctx, ['name', 'phone', 'delivery', 'day', 'slot', 'address', 'comment', 'summary']);
  if (state) await ask(ctx, state, firstMissing(state.draft));
}

export async function leaveCheckout(ctx: BotContext): Promise<void> {
  if (ctx.takt.dialogue.kind !== 'checkout') return toast(ctx, words(readerOf(ctx), 'checkout.left'));
  goTo(ctx, { kind: 'idle' });
  await toast(ctx);
  await sayWithMenu(ctx, words(readerOf(ctx), 'checkout.cancelled'));
}

/** Writes an answer into the draft and goes to the next question, or back to the summary. */
async function answer(ctx: BotContext, state: CheckoutState, given: Partial<CheckoutDraft>): Promise<void> {
  const draft = { ...state.draft, ...given };
  const next = !isWhole(draft) ? firstMissing(draft) : state.changing || 'comment' in given ? 'summary' : 'comment';
  await ask(ctx, { ...state, draft, changing: next === 'summary' ? false : state.changing }, next);
}

async function takePhone(ctx: BotContext, state: CheckoutState, phone: string): Promise<void> {
  // The keyboard with "send my number" has done its work.
  await sayWithMenu(ctx, words(readerOf(ctx), 'checkout.phone_saved', { phone: readablePhone(phone) }));
  await answer(ctx, state, { phone });
}

/** The checkout, when it is at one of these steps; else the press is explained and nothing happens. */
async function stateAt(ctx: BotContext, steps: readonly CheckoutStep[]): Promise<CheckoutState | undefined> {
  const { dialogue } = ctx.takt;
  if (dialogue.kind === 'checkout' && steps.includes(dialogue.step)) return dialogue;
  await toast(ctx, words(readerOf(ctx), dialogue.kind === 'checkout' ? 'checkout.other_step' : 'checkout.left'), {
    alert: true,
  });
  return undefined;
}
