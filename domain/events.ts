/** The domain events and their data. Adding one: a line here and a line in automation/events.ts. */
export type EventData = {
  'contact.started': { payload: string | null; first: boolean };
  'contact.stopped': Record<string, never>;
  'contact.resumed': Record<string, never>;
  'contact.unreachable': Record<string, never>;
  'contact.reachable': Record<string, never>;
  'contact.tagged': { tag: string };
  'contact.untagged': { tag: string };
  /** A field of the contact has another value; empty where it was taken away. */
  'contact.changed': { field: string; value: string };
  'chat.message': { text: string };
  'chat.button': { messageId: string; runId: string; nodeId: string; button: string };
  'cart.changed': { pieces: number; totalMinor: number };
  'order.placed': OrderFacts;
  'order.paid': OrderFacts & { late: boolean };
  'order.moved': OrderFacts & { from: string; to: string };
  'order.cancelled': OrderFacts & { reason: string };
  'order.pickup_moved': OrderFacts & { pickupAt: string };
  'booking.made': BookingFacts;
  'booking.confirmed': BookingFacts & { by: string };
  /** The client said that they are coming. */
  'booking.answered': BookingFacts;
  'booking.moved': BookingFacts & { from: string; by: string };
  'booking.cancelled': BookingFacts & { by: string; reason: string };
  'booking.arrived': BookingFacts;
  'booking.done': BookingFacts & { finalMinor: number };
  'booking.no_show': BookingFacts;
  /** What came of a step of an automation that books, moves, cancels or offers times. `startsAt` is empty where nothing was set. */
  'booking.tried': {
    runId: string;
    nodeId: string;
    outcome: 'done' | 'offered' | 'refused';
    reason: string;
    bookingId: string | null;
    startsAt: string;
  };
  'payment.link_ready': { orderId: string; paymentId: string; attemptId: string };
  'payment.declined': { orderId: string; paymentId: string; attemptId: string; reason: string };
  'payment.refund_due': { orderId: string; paymentId: string; amountMinor: number; reason: string };
  'payment.refunded': { orderId: string; paymentId: string; amountMinor: number };
  'message.sent': { messageId: string; class: string; nodeId: string | null };
  'message.failed': { messageId: string; class: string; reason: string };
  /** A request came to the address of one automation; `body` is what it sent. */
  'webhook.received': { automationId: string; body: Record<string, unknown> };
  'automation.started': { automationId: string; by: string; parentRunId: string | null };
  'automation.finished': { automationId: string; runId: string; outcome: string; reason: string; parentRunId: string };
  'automation.goal': { automationId: string; goal: string };
  /** A date of the contact or the order, with the automation's offset, has come. */
  'date.reached': { automationId: string; field: string; date: string };
  'schedule.due': { automationId: string; date: string };
  'task.created': { taskId: string; title: string };
  'task.done': { taskId: string; title: string };
};

/** Events that are meant for one automation, named in their data: no other starts on them. */
export const addressedEvents: ReadonlySet<string> = new Set<EventType>([
  'webhook.received',
  'automation.started',
  'date.reached',
  'schedule.due',
]);

export type OrderFacts = {
  orderId: string;
  number: number;
  totalMinor: number;
  currency: string;
  pieces: number;
  /** The contact's first order that was placed, or paid, counting this one. */
  first: boolean;
};

export type BookingFacts = {
  bookingId: string;
  number: number;
  /** Of the first service of the visit. */
  serviceId: string;
  staffId: string;
  /** In the language of the business; several services with commas. */
  service: string;
  staff: string;
  /** ISO 8601 in UTC. */
  startsAt: string;
  endsAt: string;
  priceMinor: number;
  currency: string;
  source: string;
  /** The contact's first booking, counting this one. */
  first: boolean;
};

export type EventType = keyof EventData;

/** An event that a use case is about to write. `streamId`: the contact, else the entity. */
export type DomainEvent = {
  [T in EventType]: {
    id?: string | undefined;
    type: T;
    streamId: string;
    contactId?: string | undefined;
    subjectId?: string | undefined;
    data: EventData[T];
    /** How many runs lie between this event and one that no automation caused. */
    depth?: number | undefined;
  };
}[EventType];

/** An event as it lies in its stream. */
export type StoredEvent = {
  id: string;
  type: EventType;
  seq: number;
  contactId: string | null;
  subjectId: string | null;
  data: Record<string, unknown>;
  occurredAt: Date;
  depth?: number | undefined;
};
