import { messageClasses, type MessageClass } from '#domain/messages/classes.ts';
import { givenInOrder } from '#persistence/row-statement.ts';
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
  await tx.later({
    table: 'message',
    query: queueMessages,
    rows: [
      {
        id,
        business_id: tx.businessId,
        bot_id: message.botId,
        chat_id: message.chatId,
        contact_id: message.contactId ?? null,
        run_id: message.runId ?? null,
        node_id: message.nodeId ?? null,
        order_id: message.orderId ?? null,
        booking_id: message.bookingId ?? null,
        class: message.class,
        priority: messageClasses[message.class].priority * 10 + among[message.priority ?? 'normal'],
        business_key: message.key,
        method: message.method ?? 'sendMessage',
        payload: message.payload,
        body: message.body,
        edits_message_id: message.editsMessageId ?? null,
        not_before: message.notBefore ?? tx.now,
        expires_at: message.expiresAt ?? null,
        created_at: tx.now,
      },
    ],
  });
  tx.ring(`deliver:${message.botId}`);
  if (message.contactId) tx.ring(`live:${tx.businessId}:messages`);
  return id;
}

/** The priority of a class, in tens, leaves room for the order within it. */
const among = { high: -1, normal: 0, low: 1 } as const;

const columns = {
  ...{ id: 'uuid', business_id: 'uuid', bot_id: 'uuid', chat_id: 'bigint', contact_id: 'uuid', run_id: 'uuid' },
  ...{
    node_id: 'text',
    order_id: 'uuid',
    booking_id: 'uuid',
    class: 'text',
    priority: 'smallint',
    business_key: 'text',
  },
  ...{ method: 'text', payload: 'jsonb', body: 'text', edits_message_id: 'uuid', not_before: 'timestamptz' },
  ...{ expires_at: 'timestamptz', created_at: 'timestamptz' },
};
const names = Object.keys(columns).join(', ');
/** In the order in which they were said: their numbers are the order in which a chat gets them. */
const queueMessages = `
  insert into message (${names}, state)
  select ${names}, 'queued' from ${givenInOrder(columns)}
  on conflict (business_id, business_key) do nothing`;
