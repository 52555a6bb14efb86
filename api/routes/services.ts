import { z } from 'zod';
import { changeService } from '#use-cases/services/change-service.ts';
import { createService } from '#use-cases/services/create-service.ts';
import { listServices, readService } from '#use-cases/services/list-services.ts';
import { listSetupProblems } from '#use-cases/services/list-setup-problems.ts';
import { removeService } from '#use-cases/services/remove-service.ts';
import { reorder } from '#use-cases/services/reorder.ts';
import { removeCategory, saveCategory } from '#use-cases/services/save-category.ts';
import { setServicePhoto } from '#use-cases/services/set-photo.ts';
import { route } from '../route.ts';
import { byId, done, id, localized, ok } from '../schemas.ts';
import { ids, minutes, price, revision, setUp, words } from '../service-schemas.ts';

const addon = { name: words, priceMinor: price, durationMinutes: minutes };
const giver = { staffId: id, priceMinor: price.nullable(), durationMinutes: minutes.nullable() };
const draft = {
  categoryId: id.nullable(),
  name: words,
  description: words,
  priceMinor: price,
  priceToMinor: price.nullable(),
  durationMinutes: minutes,
  bufferBeforeMinutes: minutes,
  bufferAfterMinutes: minutes,
  gap: z.strictObject({ fromMinutes: minutes, minutes }).nullable(),
  format: z.enum(['online', 'place', 'both']),
  capacity: z.number().int(),
  hidden: z.boolean(),
  addons: z.array(z.strictObject({ addonId: id.optional(), ...addon })).max(100),
  needs: z.array(z.array(id).max(300)).max(20),
  givers: z.array(z.strictObject(giver)).max(300),
};
const service = z.object({
  serviceId: id,
  ...draft,
  name: localized,
  description: localized,
  photoId: id.nullable(),
  revision: z.number().int(),
  addons: z.array(z.object({ addonId: id, ...addon, name: localized })),
  givers: z.array(z.object({ ...giver, name: z.string(), hidden: z.boolean() })),
});
const problem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no_place') }),
  z.object({ kind: z.literal('no_service') }),
  z.object({ kind: z.literal('no_staff') }),
  z.object({ kind: z.literal('service_without_staff'), serviceId: id, service: localized }),
  z.object({
    kind: z.literal('need_without_resource'),
    serviceId: id,
    service: localized,
    placeId: id,
    place: localized,
  }),
  z.object({ kind: z.literal('staff_without_hours'), staffId: id, name: z.string() }),
  z.object({ kind: z.literal('staff_without_services'), staffId: id, name: z.string() }),
]);

export const services = [
  route({
    method: 'get',
    path: '/services',
    summary: 'Everything that can be booked, by section, hidden services too; at most 500',
    response: z.object({
      categories: z.array(z.object({ categoryId: id, name: localized })),
      services: z.array(service),
    }),
    run: (tx) => listServices(tx),
  }),
  route({
    method: 'get',
    path: '/services/{id}',
    summary: 'A service with its add-ons, its needs and who gives it',
    params: byId,
    response: service,
    run: (tx, { params }) => readService(tx, { serviceId: params.id }),
  }),
  route({
    method: 'post',
    path: '/services',
    summary: 'A new service at the end of the list',
    roles: setUp,
    body: z.strictObject(draft),
    response: z.object({ serviceId: id, revision }),
    run: (tx, { body }) => createService(tx, body),
  }),
  route({
    method: 'patch',
    path: '/services/{id}',
    summary: 'Changes a service, if nobody else has since `revision`; what is left out stays',
    roles: setUp,
    params: byId,
    body: z
      .strictObject(draft)
      .partial()
      .extend({ revision, removePhoto: z.literal(true).optional() }),
    response: z.object({ revision }),
    run: (tx, { params, body }) => changeService(tx, { serviceId: params.id, ...body }),
  }),
  route({
    method: 'put',
    path: '/services/{id}/photo',
    summary: 'Sets the photo of a service: JPEG, PNG or WebP, at most 5 MB',
    roles: setUp,
    params: byId,
    picture: true,
    body: z.instanceof(Buffer),
    response: z.object({ photoId: id, revision }),
    run: (tx, { params, body }, { request }) =>
      setServicePhoto(tx, { serviceId: params.id, bytes: body, mime: request.get('content-type') ?? '' }),
  }),
  route({
    method: 'post',
    path: '/services/{id}/remove',
    summary: 'Takes a service away; visits that are booked stay',
    roles: setUp,
    params: byId,
    response: done,
    async run(tx, { params }) {
      await removeService(tx, { serviceId: params.id });
      return ok;
    },
  }),
  route({
    method: 'put',
    path: '/services/order',
    summary: 'Puts services into this order',
    roles: setUp,
    body: z.strictObject({ ids }),
    response: done,
    async run(tx, { body }) {
      await reorder(tx, 'services', body.ids);
      return ok;
    },
  }),
  route({
    method: 'post',
    path: '/service-categories',
    summary: 'A new section of services',
    roles: setUp,
    body: z.strictObject({ name: words }),
    response: z.object({ categoryId: id }),
    run: (tx, { body }) => saveCategory(tx, body),
  }),
  route({
    method: 'patch',
    path: '/service-categories/{id}',
    summary: 'Gives a section another name',
    roles: setUp,
    params: byId,
    body: z.strictObject({ name: words }),
    response: z.object({ categoryId: id }),
    run: (tx, { params, body }) => saveCategory(tx, { categoryId: params.id, ...body }),
  }),
  route({
    method: 'post',
    path: '/service-categories/{id}/remove',
    summary: 'Takes a section away; its services stay, in none',
    roles: setUp,
    params: byId,
    response: done,
    async run(tx, { params }) {
      await removeCategory(tx, { categoryId: params.id });
      return ok;
    },
  }),
  route({
    method: 'put',
    path: '/service-categories/order',
    summary: 'Puts sections into this order',
    roles: setUp,
    body: z.strictObject({ ids }),
    response: done,
    async run(tx, { body }) {
      await reorder(tx, 'categories', body.ids);
      return ok;
    },
  }),
  route({
    method: 'get',
    path: '/booking-setup/problems',
    summary: 'What keeps clients from booking: the first 50 things to do',
    response: z.object({ problems: z.array(problem) }),
    run: (tx) => listSetupProblems(tx),
  }),
];
