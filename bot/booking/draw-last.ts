import type { SlotRefusal } from '#domain/bookings/slot-facts.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import { bookingWords } from '#use-cases/bookings/booking-words.ts';
import { previewVisit } from '#use-cases/bookings/preview-visit.ts';
import { readOwnBooking } from '#use-cases/bookings/read-own-booking.ts';
import type { BookableService } from '#use-cases/services/catalog.ts';
import type { BotContext } from '../context.ts';
import { placeWords } from '../screens/booking-parts.ts';
import {
  bookingCommentScreen,
  bookingPhoneScreen,
  bookingSummaryScreen,
  moveSummaryScreen,
} from '../screens/booking-summary.ts';
import { words } from '../screens/screen.ts';
import { readerOf } from '../show.ts';
import { offeredTo, requestOf, type Draft } from './draft.ts';
import { askedOf } from './questions.ts';
import { clocksOf, drawDay } from './draw-when.ts';
import type { Asking, Drawn } from './drawn.ts';

type At = { draft: Draft; services: readonly BookableService[] };

export const drawPhone = (ctx: BotContext, { draft, services }: At, how: Asking): Drawn => ({
  draft,
  screen: bookingPhoneScreen(
    readerOf(ctx),
    { known: how.otherPhone ? null : (draft.phone ?? ctx.takt.contact.phone ?? null) },
    askedOf(draft, services),
  ),
});

export const drawComment = (ctx: BotContext, { draft, services }: At): Drawn => ({
  draft,
  screen: bookingCommentScreen(readerOf(ctx), { comment: draft.comment }, askedOf(draft, services)),
});

/** What would be booked, with whom and for how much, as it is now; or the nearest free times when it cannot be. */
export async function drawSummary(ctx: BotContext, at: At, how: Asking): Promise<Drawn> {
  const { draft } = at;
  const asked = askedOf(draft, at.services);
  const { tx, business, contact } = ctx.takt;
  const startsAt = new Date(draft.startsAt ?? 0);
  const preview = await previewVisit(tx, requestOf(draft), {
    startsAt,
    offeredTo: offeredTo(draft),
    ...(draft.moving === null ? {} : { except: draft.moving }),
  });
  if ('refusal' in preview) return drawNear(ctx, at, preview);
  const { visit } = preview;
  const reader = readerOf(ctx);
  const clocks = clocksOf(ctx, visit.zone);
  if (draft.moving !== null) {
    const card = await readOwnBooking(tx, { contactId: contact.id, bookingId: draft.moving });
    if (!card) throw new Error('a visit that is moved is not there');
    const { service, staff } = bookingWords(reader, card);
    const facts = { key: draft.key, service, staff, from: card.booking.startsAt, to: startsAt };
    return { draft, screen: moveSummaryScreen(reader, facts, clocks, asked) };
  }
  const seen = {
    staffIds: visit.parts.map(({ staffId }) => staffId),
    priceMinor: visit.priceMinor,
    priceToMinor: visit.priceToMinor,
  };
  const facts = {
    key: draft.key,
    visit,
    place: draft.format === 'online' ? words(reader, 'booking.online') : await addressOf(ctx, visit.placeId),
    phone: draft.phone ?? '',
    comment: draft.comment,
    policy: business.settings.booking.policy,
    note: how.note,
  };
  return { draft: { ...draft, seen, changing: false }, screen: bookingSummaryScreen(reader, facts, clocks, asked) };
}

/** The time is gone: the nearest ones as buttons, the month under them. All that was typed stays. */
export function drawNear(
  ctx: BotContext,
  { draft, services }: At,
  gone: { refusal: SlotRefusal; near: readonly Date[] },
): Promise<Drawn> {
  const next: Draft = { ...draft, step: 'day', startsAt: null, changing: false };
  return drawDay(ctx, { draft: next, services }, { near: gone.near, note: goneWords(ctx, gone) });
}

export function goneWords(ctx: BotContext, gone: { refusal: SlotRefusal; near: readonly Date[] }): string {
  const reader = readerOf(ctx);
  if (gone.near.length === 0) return words(reader, 'book.time_gone_no_near');
  switch (gone.refusal) {
    case 'past':
    case 'too_soon':
      return words(reader, 'book.time_passed');
    case 'staff_busy':
    case 'resource_busy':
    case 'group_full':
      return words(reader, 'book.time_taken');
    case 'too_far':
    case 'nobody_gives_it':
    case 'off_grid':
    case 'not_working':
    case 'day_full':
    case 'week_full':
      return words(reader, 'book.time_gone');
  }
}

async function addressOf(ctx: BotContext, placeId: string): Promise<string> {
  const { tx } = ctx.takt;
  const [place] = await tx.sql<{ name: Localized; address: Localized }>(
    'select name, address from place where business_id = ? and id = ?',
    [tx.businessId, placeId],
  );
  return place ? placeWords(readerOf(ctx), place) : '';
}
