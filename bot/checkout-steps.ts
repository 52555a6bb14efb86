import { pickupSlots, wallClockOf } from '#domain/time.ts';
import { readCart, type Cart } from '#use-cases/carts/read-cart.ts';
import type { CheckoutDraft, CheckoutState, CheckoutStep } from '#use-cases/dialogues/dialogue-state.ts';
import type { BotContext } from './context.ts';
import { cartScreen } from './screens/cart.ts';
import {
  addressScreen,
  commentScreen,
  dayScreen,
  deliveryScreen,
  nameScreen,
  phoneScreen,
  slotScreen,
} from './screens/checkout.ts';
import type { Screen } from './screens/screen.ts';
import { summaryScreen, type WholeDraft } from './screens/summary.ts';
import { goTo, readerOf, redraw, say } from './show.ts';

const PICKUP_DAYS = 6;

/** After the cart was corrected: the summary again, when a filled-in checkout waits for it. */
export async function continueToSummary(ctx: BotContext, note?: string): Promise<boolean> {
  const { dialogue, tx, contact } = ctx.takt;
  if (dialogue.kind !== 'checkout' || !isWhole(dialogue.draft)) return false;
  const cart = await readCart(tx, contact.id);
  if (cart.pieces === 0) {
    goTo(ctx, { kind: 'idle' });
    return false;
  }
  await ask(ctx, dialogue, 'summary', { note });
  return true;
}

/** Asks for a step and remembers it. */
export async function ask(
  ctx: BotContext,
  state: Omit<CheckoutState, 'noticedAt'>,
  step: CheckoutStep,
  how: { anew?: boolean | undefined; note?: string | undefined } = {},
): Promise<void> {
  if (step === 'summary' && isWhole(state.draft)) return showSummary(ctx, { ...state, draft: state.draft }, how);
  goTo(ctx, { ...state, step, date: step === 'slot' ? state.date : null });
  const screen = question(ctx, state, step);
  await (how.anew ? say(ctx, screen) : redraw(ctx, screen));
}

export function isWhole(draft: CheckoutDraft): draft is WholeDraft {
  return draft.name !== null && draft.phone !== null && draft.delivery !== null;
}

/** What the client was promised, at the prices they have seen. */
export function seenTotal(ctx: BotContext, cart: Cart, draft: WholeDraft): number {
  const fee = draft.delivery.kind === 'courier' ? ctx.takt.business.settings.courierFeeMinor : 0;
  return cart.lines.reduce((sum, line) => sum + (line.gone ? 0 : line.quantity * line.seenPriceMinor), fee);
}

export const emptyDraft: CheckoutDraft = { name: null, phone: null, delivery: null, comment: null };

export const firstMissing = (draft: CheckoutDraft): CheckoutStep =>
  draft.name === null ? 'name' : draft.phone === null ? 'phone' : draft.delivery === null ? 'delivery' : 'summary';

async function showSummary(
  ctx: BotContext,
  state: Omit<CheckoutState, 'noticedAt' | 'draft'> & { draft: WholeDraft },
  how: { anew?: boolean | undefined; note?: string | undefined },
): Promise<void> {
  const { tx, contact, business } = ctx.takt;
  const cart = await readCart(tx, contact.id);
  if (cart.pieces === 0) {
    goTo(ctx, { kind: 'idle' });
    return redraw(ctx, cartScreen(readerOf(ctx), cart));
  }
  goTo(ctx, {
    ...state,
    step: 'summary',
    date: null,
    changing: false,
    seenTotalMinor: seenTotal(ctx, cart, state.draft),
  });
  const screen = summaryScreen(readerOf(ctx), {
    key: state.key,
    draft: state.draft,
    cart,
    feeMinor: business.settings.courierFeeMinor,
    pickupAddress: business.settings.pickupAddress,
    note: how.note,
  });
  await (how.anew ? say(ctx, screen) : redraw(ctx, screen));
}

function question(ctx: BotContext, state: Omit<CheckoutState, 'noticedAt'>, step: CheckoutStep): Screen {
  const reader = readerOf(ctx);
  const { contact, business } = ctx.takt;
  const asked = { changing: state.changing };
  switch (step) {
    case 'name':
      return nameScreen(reader, { ...asked, known: /\p{L}/u.test(contact.name) ? contact.name : undefined });
    case 'phone':
      return phoneScreen(reader, { known: contact.phone ?? null });
    case 'delivery':
      return deliveryScreen(reader, { ...asked, feeMinor: business.settings.courierFeeMinor });
    case 'day':
      return dayScreen(reader, { ...asked, address: business.settings.pickupAddress, slots: slotsOf(ctx) });
    case 'slot':
      return slotScreen(reader, {
        ...asked,
        date: state.date ?? wallClockOf(ctx.takt.tx.now, reader.zone).date,
        slots: slotsOf(ctx),
      });
    case 'address':
      return addressScreen(reader, asked);
    case 'comment':
    case 'summary':
      return commentScreen(reader, asked);
  }
}

export function slotsOf(ctx: BotContext) {
  const { tx, business } = ctx.takt;
  const { pickupFromHour: fromHour, pickupToHour: toHour } = business.settings;
  return pickupSlots({ now: tx.now, zone: business.timeZone, fromHour, toHour, days: PICKUP_DAYS });
}
