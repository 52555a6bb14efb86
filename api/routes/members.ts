import { z } from 'zod';
import { changeRole, removeMember } from '#use-cases/members/change-member.ts';
import { invite, revokeInvitation } from '#use-cases/members/invite.ts';
import { listMembers } from '#use-cases/members/list-members.ts';
import { userEmails } from '../auth.ts';
import { route } from '../route.ts';
import { byId, done, id, moment, ok, role } from '../schemas.ts';

const owner = ['owner'] as const;

export const members = [
  route({
    method: 'get',
    path: '/members',
    summary: 'Who works here and who is invited',
    roles: owner,
    response: z.object({
      members: z.array(z.object({ id, name: z.string(), email: z.string(), role, since: moment, you: z.boolean() })),
      invitations: z.array(
        z.object({
          id,
          role,
          name: z.string().nullable(),
          email: z.string().nullable(),
          invitedBy: z.string(),
          expiresAt: moment,
          expired: z.boolean(),
        }),
      ),
    }),
    async run(tx, _input, { deps }) {
      const { members: people, invitations } = await listMembers(tx);
      const emails = await userEmails(
        deps.auth,
        people.map((one) => one.userId),
      );
      return {
        members: people.map(({ userId, ...one }) => ({ ...one, email: emails.get(userId) ?? '' })),
        invitations: invitations.map((one) => ({ ...one, invitedBy: one.invitedBy.replace(/^[a-z]+:/, '') })),
      };
    },
  }),
  route({
    method: 'post',
    path: '/invitations',
    summary: 'Invites somebody by a link that works once, for a week; the link is shown this once',
    roles: owner,
    body: z.strictObject({
      role,
      name: z.string().trim().min(1).max(100).optional(),
      email: z.email().max(200).optional(),
    }),
    response: z.object({ id, link: z.string(), expiresAt: moment }),
    async run(tx, { body }, { deps }) {
      const made = await invite(tx, body);
      return {
        id: made.id,
        link: `${deps.options.publicUrl}/invitation/${made.token}`,
        expiresAt: made.expiresAt.toISOString(),
      };
    },
  }),
  route({
    method: 'post',
    path: '/invitations/{id}/revoke',
    summary: 'Makes a link stop working',
    roles: owner,
    params: byId,
    body: z.strictObject({}),
    response: done,
    async run(tx, { params }) {
      await revokeInvitation(tx, { invitationId: params.id });
      return ok;
    },
  }),
  route({
    method: 'post',
    path: '/members/{id}/role',
    summary: 'Gives a member another role; a business keeps an owner',
    roles: owner,
    params: byId,
    body: z.strictObject({ role }),
    response: done,
    async run(tx, { params, body }) {
      await changeRole(tx, { memberId: params.id, role: body.role });
      return ok;
    },
  }),
  route({
    method: 'post',
    path: '/members/{id}/remove',
    summary: 'Takes a member out at once',
    roles: owner,
    params: byId,
    body: z.strictObject({}),
    response: done,
    async run(tx, { params }) {
      await removeMember(tx, { memberId: params.id });
      return ok;
    },
  }),
];
