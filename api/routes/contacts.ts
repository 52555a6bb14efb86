import { z } from 'zod';
import { listContacts } from '#use-cases/contacts/list-contacts.ts';
import { listConversation } from '#use-cases/contacts/list-conversation.ts';
import { readContact } from '#use-cases/contacts/read-contact.ts';
import { markConversationRead, messageContact } from '#use-cases/messages/message-contact.ts';
import { route } from '../route.ts';
import { byId, cursor, done, flag, id, language, limit, moment, ok, orderBadge, search } from '../schemas.ts';

const staff = ['owner', 'manager'] as const;

export const contacts = [
  route({
    method: 'get',
    path: '/contacts',
    summary: 'Clients, those who wrote last first',
    query: z.strictObject({
      search: search.optional(),
      unread: flag.optional(),
      cursor: cursor.optional(),
      limit: limit(50),
    }),
    response: z.object({
      contacts: z.array(
        z.object({
          id,
          name: z.string(),
          language,
          phone: z.string().nullable(),
          username: z.string().nullable(),
          tags: z.array(z.string()),
          ordersPaid: z.number().int(),
          spentMinor: z.number().int(),
          unread: z.number().int(),
          lastMessageAt: moment.nullable(),
          lastText: z.string().nullable(),
          stopped: z.boolean(),
          unreachable: z.boolean(),
          createdAt: moment,
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    run: (tx, { query }) => listContacts(tx, query),
  }),
  route({
    method: 'get',
    path: '/contacts/{id}',
    summary: 'The card of a client: who they are, orders, automations',
    params: byId,
    response: z.object({
      id,
      name: z.string(),
      language,
      phone: z.string().nullable(),
      email: z.string().nullable(),
      marketingConsent: z.boolean().nullable(),
      stoppedAt: moment.nullable(),
      unreachableAt: moment.nullable(),
      sourcePayload: z.string().nullable(),
      ordersPaid: z.number().int(),
      spentMinor: z.number().int(),
      unread: z.number().int(),
      createdAt: moment,
      identities: z.array(
        z.object({ kind: z.string(), externalId: z.number(), username: z.string().nullable(), bot: z.string() }),
      ),
      tags: z.array(z.string()),
      orders: z.array(
        z.object({
          id,
          number: z.number().int(),
          badge: orderBadge,
          totalMinor: z.number().int(),
          currency: z.string(),
          createdAt: moment,
        }),
      ),
      runs: z.array(
        z.object({ id, automation: z.string(), state: z.string(), outcome: z.string().nullable(), startedAt: moment }),
      ),
    }),
    run: (tx, { params }) => readContact(tx, { contactId: params.id }),
  }),
  route({
    method: 'get',
    path: '/contacts/{id}/messages',
    summary: 'What a client and we wrote to each other, newest first',
    params: byId,
    // The screens that a client walks through in the bot are left out unless `screens` is true.
    query: z.strictObject({ screens: flag.optional(), cursor: cursor.optional(), limit: limit(50) }),
    response: z.object({
      items: z.array(
        z.object({
          id,
          from: z.enum(['client', 'us']),
          text: z.string(),
          at: moment,
          class: z.string().nullable(),
          state: z.enum(['queued', 'reserved', 'sent', 'failed', 'in_doubt', 'withdrawn', 'expired']).nullable(),
          error: z.string().nullable(),
        }),
      ),
      nextCursor: z.string().nullable(),
    }),
    run: (tx, { params, query }) => listConversation(tx, { contactId: params.id, ...query }),
  }),
  route({
    method: 'post',
    path: '/contacts/{id}/messages',
    summary: 'Answers a client; a repeated `requestId` is one message',
    roles: staff,
    params: byId,
    body: z.strictObject({ text: z.string().trim().min(1).max(4_000), requestId: id.optional() }),
    response: z.object({ messageId: id }),
    async run(tx, { params, body }) {
      await readContact(tx, { contactId: params.id });
      return messageContact(tx, { contactId: params.id, ...body });
    },
  }),
  route({
    method: 'post',
    path: '/contacts/{id}/read',
    summary: 'Marks what a client wrote as read',
    roles: staff,
    params: byId,
    body: z.strictObject({}),
    response: done,
    async run(tx, { params }) {
      await markConversationRead(tx, { contactId: params.id });
      return ok;
    },
  }),
];
