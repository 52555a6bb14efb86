import { z } from 'zod';
import { listPlaces } from '#use-cases/services/list-places.ts';
import { removePlace } from '#use-cases/services/remove-place.ts';
import { removeResource } from '#use-cases/services/remove-resource.ts';
import { reorder } from '#use-cases/services/reorder.ts';
import { changePlace, createPlace } from '#use-cases/services/save-place.ts';
import { changeResource, createResource } from '#use-cases/services/save-resource.ts';
import { route } from '../route.ts';
import { byId, done, id, localized, ok } from '../schemas.ts';
import { ids, revision, setUp, words } from '../service-schemas.ts';

const draft = { name: words, address: words, timeZone: z.string().max(100) };
const kind = z.enum(['room', 'equipment']);
const resourceName = z.string().max(1_000);

export const places = [
  route({
    method: 'get',
    path: '/places',
    summary: 'Where clients come, with rooms and equipment',
    response: z.object({
      places: z.array(
        z.object({
          placeId: id,
          name: localized,
          address: localized,
          timeZone: z.string(),
          revision: z.number().int(),
          staff: z.number().int(),
          resources: z.array(z.object({ resourceId: id, placeId: id, kind, name: z.string() })),
        }),
      ),
    }),
    run: (tx) => listPlaces(tx),
  }),
  route({
    method: 'post',
    path: '/places',
    summary: 'A new place at the end of the list',
    roles: setUp,
    body: z.strictObject(draft),
    response: z.object({ placeId: id, revision }),
    run: (tx, { body }) => createPlace(tx, body),
  }),
  route({
    method: 'patch',
    path: '/places/{id}',
    summary: 'Changes a place, if nobody else has since `revision`; what is left out stays',
    roles: setUp,
    params: byId,
    body: z.strictObject(draft).partial().extend({ revision }),
    response: z.object({ revision }),
    run: (tx, { params, body }) => changePlace(tx, { placeId: params.id, ...body }),
  }),
  route({
    method: 'post',
    path: '/places/{id}/remove',
    summary: 'Closes a place where nobody works any more',
    roles: setUp,
    params: byId,
    response: done,
    async run(tx, { params }) {
      await removePlace(tx, { placeId: params.id });
      return ok;
    },
  }),
  route({
    method: 'put',
    path: '/places/order',
    summary: 'Puts places into this order',
    roles: setUp,
    body: z.strictObject({ ids }),
    response: done,
    async run(tx, { body }) {
      await reorder(tx, 'places', body.ids);
      return ok;
    },
  }),
  route({
    method: 'post',
    path: '/resources',
    summary: 'A new room or piece of equipment of a place',
    roles: setUp,
    body: z.strictObject({ placeId: id, kind, name: resourceName }),
    response: z.object({ resourceId: id }),
    run: (tx, { body }) => createResource(tx, body),
  }),
  route({
    method: 'patch',
    path: '/resources/{id}',
    summary: 'Gives a room or a piece of equipment another name or kind',
    roles: setUp,
    params: byId,
    body: z.strictObject({ name: resourceName.optional(), kind: kind.optional() }),
    response: done,
    async run(tx, { params, body }) {
      await changeResource(tx, { resourceId: params.id, ...body });
      return ok;
    },
  }),
  route({
    method: 'post',
    path: '/resources/{id}/remove',
    summary: 'Takes a room or a piece of equipment away, if no service would be left without',
    roles: setUp,
    params: byId,
    response: done,
    async run(tx, { params }) {
      await removeResource(tx, { resourceId: params.id });
      return ok;
    },
  }),
];
