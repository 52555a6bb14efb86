import { z } from 'zod';
import { bookingsAhead } from '#use-cases/services/bookings-ahead.ts';
import { changeStaff } from '#use-cases/services/change-staff.ts';
import { createStaff } from '#use-cases/services/create-staff.ts';
import { listExceptions } from '#use-cases/services/list-exceptions.ts';
import { listStaff } from '#use-cases/services/list-staff.ts';
import { removeStaff } from '#use-cases/services/remove-staff.ts';
import { reorder } from '#use-cases/services/reorder.ts';
import { addException, changeException, removeException } from '#use-cases/services/save-exception.ts';
import { setStaffPhoto } from '#use-cases/services/set-photo.ts';
import { route } from '../route.ts';
import { byId, done, id, localized, moment, ok } from '../schemas.ts';
import { day, dayPlan, ids, minutes, price, revision, setUp, shownPlan, words } from '../service-schemas.ts';

const draft = {
  placeId: id,
  membershipId: id.nullable(),
  name: z.string().max(1_000),
  about: words,
  week: z.array(dayPlan).max(7),
  maxPerDay: z.number().int().nullable(),
  maxPerWeek: z.number().int().nullable(),
  hidden: z.boolean(),
  services: z
    .array(z.strictObject({ serviceId: id, priceMinor: price.nullable(), durationMinutes: minutes.nullable() }))
    .max(600),
};
const person = z.object({
  staffId: id,
  ...draft,
  about: localized,
  week: z.array(shownPlan).readonly(),
  photoId: id.nullable(),
  revision: z.number().int(),
  you: z.boolean(),
});
const exceptionDraft = { from: day, to: day, plan: dayPlan, note: z.string().max(1_000) };
const visits = z.object({ visits: z.number().int() });

export const staff = [
  route({
    method: 'get',
    path: '/staff',
    summary: 'Who gives services, hidden people too; at most 200',
    response: z.object({ staff: z.array(person) }),
    run: (tx) => listStaff(tx),
  }),
  route({
    method: 'post',
    path: '/staff',
    summary: 'A new person at the end of the list',
    roles: setUp,
    body: z.strictObject(draft),
    response: z.object({ staffId: id, revision }),
    run: (tx, { body }) => createStaff(tx, body),
  }),
  route({
    method: 'patch',
    path: '/staff/{id}',
    summary: 'Changes a person, if nobody else has since `revision`; what is left out stays',
    roles: setUp,
    params: byId,
    body: z
      .strictObject(draft)
      .partial()
      .extend({ revision, removePhoto: z.literal(true).optional() }),
    response: z.object({ revision }),
    run: (tx, { params, body }) => changeStaff(tx, { staffId: params.id, ...body }),
  }),
  route({
    method: 'put',
    path: '/staff/{id}/photo',
    summary: 'Sets the photo of a person: JPEG, PNG or WebP, at most 5 MB',
    roles: setUp,
    params: byId,
    picture: true,
    body: z.instanceof(Buffer),
    response: z.object({ photoId: id, revision }),
    run: (tx, { params, body }, { request }) =>
      setStaffPhoto(tx, { staffId: params.id, bytes: body, mime: request.get('content-type') ?? '' }),
  }),
  route({
    method: 'get',
    path: '/staff/{id}/bookings-ahead',
    summary: 'What a person has booked from now on: how much, and the next 20',
    params: byId,
    response: z.object({
      count: z.number().int(),
      from: moment.nullable(),
      until: moment.nullable(),
      bookings: z.array(
        z.object({
          bookingId: id,
          number: z.number().int(),
          startsAt: moment,
          timeZone: z.string(),
          contact: z.string(),
          service: localized,
        }),
      ),
    }),
    run: (tx, { params }) => bookingsAhead(tx, { staffId: params.id }),
  }),
  route({
    method: 'post',
    path: '/staff/{id}/remove',
    summary: 'Somebody leaves; with visits ahead `then` says what becomes of them',
    roles: setUp,
    params: byId,
    body: z.strictObject({ then: z.strictObject({ kind: z.literal('keep') }).optional() }),
    response: z.object({ kept: z.number().int() }),
    run: (tx, { params, body }) => removeStaff(tx, { staffId: params.id, then: body.then }),
  }),
  route({
    method: 'put',
    path: '/staff/order',
    summary: 'Puts people into this order',
    roles: setUp,
    body: z.strictObject({ ids }),
    response: done,
    async run(tx, { body }) {
      await reorder(tx, 'staff', body.ids);
      return ok;
    },
  }),
  route({
    method: 'get',
    path: '/schedule-exceptions',
    summary: 'Days that differ from the week, of a person, a place, or all; at most 500',
    query: z.strictObject({ staffId: id.optional(), placeId: id.optional() }),
    response: z.object({
      exceptions: z.array(
        z.object({
          exceptionId: id,
          staffId: id.nullable(),
          placeId: id.nullable(),
          from: z.string(),
          to: z.string(),
          plan: shownPlan,
          note: z.string(),
        }),
      ),
    }),
    run: (tx, { query }) => listExceptions(tx, query),
  }),
  route({
    method: 'post',
    path: '/schedule-exceptions',
    summary: 'Days off, extra days or other hours; masters for themselves alone',
    body: z.strictObject({
      of: z.union([z.strictObject({ staffId: id }), z.strictObject({ placeId: id })]),
      ...exceptionDraft,
    }),
    response: visits.extend({ exceptionId: id }),
    run: (tx, { body }) => addException(tx, body),
  }),
  route({
    method: 'patch',
    path: '/schedule-exceptions/{id}',
    summary: 'Other days or hours of an exception',
    params: byId,
    body: z.strictObject(exceptionDraft),
    response: visits,
    run: (tx, { params, body }) => changeException(tx, { exceptionId: params.id, ...body }),
  }),
  route({
    method: 'post',
    path: '/schedule-exceptions/{id}/remove',
    summary: 'The days are like any others again',
    params: byId,
    response: done,
    async run(tx, { params }) {
      await removeException(tx, { exceptionId: params.id });
      return ok;
    },
  }),
];
