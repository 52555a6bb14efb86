import { listBookableCategories, listBookableServices, type BookableService } from '#use-cases/services/catalog.ts';
import type { BotContext } from '../context.ts';
import { addonsScreen, sectionsScreen, servicesScreen } from '../screens/booking-services.ts';
import { formatScreen, moreScreen, personScreen, placesScreen } from '../screens/booking-visit.ts';
import { words, type Screen } from '../screens/screen.ts';
import { readerOf } from '../show.ts';
import { choicesOf, isGroup, MAX_SERVICES, peopleOf, placesOf, type Draft } from './draft.ts';
import { askedOf } from './questions.ts';
import type { Asking, Drawn } from './drawn.ts';

type At = { draft: Draft; services: readonly BookableService[] };

/** The sections; where there is but one, its services at once. */
export async function drawSections(ctx: BotContext, { draft, services }: At, how: Asking): Promise<Drawn> {
  const { tx } = ctx.takt;
  const reader = readerOf(ctx);
  const categories = await listBookableCategories(tx);
  const asked = askedOf(draft, services);
  if (categories.length === 0) return { draft, screen: { text: words(reader, 'book.nothing') } };
  const screen =
    categories.length > 1
      ? sectionsScreen(reader, categories, asked)
      : servicesScreen(
          reader,
          { services: await listBookableServices(tx), category: undefined, page: how.page ?? 1 },
          asked,
        );
  return { draft, screen: withNote(screen, how) };
}

/** The services of a section; of one that is not there (any more) the sections. */
export async function drawServices(ctx: BotContext, { draft, services }: At, how: Asking): Promise<Drawn> {
  const { tx } = ctx.takt;
  const categories = await listBookableCategories(tx);
  const category = categories.find(({ categoryId }) => categoryId === how.categoryId);
  if (!category || categories.length === 1)
    return drawSections(ctx, { draft: { ...draft, step: 'section' }, services }, how);
  const listed = await listBookableServices(tx, { categoryId: category.categoryId });
  const list = { services: listed, category, page: how.page ?? 1 };
  return { draft, screen: withNote(servicesScreen(readerOf(ctx), list, askedOf(draft, services)), how) };
}

export function drawAddons(ctx: BotContext, { draft, services }: At): Drawn {
  const service = services.at(-1);
  const item = draft.items.at(-1);
  if (!service || !item) throw new Error('add-ons are asked for without a service');
  return { draft, screen: addonsScreen(readerOf(ctx), { service, chosen: item.addonIds }, askedOf(draft, services)) };
}

export function drawMore(ctx: BotContext, { draft, services }: At): Drawn {
  const chosen = services.map((service, index) => ({ service, addonIds: draft.items[index]?.addonIds ?? [] }));
  const canAdd = services.length < MAX_SERVICES && !isGroup(services);
  return { draft, screen: moreScreen(readerOf(ctx), { chosen, canAdd }, askedOf(draft, services)) };
}

export const drawFormat = (ctx: BotContext, { draft, services }: At): Drawn => ({
  draft,
  screen: formatScreen(readerOf(ctx), askedOf(draft, services)),
});

export const drawPlace = (ctx: BotContext, { draft, services }: At): Drawn => ({
  draft,
  screen: placesScreen(readerOf(ctx), placesOf(services), askedOf(draft, services)),
});

/** Asked for one service after another. */
export function drawPerson(ctx: BotContext, { draft, services }: At): Drawn {
  const index = choicesOf(draft, services).find((at) => !draft.items[at]?.decided) ?? 0;
  const service = services[index];
  if (!service) throw new Error('a person is asked for without a service');
  const extraMinor = service.addons
    .filter(({ addonId }) => draft.items[index]?.addonIds.includes(addonId))
    .reduce((sum, { priceMinor }) => sum + priceMinor, 0);
  return {
    draft,
    screen: personScreen(
      readerOf(ctx),
      { service, people: peopleOf(draft, service), extraMinor },
      askedOf(draft, services),
    ),
  };
}

const withNote = (screen: Screen, { note }: Asking): Screen =>
  note === undefined ? screen : { ...screen, text: `${note}\n\n${screen.text}` };
