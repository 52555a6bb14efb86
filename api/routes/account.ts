import { z } from 'zod';
import { createBusiness } from '#use-cases/business/create-business.ts';
import { listBusinesses } from '#use-cases/business/list-businesses.ts';
import { addDemoCatalog } from '#use-cases/demo/add-demo-catalog.ts';
import { readMailbox } from '#use-cases/mailbox/mailbox.ts';
import { acceptInvitation, readInvitation } from '#use-cases/members/accept-invitation.ts';
import { accountRoute } from '../account-route.ts';
import { chooseBusiness } from '../middleware/caller.ts';
import { HttpProblem } from '../middleware/problem.ts';
import { done, id, language, moment, ok, role } from '../schemas.ts';

const token = z.string().min(16).max(100);

export const account = [
  accountRoute({
    account: 'user',
    method: 'get',
    path: '/businesses',
    summary: 'The businesses that one works in',
    response: z.object({ businesses: z.array(z.object({ id, name: z.string(), role })) }),
    run: async (_input, { deps, user }) => ({ businesses: await listBusinesses(deps.database, user.id) }),
  }),
  accountRoute({
    account: 'user',
    method: 'post',
    path: '/businesses',
    summary: 'Makes the business of somebody who has signed up; asking again gives the same one',
    body: z.strictObject({
      name: z.string().trim().min(1).max(200),
      language,
      timeZone: z.string().max(60),
      demo: z.boolean().default(false),
    }),
    response: z.object({ businessId: id }),
    async run({ body }, { deps, user, response }) {
      const { demo, ...wish } = body;
      const businessId = await createBusiness(deps.database, {
        ...wish,
        userId: user.id,
        userName: user.name,
        now: new Date(),
      });
      if (demo)
        await deps.withBusiness(businessId, { kind: 'user', userId: user.id, role: 'owner', name: user.name }, (tx) =>
          addDemoCatalog(tx),
        );
      chooseBusiness(response, businessId, deps.options.secure);
      return { businessId };
    },
  }),
  accountRoute({
    account: 'user',
    method: 'post',
    path: '/businesses/choose',
    summary: 'Works in another of one’s businesses from now on, in this browser',
    body: z.strictObject({ businessId: id }),
    response: done,
    async run({ body }, { deps, user, response }) {
      const mine = await listBusinesses(deps.database, user.id);
      if (!mine.some((one) => one.id === body.businessId)) throw new HttpProblem(403, 'no_membership');
      chooseBusiness(response, body.businessId, deps.options.secure);
      return ok;
    },
  }),
  accountRoute({
    account: 'public',
    method: 'get',
    path: '/invitations/token/{token}',
    summary: 'What an invitation promises, for whoever holds its link',
    params: z.strictObject({ token }),
    response: z.object({
      business: z.string(),
      role,
      invitedBy: z.string(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      state: z.enum(['open', 'accepted', 'revoked', 'expired']),
    }),
    run: ({ params }, { deps }) => readInvitation(deps, params),
  }),
  accountRoute({
    account: 'user',
    method: 'post',
    path: '/invitations/accept',
    summary: 'Comes to work in the business that invited',
    body: z.strictObject({ token }),
    response: z.object({ businessId: id }),
    async run({ body }, { deps, user, response }) {
      const accepted = await acceptInvitation(deps, { token: body.token, userId: user.id, userName: user.name });
      chooseBusiness(response, accepted.businessId, deps.options.secure);
      return accepted;
    },
  }),
  accountRoute({
    account: 'public',
    method: 'get',
    path: '/mailbox',
    summary: 'Letters of a development machine, which are shown instead of being sent',
    response: z.object({
      letters: z.array(z.object({ id, to: z.string(), subject: z.string(), text: z.string(), at: moment })),
    }),
    async run(_input, { deps }) {
      if (!deps.options.mailbox) throw new HttpProblem(404, 'not_found');
      return { letters: await readMailbox(deps.database) };
    },
  }),
];
