import type { EventData, EventType } from '#domain/events.ts';

/** What kind of value a field holds: which operators fit it, and how a value is written. */
export type ValueKind =
  'text' | 'number' | 'money' | 'boolean' | 'choice' | 'tag' | 'tags' | 'button' | 'step' | 'id' | 'moment' | 'object';

type Fields<T extends EventType> = Readonly<Record<Extract<keyof EventData[T], string>, ValueKind>>;

const order = {
  orderId: 'id',
  number: 'number',
  totalMinor: 'money',
  currency: 'text',
  pieces: 'number',
  first: 'boolean',
} as const;
const payment = { orderId: 'id', paymentId: 'id' } as const;
const booking = {
  bookingId: 'id',
  number: 'number',
  serviceId: 'id',
  staffId: 'id',
  service: 'text',
  staff: 'text',
  startsAt: 'moment',
  endsAt: 'moment',
  priceMinor: 'money',
  currency: 'text',
  source: 'choice',
  first: 'boolean',
} as const;
const none = {};

/** The fields of every event's data at run time; a field that is new does not compile without its line. */
export const eventFields: { readonly [T in EventType]: Fields<T> } = {
  'contact.started': { payload: 'text', first: 'boolean' },
  'contact.stopped': none,
  'contact.resumed': none,
  'contact.unreachable': none,
  'contact.reachable': none,
  'contact.tagged': { tag: 'tag' },
  'contact.untagged': { tag: 'tag' },
  'contact.changed': { field: 'choice', value: 'text' },
  'chat.message': { text: 'text' },
  'chat.button': { button: 'button', nodeId: 'step', messageId: 'id', runId: 'id' },
  'cart.changed': { pieces: 'number', totalMinor: 'money' },
  'order.placed': order,
  'order.paid': { ...order, late: 'boolean' },
  'order.moved': { ...order, from: 'choice', to: 'choice' },
  'order.cancelled': { ...order, reason: 'text' },
  'order.pickup_moved': { ...order, pickupAt: 'moment' },
  'booking.made': booking,
  'booking.confirmed': { ...booking, by: 'choice' },
  'booking.answered': booking,
  'booking.moved': { ...booking, from: 'moment', by: 'choice' },
  'booking.cancelled': { ...booking, by: 'choice', reason: 'text' },
  'booking.arrived': booking,
  'booking.done': { ...booking, finalMinor: 'money' },
  'booking.no_show': booking,
  'booking.tried': {
    runId: 'id',
    nodeId: 'step',
    outcome: 'choice',
    reason: 'choice',
    bookingId: 'id',
    startsAt: 'moment',
  },
  'payment.link_ready': { ...payment, attemptId: 'id' },
  'payment.declined': { ...payment, attemptId: 'id', reason: 'text' },
  'payment.refund_due': { ...payment, amountMinor: 'money', reason: 'text' },
  'payment.refunded': { ...payment, amountMinor: 'money' },
  'message.sent': { messageId: 'id', class: 'choice', nodeId: 'step' },
  'message.failed': { messageId: 'id', class: 'choice', reason: 'text' },
  'webhook.received': { automationId: 'id', body: 'object' },
  'automation.started': { automationId: 'id', by: 'text', parentRunId: 'id' },
  'automation.finished': { automationId: 'id', runId: 'id', outcome: 'choice', reason: 'text', parentRunId: 'id' },
  'automation.goal': { automationId: 'id', goal: 'text' },
  'date.reached': { automationId: 'id', field: 'choice', date: 'text' },
  'schedule.due': { automationId: 'id', date: 'text' },
  'task.created': { taskId: 'id', title: 'text' },
  'task.done': { taskId: 'id', title: 'text' },
};

/** Whether an event is about an order, which the chain then knows as `order.…`. */
export const aboutOrder = (event: EventType): boolean => event.startsWith('order.') || event.startsWith('payment.');

/** Whether an event is about a booking, which the chain then knows as `booking.…`. */
export const aboutBooking = (event: EventType): boolean => event.startsWith('booking.') && event !== 'booking.tried';
