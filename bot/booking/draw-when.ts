import { addDays, wallClockOf } from '#domain/time.ts';
import { findTimes } from '#use-cases/bookings/find-times.ts';
import { readOffer } from '#use-cases/bookings/read-offer.ts';
import { readOwnBooking } from '#use-cases/bookings/read-own-booking.ts';
import { readSeats } from '#use-cases/bookings/read-seats.ts';
import type { BotContext } from '../context.ts';
import type { BookableService } from '#use-cases/services/catalog.ts';
import { addMonths, daysIn, monthScreen, timesScreen, type Clocks } from '../screens/booking-when.ts';
import { words } from '../screens/screen.ts';
import { readerOf } from '../show.ts';
import { offeredTo, requestOf, type Draft } from './draft.ts';
import { askedOf } from './questions.ts';
import type { Asking, Drawn } from './drawn.ts';

type At = { draft: Draft; services: readonly BookableService[] };

/** So many months are looked through for the first one with free time. */
const LOOK_AHEAD = 3;

export const clocksOf = (ctx: BotContext, zone: string): Clocks => ({
  zone,
  own: ctx.takt.contact.timeZone ?? null,
  now: ctx.takt.tx.now,
});

const exceptOf = (draft: Draft) => (draft.moving === null ? {} : { except: draft.moving });

/** The month that is looked at, or the first one with free time. */
export async function drawDay(ctx: BotContext, { draft, services }: At, how: Asking): Promise<Drawn> {
  const { tx, business } = ctx.takt;
  const zone = (await readOffer(tx, requestOf(draft), offeredTo(draft))).place.timeZone;
  const today = wallClockOf(tx.now, zone).date;
  const first = monthOf(today);
  const last = monthOf(addDays(today, business.settings.booking.horizonDays));
  const wanted = draft.month ?? (draft.startsAt && monthOf(wallClockOf(new Date(draft.startsAt), zone).date)) ?? first;
  let month = wanted < first ? first : wanted > last ? last : wanted;
  let freeDays = await freeDaysOf(ctx, draft, { month, today });
  for (let more = 1; draft.month === null && freeDays.size === 0 && month < last && more < LOOK_AHEAD; more += 1) {
    month = addMonths(month, 1);
    freeDays = await freeDaysOf(ctx, draft, { month, today });
  }
  const moving =
    draft.moving === null
      ? undefined
      : await readOwnBooking(tx, { contactId: ctx.takt.contact.id, bookingId: draft.moving });
  const facts = {
    month,
    freeDays,
    today,
    first,
    last,
    movingFrom: moving?.booking.startsAt ?? null,
    near: how.near,
    note: how.note,
  };
  return {
    draft: { ...draft, month },
    screen: monthScreen(readerOf(ctx), facts, clocksOf(ctx, zone), askedOf(draft, services)),
  };
}

async function freeDaysOf(
  ctx: BotContext,
  draft: Draft,
  { month, today }: { month: string; today: string },
): Promise<Set<string>> {
  const from = monthOf(today) === month ? today : `${month}-01`;
  const count = daysIn(month) - Number(from.slice(8)) + 1;
  const times = await findTimes(
    ctx.takt.tx,
    requestOf(draft),
    { from, count },
    { by: offeredTo(draft), ...exceptOf(draft) },
  );
  return new Set(times.days.filter(({ slots }) => slots.length > 0).map(({ day }) => day));
}

/** The free times of a day; the month again when there are none (any more). */
export async function drawTimes(ctx: BotContext, { draft, services }: At, how: Asking): Promise<Drawn> {
  const { tx } = ctx.takt;
  const day = draft.day ?? wallClockOf(tx.now, ctx.takt.business.timeZone).date;
  const request = requestOf(draft);
  const { zone, days } = await findTimes(
    tx,
    request,
    { from: day, count: 1 },
    { by: offeredTo(draft), ...exceptOf(draft) },
  );
  const slots = days[0]?.slots ?? [];
  if (slots.length === 0) {
    const back: Draft = { ...draft, step: 'day', day: null };
    return drawDay(ctx, { draft: back, services }, { ...how, note: words(readerOf(ctx), 'book.day_gone') });
  }
  const seats = await readSeats(tx, { serviceId: request.items[0]?.serviceId ?? '', slots });
  const times = slots.map(({ startsAt }, at) => ({ startsAt, seats: seats?.[at] ?? null }));
  const screen = timesScreen(
    readerOf(ctx),
    { day, times, page: how.page ?? 1 },
    clocksOf(ctx, zone),
    askedOf(draft, services),
  );
  return { draft: { ...draft, day, month: monthOf(day) }, screen };
}

const monthOf = (day: string): string => day.slice(0, 7);
