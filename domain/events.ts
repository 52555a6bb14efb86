/** The domain events and their data. Adding one: a line here and a line in automation/events.ts. */
export type EventData = {
  'contact.started': { payload: string | null; first: boolean };
  'contact.stopped': Record<string, never>;
  'contact.resumed': Record<string, never>;
  'contact.unreachable': Record<string, never>;
  'contact.reachable': Record<string, never>;
  'contact.tagged': { tag: string };
  'chat.message': { text: string };
  'chat.button': { messageId: string; runId: string; nodeId: string; button: string };
  'order.placed': OrderFacts;
  'order.paid': OrderFacts & { late: boolean };
  'order.moved': OrderFacts & { from: string; to: string };
  'order.cancelled': OrderFacts & { reason: string };
  'payment.link_ready': { orderId: string; paymentId: string; attemptId: string };
  'payment.declined': { orderId: string; paymentId: string; attemptId: string; reason: string };
  'payment.refund_due': { orderId: string; paymentId: string; amountMinor: number; reason: string };
  'payment.refunded': { orderId: string; paymentId: string; amountMinor: number };
  'message.sent': { messageId: string; class: string; nodeId: string | null };
  'message.failed': { messageId: string; class: string; reason: string };
};

export type OrderFacts = {
  orderId: string;
  number: number;
  totalMinor: number;
  currency: string;
  pieces: number;
  /** The contact's first order that was placed, or paid, counting this one. */
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
};
