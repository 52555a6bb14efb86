import { messageClasses, type MessageClass } from '#domain/messages/classes.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';

export type OutgoingMessage = {
  /** Said once for one thing of the business, such as `order:<id>:paid`: the same key again writes nothing. */
  key: string;
  class: MessageClass;
  botId: string;
  chatId: number;
  contactId?: string | null | undefined;
  orderId?: string | undefined;
  bookingId?: string | undefined;
  runId?: string | undefined;
  nodeId?: string | undefined;
  method?: string | undefined;
  payload: Record<string, unknown>;
  /** What a person reads, for the conversation page. */
  body: string;
  id?: string | undefined;
  editsMessageId?: string | undefined;
  notBefore?: Date | undefined;
  expiresAt?: Date | undefined;
  /** Among its class. */
  priority?: 'high' | 'normal' | 'low' | undefined;
};

/** Writes a message into the ledger, in this transaction; a deliverer sends it after the commit. */
export async function enqueueMessage(tx: Tx, message: OutgoingMessage): Promise<string> {
  const id = message.id ?? newId();
  await tx.sql(
    `insert into message (id, business_id, bot_id, chat_id, contact_id, run_id, node_id, order_id, booking_id, class, priority,
       business_key, method, payload, body, edits_message_id, state, not_before, expires_at, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, 'queued', ?, ?, ?)
     on conflict (business_id, business_key) do nothing`,
    [
      id,
      tx.businessId,
      message.botId,
      message.chatId,
      message.contactId ?? null,
      message.runId ?? null,
      message.nodeId ?? null,
      message.orderId ?? null,
      message.bookingId ?? null,
      message.class,
      messageClasses[message.class].priority * 10 + among[message.priority ?? 'normal'],
      message.key,
      message.method ?? 'sendMessage',
      JSON.stringify(message.payload),
      message.body,
      message.editsMessageId ?? null,
      message.notBefore ?? tx.now,
      message.expiresAt ?? null,
      tx.now,
    ],
  );
  tx.ring(`deliver:${message.botId}`);
  if (message.contactId) tx.ring(`live:${tx.businessId}:messages`);
  return id;
}

/** The priority of a class, in tens, leaves room for the order within it. */
const among = { high: -1, normal: 0, low: 1 } as const;
