import { readBookableService } from '#use-cases/services/catalog.ts';
import type { BookingStep } from '#use-cases/dialogues/dialogue-state.ts';
import type { BotContext } from '../context.ts';
import { serviceScreen } from '../screens/booking-services.ts';
import { words } from '../screens/screen.ts';
import { dropButtons, goTo, readerOf, redraw, toast } from '../show.ts';
import { ask, draftAt, goOn, servicesOrOver } from './ask.ts';
import { emptyDraft, goTogether, MAX_SERVICES, peopleOf, type Draft } from './draft.ts';

const CHOOSING: readonly BookingStep[] = ['section', 'service'];

/** The list is a shop window: looked at out of an old message, it begins anew. */
async function choosing(ctx: BotContext): Promise<Draft | undefined> {
  if (ctx.takt.dialogue.kind !== 'booking') return emptyDraft();
  return draftAt(ctx, CHOOSING);
}

export async function showSections(ctx: BotContext): Promise<void> {
  const draft = await choosing(ctx);
  if (draft) await ask(ctx, draft, 'section');
}

export async function showServices(ctx: BotContext, at: { categoryId: string | null; page: number }): Promise<void> {
  const draft = await choosing(ctx);
  if (draft) await ask(ctx, draft, 'service', at);
}

/** One service with its photo; the step stays the list's. */
export async function showService(ctx: BotContext, serviceId: string): Promise<void> {
  const draft = await choosing(ctx);
  if (!draft) return;
  const service = await readBookableService(ctx.takt.tx, serviceId);
  if (!service) return tellGone(ctx, draft);
  goTo(ctx, { ...draft, step: 'service' });
  await redraw(ctx, serviceScreen(readerOf(ctx), service));
}

export async function chooseService(ctx: BotContext, serviceId: string): Promise<void> {
  const draft = await choosing(ctx);
  if (!draft) return;
  const reader = readerOf(ctx);
  const service = await readBookableService(ctx.takt.tx, serviceId);
  if (!service) return tellGone(ctx, draft);
  if (draft.items.length >= MAX_SERVICES)
    return toast(ctx, words(reader, 'book.too_many', { max: MAX_SERVICES }), { alert: true });
  const others = await servicesOrOver(ctx, draft);
  if (!others) return;
  if (!goTogether([...others, service])) return toast(ctx, words(reader, 'book.not_together'), { alert: true });
  const item = { serviceId, addonIds: [], staffId: null, decided: false };
  // Another service may be given elsewhere, otherwise and by others: what was said of these is asked again.
  const chosen = { ...draft, items: [...draft.items, item], enough: false, format: null, placeId: null };
  const next = withoutTime(chosen);
  if (isPhoto(ctx)) await dropButtons(ctx);
  await (service.addons.length > 0 ? ask(ctx, next, 'addons') : goOn(ctx, next));
}

/** A tick set or taken away. */
export async function turnAddon(ctx: BotContext, addonId: string): Promise<void> {
  const draft = await draftAt(ctx, ['addons']);
  const last = draft?.items.at(-1);
  if (!draft || !last) return;
  const addonIds = last.addonIds.includes(addonId)
    ? last.addonIds.filter((one) => one !== addonId)
    : [...last.addonIds, addonId];
  const services = await servicesOrOver(ctx, draft);
  if (!services) return;
  const known = services.at(-1)?.addons.some((addon) => addon.addonId === addonId);
  if (!known) return ask(ctx, draft, 'addons');
  await ask(ctx, withoutTime({ ...draft, items: [...draft.items.slice(0, -1), { ...last, addonIds }] }), 'addons');
}

export async function addonsDone(ctx: BotContext): Promise<void> {
  const draft = await draftAt(ctx, ['addons']);
  if (draft) await goOn(ctx, draft);
}

export async function addService(ctx: BotContext): Promise<void> {
  const draft = await draftAt(ctx, ['more']);
  if (draft) await ask(ctx, draft, 'section');
}

export async function dropService(ctx: BotContext, index: number): Promise<void> {
  const draft = await draftAt(ctx, ['more']);
  if (!draft || draft.items.length < 2) return;
  await ask(ctx, withoutTime({ ...draft, items: draft.items.filter((_, at) => at !== index) }), 'more');
}

export async function enoughServices(ctx: BotContext): Promise<void> {
  const draft = await draftAt(ctx, ['more']);
  if (draft) await goOn(ctx, { ...draft, enough: true });
}

export async function chooseFormat(ctx: BotContext, format: 'online' | 'place'): Promise<void> {
  const draft = await draftAt(ctx, ['format']);
  if (draft) await goOn(ctx, withoutTime({ ...draft, format }));
}

export async function choosePlace(ctx: BotContext, placeId: string): Promise<void> {
  const draft = await draftAt(ctx, ['place']);
  if (!draft) return;
  const items = draft.items.map((item) => ({ ...item, staffId: null, decided: false }));
  await goOn(ctx, withoutTime({ ...draft, placeId, items }));
}

/** Somebody, or null: anyone. Answers the first service for which nobody was named. */
export async function choosePerson(ctx: BotContext, staffId: string | null): Promise<void> {
  const draft = await draftAt(ctx, ['person']);
  if (!draft) return;
  const services = await servicesOrOver(ctx, draft);
  if (!services) return;
  const index = services.findIndex((one, at) => !draft.items[at]?.decided && peopleOf(draft, one).length > 1);
  const given = staffId === null || services[index]?.staff.some((one) => one.staffId === staffId);
  // Pressed in an old list: the list as it is now.
  if (!given) return ask(ctx, draft, 'person');
  const items = draft.items.map((item, at) => (at === index ? { ...item, staffId, decided: true } : item));
  await goOn(ctx, withoutTime({ ...draft, items }));
}

/** Another service, person or place has other times. */
const withoutTime = (draft: Draft): Draft => ({ ...draft, startsAt: null, day: null, month: null });

async function tellGone(ctx: BotContext, draft: Draft): Promise<void> {
  await toast(ctx, words(readerOf(ctx), 'book.service_gone'), { alert: true });
  await ask(ctx, draft, 'section');
}

function isPhoto(ctx: BotContext): boolean {
  const message = ctx.callbackQuery?.message;
  return message !== undefined && 'photo' in message;
}
