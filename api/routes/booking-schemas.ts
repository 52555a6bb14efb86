import { z } from 'zod';
import { day, id, localized, moment } from '../schemas.ts';

export const bookingState = z.enum(['new', 'confirmed', 'arrived', 'done', 'no_show', 'cancelled']);
export const bookingBadge = z.enum(['new', 'confirmed', 'arrived', 'done', 'moved', 'cancelled', 'no_show']);
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const minor = z.number().int();

/** A moment, or a day and an hour on the wall of the place. */
export const when = z.union([
  z.strictObject({ at: moment }),
  z.strictObject({ day, time: timeOfDay, placeId: id.nullable() }),
]);

export const visitRequest = z.strictObject({
  items: z
    .array(z.strictObject({ serviceId: id, staffId: id.nullable(), addonIds: z.array(id).max(20).default([]) }))
    .min(1)
    .max(8),
  format: z.enum(['online', 'place']).default('place'),
  placeId: id.nullable().default(null),
});

export const slotView = z.object({
  startsAt: moment,
  endsAt: moment,
  sessionId: id.nullable(),
  items: z.array(z.object({ staffId: id, startsAt: moment, endsAt: moment })),
});

export const bookingInList = z.object({
  bookingId: id,
  number: z.number().int(),
  revision: z.number().int(),
  state: bookingState,
  badge: bookingBadge,
  startsAt: moment,
  endsAt: moment,
  timeZone: z.string(),
  movedFrom: moment.nullable(),
  format: z.enum(['online', 'place']),
  source: z.enum(['bot', 'staff', 'automation']),
  contact: z.object({ contactId: id, name: z.string(), phone: z.string().nullable() }),
  comment: z.string().nullable(),
  priceMinor: minor,
  priceToMinor: minor.nullable(),
  finalPriceMinor: minor.nullable(),
  currency: z.string(),
  cancelledBy: z.enum(['client', 'staff', 'rule']).nullable(),
  cancelReason: z.string().nullable(),
  sessionId: id.nullable(),
  items: z.array(
    z.object({
      position: z.number().int(),
      serviceId: id,
      serviceName: localized,
      staffId: id,
      staffName: z.string(),
      resourceIds: z.array(id),
      addons: z.array(z.object({ id, name: localized, priceMinor: minor, minutes: z.number().int() })),
      startsAt: moment,
      endsAt: moment,
      priceMinor: minor,
    }),
  ),
  next: z.array(z.object({ to: bookingState, direction: z.enum(['forward', 'back', 'cancel']) })),
  mayMove: z.boolean(),
});

export const bookingCard = bookingInList.extend({
  story: z.array(
    z.object({
      id: z.string(),
      at: moment,
      code: z.string(),
      facts: z.record(z.string(), z.unknown()),
      by: z.string().nullable(),
    }),
  ),
  reminders: z.array(
    z.object({
      reminder: z.string(),
      at: moment,
      outcome: z.enum(['sent', 'skipped', 'ahead']),
      reason: z.string().nullable(),
    }),
  ),
  policy: z.object({ cancelHours: z.number(), moveHours: z.number(), maxMoves: z.number() }),
  moves: z.number().int(),
  answeredAt: moment.nullable(),
  place: z.object({ name: localized, address: localized }),
  client: z.object({
    visits: z.number().int(),
    noShows: z.number().int(),
    cancelled: z.number().int(),
    lastVisitAt: moment.nullable(),
    hasChat: z.boolean(),
    unreachable: z.boolean(),
  }),
});

const span = z.object({ from: moment, to: moment });
export const calendarView = z.object({
  zone: z.string(),
  staff: z.array(
    z.object({
      staffId: id,
      name: z.string(),
      photoId: id.nullable(),
      placeId: id,
      working: z.array(z.object({ day: z.string(), spans: z.array(span) })),
      workingMinutes: z.number().int(),
      bookedMinutes: z.number().int(),
    }),
  ),
  resources: z.array(z.object({ resourceId: id, name: z.string(), kind: z.enum(['room', 'equipment']), placeId: id })),
  places: z.array(z.object({ placeId: id, name: localized, timeZone: z.string() })),
  bookings: z.array(bookingInList),
  blocks: z.array(z.object({ blockId: id, resourceId: id, from: moment, to: moment, note: z.string() })),
  cutOff: z.boolean(),
});
