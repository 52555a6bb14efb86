import { z } from 'zod';
import { listNotifications, markNotificationsRead } from '#use-cases/day/notifications.ts';
import { readDashboard } from '#use-cases/day/read-dashboard.ts';
import { searchAll } from '#use-cases/day/search-all.ts';
import { orderViewNames } from '#use-cases/orders/order-views.ts';
import { route } from '../route.ts';
import { done, id, localized, moment, ok, orderBadge, search } from '../schemas.ts';

const count = z.number().int();
const money = z.number().int().nullable();

export const day = [
  route({
    method: 'get',
    path: '/dashboard',
    summary: 'The day of the business on its own calendar, what needs a person, and the two weeks before',
    response: z.object({
      day: z.iso.date(),
      orders: z.object({
        count,
        revenueMinor: money,
        byState: z.object(
          Object.fromEntries(orderViewNames.map((name) => [name, count])) as Record<
            (typeof orderViewNames)[number],
            typeof count
          >,
        ),
        yesterday: z.object({ count, revenueMinor: money }),
      }),
      messages: z.object({ in: count, out: count, unread: count }),
      runs: z.object({ entered: count, inside: count, failed: count }),
      problems: z.array(
        z.object({ code: z.string(), severity: z.enum(['bad', 'wait']), words: localized, link: z.string() }),
      ),
      series: z.array(z.object({ day: z.iso.date(), orders: count, revenueMinor: money })),
      steps: z.object({ bot: z.boolean(), products: z.boolean(), automation: z.boolean(), staff: z.boolean() }),
    }),
    run: (tx) => readDashboard(tx),
  }),
  route({
    method: 'get',
    path: '/notifications',
    summary: 'What waits for a person of the house, newest first, and what of it is unread by the caller',
    response: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          at: moment,
          kind: z.enum(['alarm', 'refund', 'unread', 'run_failed', 'bot', 'payments']),
          words: localized,
          link: z.string(),
          read: z.boolean(),
        }),
      ),
      unread: count,
    }),
    run: (tx) => listNotifications(tx),
  }),
  route({
    method: 'post',
    path: '/notifications/read',
    summary: 'Everything up to a moment is read by the caller',
    body: z.strictObject({ until: moment }),
    response: done,
    async run(tx, { body }) {
      await markNotificationsRead(tx, body);
      return ok;
    },
  }),
  route({
    method: 'get',
    path: '/search',
    summary: 'Looks everywhere in the business, at most five of a kind',
    query: z.strictObject({ q: search }),
    response: z.object({
      contacts: z.array(
        z.object({ id, name: z.string(), username: z.string().nullable(), phone: z.string().nullable() }),
      ),
      orders: z.array(
        z.object({
          id,
          number: count,
          customerName: z.string(),
          badge: orderBadge,
          totalMinor: money,
          currency: z.string(),
          createdAt: moment,
        }),
      ),
      automations: z.array(
        z.object({ id, name: z.string(), state: z.enum(['draft', 'active', 'paused', 'archived']) }),
      ),
      products: z.array(z.object({ id, name: localized, hidden: z.boolean() })),
    }),
    run: (tx, { query }) => searchAll(tx, query),
  }),
];
