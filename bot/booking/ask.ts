import type { BusinessError } from '#domain/errors.ts';
import { errorWords } from '#texts/index.ts';
import type { BookingDialogue, BookingStep } from '#use-cases/dialogues/dialogue-state.ts';
import type { BookableService } from '#use-cases/services/catalog.ts';
import type { BotContext } from '../context.ts';
import { escape, words } from '../screens/screen.ts';
import { attempt, goTo, readerOf, redraw, say, sayWithMenu, toast } from '../show.ts';
import { emptyDraft, servicesOf, type Draft } from './draft.ts';
import { filledIn, firstOpen, stepBack } from './questions.ts';
import { drawComment, drawPhone, drawSummary } from './draw-last.ts';
import {
  drawAddons,
  drawFormat,
  drawMore,
  drawPerson,
  drawPlace,
  drawSections,
  drawServices,
} from './draw-services.ts';
import { drawDay, drawTimes } from './draw-when.ts';
import type { Asking, Drawn } from './drawn.ts';

/** Asks the question of a step and remembers it. What is offered no longer leads back to the beginning. */
export async function ask(ctx: BotContext, draft: Draft, step: BookingStep, how: Asking = {}): Promise<void> {
  const drawn = await attempt(ctx, () => draw(ctx, { ...draft, step }, how));
  if (!drawn.ok) return startOver(ctx, draft, drawn.refusal, how);
  goTo(ctx, drawn.value.draft);
  await (how.anew ? say(ctx, drawn.value.screen) : redraw(ctx, drawn.value.screen));
}

/** The next question without an answer. */
export async function goOn(ctx: BotContext, draft: Draft, how: Asking = {}): Promise<void> {
  const services = await servicesOrOver(ctx, draft, how);
  if (!services) return;
  const filled = filledIn(draft, services);
  await ask(ctx, filled, firstOpen(filled, services), how);
}

/** One step back from the step that the button belongs to. */
export async function goBack(ctx: BotContext, draft: Draft, how: Asking = {}): Promise<void> {
  const services = await servicesOrOver(ctx, draft, how);
  if (!services) return;
  const before = stepBack(draft, services);
  if (!before)
    return ask(ctx, { ...draft, items: draft.fixed ? draft.items : [] }, draft.fixed ? 'day' : 'section', how);
  const categoryId = services.at(-1)?.categoryId ?? null;
  await ask(ctx, before, before.step, { ...how, categoryId });
}

/** The services of a draft; where one is offered no longer, the client has been told and begins anew. */
export async function servicesOrOver(
  ctx: BotContext,
  draft: Draft,
  how: Asking = {},
): Promise<BookableService[] | undefined> {
  const services = await attempt(ctx, async () => (draft.fixed ? [] : servicesOf(ctx.takt.tx, draft)));
  if (services.ok) return services.value;
  await startOver(ctx, draft, services.refusal, how);
  return undefined;
}

/** The booking, when it is at one of these steps; else the press is explained and nothing happens. */
export async function draftAt(ctx: BotContext, steps: readonly BookingStep[]): Promise<BookingDialogue | undefined> {
  const { dialogue } = ctx.takt;
  if (dialogue.kind === 'booking' && steps.includes(dialogue.step)) return dialogue;
  await toast(ctx, words(readerOf(ctx), dialogue.kind === 'booking' ? 'book.other_step' : 'book.closed'), {
    alert: true,
  });
  return undefined;
}

/** What was chosen is offered no longer: what happened, and the beginning; the phone and the wishes stay. */
export async function startOver(
  ctx: BotContext,
  draft: Draft,
  refusal: BusinessError,
  how: Asking = {},
): Promise<void> {
  const reader = readerOf(ctx);
  const said =
    draft.moving === null ? errorWords(reader, refusal.code, refusal.facts) : words(reader, 'bookings.move_impossible');
  await toast(ctx, said, { alert: true });
  if (draft.moving !== null) {
    goTo(ctx, { kind: 'idle' });
    return sayWithMenu(ctx, escape(said));
  }
  const { phone, comment, commented } = draft;
  await ask(ctx, { ...emptyDraft(), phone, comment, commented }, 'section', { anew: how.anew, note: escape(said) });
}

async function draw(ctx: BotContext, draft: Draft, how: Asking): Promise<Drawn> {
  const services = draft.fixed ? [] : await servicesOf(ctx.takt.tx, draft);
  const at = { draft, services };
  switch (draft.step) {
    case 'section':
      return drawSections(ctx, at, how);
    case 'service':
      return drawServices(ctx, at, how);
    case 'addons':
      return drawAddons(ctx, at);
    case 'more':
      return drawMore(ctx, at);
    case 'format':
      return drawFormat(ctx, at);
    case 'place':
      return drawPlace(ctx, at);
    case 'person':
      return drawPerson(ctx, at);
    case 'day':
      return drawDay(ctx, at, how);
    case 'time':
      return drawTimes(ctx, at, how);
    case 'phone':
      return drawPhone(ctx, at, how);
    case 'comment':
      return drawComment(ctx, at);
    case 'summary':
      return drawSummary(ctx, at, how);
  }
}
