import { z } from 'zod';
import { deleteSecret, listSecrets, saveSecret } from '#use-cases/secrets/secrets.ts';
import { route } from '../route.ts';
import { done, moment, ok } from '../schemas.ts';

const owner = ['owner'] as const;
const name = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);

/** Keys of other systems for calls of automations. What they hold is never shown again. */
export const secrets = [
  route({
    method: 'get',
    path: '/secrets',
    summary: 'The names of the secrets',
    roles: owner,
    response: z.object({ secrets: z.array(z.object({ name, savedBy: z.string(), savedAt: moment })) }),
    run: (tx) => listSecrets(tx),
  }),
  route({
    method: 'put',
    path: '/secrets/{name}',
    summary: 'Saves a secret under a name',
    roles: owner,
    params: z.strictObject({ name }),
    body: z.strictObject({ value: z.string().min(1).max(4_000) }),
    response: done,
    run: async (tx, { params, body }) => {
      await saveSecret(tx, { name: params.name, value: body.value });
      return ok;
    },
  }),
  route({
    method: 'post',
    path: '/secrets/{name}/delete',
    summary: 'Deletes a secret; automations that use it go on by their error way',
    roles: owner,
    params: z.strictObject({ name }),
    body: z.strictObject({}),
    response: done,
    run: async (tx, { params }) => {
      await deleteSecret(tx, { name: params.name });
      return ok;
    },
  }),
];
