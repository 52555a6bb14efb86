import { z } from 'zod';
import type { Tx } from '#persistence/with-business.ts';
import { cancelOrder, moveOrder } from '#use-cases/orders/move-order.ts';
import { listOrders } from '#use-cases/orders/list-orders.ts';
import { orderViewNames } from '#use-cases/orders/order-views.ts';
import { readOrder } from '#use-cases/orders/read-order.ts';
import { messageContact } from '#use-cases/messages/message-contact.ts';
import { movePickup } from '#use-cases/orders/move-pickup.ts';
import { markPaidByHand } from '#use-cases/payments/mark-paid-by-hand.ts';
import { refundByHand } from '#use-cases/payments/record-refund.ts';
import { route } from '../route.ts';
import {
  byId,
  cursor,
  deliveryKind,
  id,
  limit,
  localized,
  moment,
  orderBadge,
  orderState,
  orderView,
  paymentState,
  search,
  slot,
} from '../schemas.ts';

const effects = z.array(z.string());
const orderInList = z.object({
  id,
  number: z.number().int(),
  contactId: id,
  customerName: z.string(),
  state: orderState,
  paymentState,
  badge: orderBadge,
  deliveryKind,
  deliverySlot: slot,
  totalMinor: z.number().int(),
  currency: z.string(),
  cancelReason: z.string().nullable(),
  deadlineAt: moment.nullable(),
  createdAt: moment,
  revision: z.number().int(),
  lines: z.array(z.object({ product: localized, variant: localized, quantity: z.number().int() })),
  next: z.object({ to: orderState, effects }).nullable(),
});

const orderCard = orderInList.omit({ contactId: true, deadlineAt: true, lines: true, next: true }).extend({
  itemsMinor: z.number().int(),
  deliveryMinor: z.number().int(),
  customerPhone: z.string(),
  deliveryAddress: z.string().nullable(),
  comment: z.string().nullable(),
  handRefund: z.object({ amountMinor: z.number().int(), error: z.string().nullable() }).nullable(),
  payment: z.object({ deadlineAt: moment, startedAt: moment, link: z.string().nullable() }),
  contact: z.object({
    id,
    name: z.string(),
    ordersPaid: z.number().int(),
    spentMinor: z.number().int(),
    since: moment,
    reachable: z.boolean(),
  }),
  lines: z.array(
    z.object({
      id,
      product: localized,
      variant: localized,
      quantity: z.number().int(),
      priceMinor: z.number().int(),
      photoId: id.nullable(),
    }),
  ),
  actions: z.array(
    z.object({ to: orderState, direction: z.enum(['forward', 'back', 'cancel']), byHand: z.boolean(), effects }),
  ),
  story: z.array(
    z.object({ id, at: moment, code: z.string(), facts: z.record(z.string(), z.unknown()), by: z.string().nullable() }),
  ),
  workflows: z.object({ order: z.string(), payment: z.string() }),
});

const readCard = (tx: Tx, { params }: { params: { id: string } }) => readOrder(tx, { orderId: params.id });
const revision = z.number().int().min(1).optional();

export const orders = [
  route({
    method: 'get',
    path: '/orders',
    summary: 'Orders, newest first, with the count of every view',
    query: z.strictObject({
      view: orderView.default('all'),
      search: search.optional(),
      from: moment.optional(),
      to: moment.optional(),
      cursor: cursor.optional(),
      limit: limit(50),
    }),
    response: z.object({
      orders: z.array(orderInList),
      counts: z.object(
        Object.fromEntries(orderViewNames.map((name) => [name, z.number().int()])) as Record<
          (typeof orderViewNames)[number],
          z.ZodNumber
        >,
      ),
      nextCursor: z.string().nullable(),
    }),
    run: (tx, { query }) => listOrders(tx, query),
  }),
  route({
    method: 'get',
    path: '/orders/{id}',
    summary: 'The card of an order: lines, money, story, and what one can do with it',
    params: byId,
    response: orderCard,
    run: (tx, { params }) => readOrder(tx, { orderId: params.id }),
  }),
  route({
    method: 'post',
    path: '/orders/{id}/move',
    summary: 'Moves an order along its states, forward or back',
    roles: ['owner', 'manager'],
    params: byId,
    body: z.strictObject({ to: orderState, revision }),
    response: orderCard,
    async run(tx, { params, body }) {
      await moveOrder(tx, { orderId: params.id, ...body });
    },
    read: readCard,
  }),
  route({
    method: 'post',
    path: '/orders/{id}/pickup',
    summary: 'Moves the time of the pick-up; what waits for it moves with it',
    roles: ['owner', 'manager'],
    params: byId,
    body: z.strictObject({
      slot: z.strictObject({
        date: z.iso.date(),
        fromHour: z.number().int().min(0).max(23),
        toHour: z.number().int().min(1).max(24),
      }),
      revision,
    }),
    response: orderCard,
    async run(tx, { params, body }) {
      await movePickup(tx, { orderId: params.id, ...body });
    },
    read: readCard,
  }),
  route({
    method: 'post',
    path: '/orders/{id}/mark-paid',
    summary: 'Staff took the money; competes with a payment in flight',
    roles: ['owner', 'manager'],
    params: byId,
    body: z.strictObject({ revision }),
    response: orderCard,
    async run(tx, { params, body }) {
      await markPaidByHand(tx, { orderId: params.id, ...body });
    },
    read: readCard,
  }),
  route({
    method: 'post',
    path: '/orders/{id}/cancel',
    summary: 'Cancels an order with a reason; what was paid is refunded',
    roles: ['owner', 'manager'],
    params: byId,
    body: z.strictObject({ reason: z.string().trim().min(1).max(300), revision }),
    response: orderCard,
    async run(tx, { params, body }) {
      await cancelOrder(tx, { orderId: params.id, ...body });
    },
    read: readCard,
  }),
  route({
    method: 'post',
    path: '/orders/{id}/refund-by-hand',
    summary: 'Staff gave the money back themselves: paid by hand, or refused by the provider',
    roles: ['owner', 'manager'],
    params: byId,
    body: z.strictObject({}),
    response: orderCard,
    async run(tx, { params }) {
      await refundByHand(tx, { orderId: params.id });
    },
    read: readCard,
  }),
  route({
    method: 'post',
    path: '/orders/{id}/message',
    summary: 'Writes to the client of an order',
    roles: ['owner', 'manager'],
    params: byId,
    body: z.strictObject({ text: z.string().trim().min(1).max(4_000), requestId: id.optional() }),
    response: z.object({ messageId: id }),
    async run(tx, { params, body }) {
      const order = await readOrder(tx, { orderId: params.id });
      return messageContact(tx, { contactId: order.contact.id, ...body });
    },
  }),
];
