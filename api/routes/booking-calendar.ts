import { z } from 'zod';
import { blockTime, unblockTime } from '#use-cases/bookings/block-time.ts';
import { callOffDay, planCallOff } from '#use-cases/bookings/call-off-day.ts';
import { readCalendar, todayAt } from '#use-cases/bookings/read-calendar.ts';
import { route } from '../route.ts';
import { byId, day, done, id, moment, ok } from '../schemas.ts';
import { bookingInList, calendarView } from './booking-schemas.ts';

export const bookingCalendar = [
  route({
    method: 'get',
    path: '/calendar',
    summary: 'Who works when, what is booked and blocked, and how full each one is; without a day, from today',
    query: z.strictObject({
      from: day.optional(),
      days: z.coerce.number().int().min(1).max(42).default(1),
      placeId: id.optional(),
    }),
    response: calendarView.extend({ from: z.string() }),
    async run(tx, { query }) {
      const from = query.from ?? (await todayAt(tx));
      return { from, ...(await readCalendar(tx, { ...query, from })) };
    },
  }),
  route({
    method: 'post',
    path: '/time-blocks',
    summary: 'Takes time of a person, a room or a piece of equipment',
    body: z.strictObject({ resourceId: id, from: moment, to: moment, note: z.string().max(200).default('') }),
    response: z.object({ blockId: id }),
    run: (tx, { body }) => blockTime(tx, { ...body, from: new Date(body.from), to: new Date(body.to) }),
  }),
  route({
    method: 'post',
    path: '/time-blocks/{id}/remove',
    summary: 'Gives blocked time back',
    params: byId,
    body: z.strictObject({}),
    response: done,
    async run(tx, { params }) {
      await unblockTime(tx, { blockId: params.id });
      return ok;
    },
  }),
  route({
    method: 'get',
    path: '/staff/{id}/day-off',
    summary: 'What is booked on a day that is to be called off, and where each booking could go',
    params: byId,
    query: z.strictObject({ day }),
    response: z.object({
      bookings: z.array(
        bookingInList.extend({
          near: z.array(z.object({ startsAt: moment, staffId: id, staffName: z.string() })),
        }),
      ),
    }),
    run: (tx, { params, query }) => planCallOff(tx, { staffId: params.id, day: query.day }),
  }),
  route({
    method: 'post',
    path: '/staff/{id}/day-off',
    summary: 'Calls a day off: each booking is moved, released with an offer to its client, or kept; all or nothing',
    params: byId,
    body: z.strictObject({
      day,
      note: z.string().trim().max(200).default(''),
      decisions: z
        .array(
          z.discriminatedUnion('do', [
            z.strictObject({ bookingId: id, do: z.literal('move'), startsAt: moment, staffId: id }),
            z.strictObject({ bookingId: id, do: z.literal('release') }),
            z.strictObject({ bookingId: id, do: z.literal('keep') }),
          ]),
        )
        .max(100),
    }),
    response: z.object({ moved: z.number().int(), released: z.number().int(), kept: z.number().int() }),
    run: (tx, { params, body }) =>
      callOffDay(tx, {
        staffId: params.id,
        ...body,
        decisions: body.decisions.map((one) =>
          one.do === 'move' ? { ...one, startsAt: new Date(one.startsAt) } : one,
        ),
      }),
  }),
];
