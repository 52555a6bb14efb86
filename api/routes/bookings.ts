import { z } from 'zod';
import type { Slot } from '#domain/bookings/slot-facts.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { bookedUnder, bookVisit, type Booked } from '#use-cases/bookings/book-visit.ts';
import { bookingViewNames, listBookings } from '#use-cases/bookings/list-bookings.ts';
import { cancelBooking } from '#use-cases/bookings/cancel-booking.ts';
import { findTimes } from '#use-cases/bookings/find-times.ts';
import { markBooking } from '#use-cases/bookings/mark-booking.ts';
import { momentAt } from '#use-cases/bookings/moment-at.ts';
import { moveBooking } from '#use-cases/bookings/move-booking.ts';
import { readBooking } from '#use-cases/bookings/read-booking.ts';
import { addContact } from '#use-cases/contacts/add-contact.ts';
import { route } from '../route.ts';
import { byId, cursor, day, done, id, limit, moment, ok, search } from '../schemas.ts';
import { bookingCard, bookingInList, bookingState, slotView, visitRequest, when } from './booking-schemas.ts';

const view = (slot: Slot): z.input<typeof slotView> => ({
  startsAt: slot.startsAt.toISOString(),
  endsAt: slot.endsAt.toISOString(),
  sessionId: slot.sessionId,
  items: slot.items.map(({ staffId, startsAt, endsAt }) => ({
    staffId,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  })),
});

const momentOf = (tx: Tx, at: z.output<typeof when>, path: string): Promise<Date> | Date =>
  'at' in at ? new Date(at.at) : momentAt(tx, { ...at, path });

const asBooked = ({ bookingId, number, startsAt, endsAt }: Booked) => ({
  bookingId,
  number,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

const revision = z.number().int().optional();

export const bookings = [
  route({
    method: 'get',
    path: '/bookings',
    summary: 'A page of bookings by view, with the number in each; a master sees their own',
    query: z.strictObject({
      view: z.enum(bookingViewNames).default('ahead'),
      from: moment.optional(),
      to: moment.optional(),
      staffId: id.optional(),
      serviceId: id.optional(),
      contactId: id.optional(),
      search: search.optional(),
      cursor: cursor.optional(),
      limit: limit(50),
    }),
    response: z.object({
      bookings: z.array(bookingInList),
      counts: z.record(z.enum(bookingViewNames), z.number().int()),
      nextCursor: z.string().nullable(),
    }),
    run: (tx, { query }) => listBookings(tx, query),
  }),
  route({
    method: 'get',
    path: '/bookings/{id}',
    summary: 'One booking with its story, its reminders and how the client has kept their visits',
    params: byId,
    response: bookingCard,
    run: (tx, { params }) => readBooking(tx, params.id),
  }),
  route({
    method: 'post',
    path: '/bookings/times',
    onlyAsks: true,
    summary: 'The free times of some days, by the function that books; `except` is a booking that is to be moved',
    body: z.strictObject({
      request: visitRequest,
      from: day,
      days: z.number().int().min(1).max(62).default(7),
      by: z.enum(['client', 'staff']).default('client'),
      except: id.optional(),
    }),
    response: z.object({
      zone: z.string(),
      placeId: id,
      days: z.array(z.object({ day: z.string(), slots: z.array(slotView) })),
    }),
    async run(tx, { body }) {
      const { days, ...at } = await findTimes(
        tx,
        body.request,
        { from: body.from, count: body.days },
        { by: body.by, except: body.except },
      );
      return { ...at, days: days.map((one) => ({ day: one.day, slots: one.slots.map(view) })) };
    },
  }),
  route({
    method: 'post',
    path: '/bookings',
    summary: 'Books by hand; a new client is written down with it. The same key again is the same booking',
    body: z.strictObject({
      key: id.optional(),
      client: z.union([
        z.strictObject({ contactId: id }),
        z.strictObject({ name: z.string().max(200), phone: z.string().max(40).nullable() }),
      ]),
      request: visitRequest,
      startsAt: when,
      comment: z.string().trim().max(500).nullable().default(null),
    }),
    response: z.object({ bookingId: id, number: z.number().int(), startsAt: moment, endsAt: moment }),
    async run(tx, { body }) {
      const before = body.key === undefined ? undefined : await bookedUnder(tx, body.key);
      if (before) return asBooked(before);
      const { client } = body;
      const contactId = 'contactId' in client ? client.contactId : (await addContact(tx, client)).contactId;
      const booked = await bookVisit(tx, {
        request: body.request,
        startsAt: await momentOf(tx, body.startsAt, 'startsAt'),
        contactId,
        botId: null,
        bookingKey: body.key ?? newId(),
        name: null,
        phone: null,
        comment: body.comment || null,
        source: 'staff',
      });
      return asBooked(booked);
    },
  }),
  route({
    method: 'post',
    path: '/bookings/{id}/move',
    summary: 'Moves a visit to another time or person, or makes it longer or shorter; a refusal names near times',
    params: byId,
    body: z.strictObject({
      startsAt: when,
      staff: z
        .array(z.strictObject({ position: z.number().int().min(0).max(7), staffId: id.nullable() }))
        .max(8)
        .optional(),
      duration: z.strictObject({ position: z.number().int().min(0).max(7), minutes: z.number().int() }).optional(),
      revision,
    }),
    response: done,
    async run(tx, { params, body }) {
      await moveBooking(tx, {
        bookingId: params.id,
        startsAt: await momentOf(tx, body.startsAt, 'startsAt'),
        staff: body.staff && Object.fromEntries(body.staff.map(({ position, staffId }) => [position, staffId])),
        duration: body.duration,
        revision: body.revision,
      });
      return ok;
    },
  }),
  route({
    method: 'post',
    path: '/bookings/{id}/cancel',
    summary: 'Cancels a visit and gives its time back; the client is told, with near times if wanted',
    params: byId,
    body: z.strictObject({
      reason: z.string().trim().max(500).nullable().default(null),
      offerTimes: z.boolean().default(false),
      revision,
    }),
    response: done,
    async run(tx, { params, body }) {
      await cancelBooking(tx, { bookingId: params.id, ...body });
      return ok;
    },
  }),
  route({
    method: 'post',
    path: '/bookings/{id}/mark',
    summary: 'Confirms a visit, marks it arrived, done with its final price, or not come to; or takes such a mark back',
    params: byId,
    body: z.strictObject({
      to: bookingState.exclude(['new', 'cancelled']),
      finalPriceMinor: z.number().int().min(0).max(100_000_000_000).optional(),
      revision,
    }),
    response: done,
    async run(tx, { params, body }) {
      await markBooking(tx, { bookingId: params.id, ...body });
      return ok;
    },
  }),
];
