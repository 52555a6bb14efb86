import type { Tx } from '#persistence/with-business.ts';
import { iso } from '#use-cases/page.ts';

/** One line of an order's story: a code with facts; words are the page's. */
export type StoryItem = { id: string; at: string; code: string; facts: Record<string, unknown>; by: string | null };

/** What happened to an order, newest first: its events, and what was said about it. */
export async function readOrderStory(tx: Tx, input: { orderId: string }): Promise<StoryItem[]> {
  const events = await tx.sql<{
    id: string;
    type: string;
    data: Record<string, unknown>;
    actor: string;
    occurred_at: Date;
  }>(
    `select id, type, data, actor, occurred_at from event where business_id = ? and subject_id = ?
     order by occurred_at desc, id desc limit 100`,
    [tx.businessId, input.orderId],
  );
  const messages = await tx.sql<{
    id: string;
    class: string;
    state: string;
    body: string;
    error: string | null;
    created_at: Date;
    sent_at: Date | null;
  }>(
    `select id, class, state, body, error, created_at, sent_at from message
     where business_id = ? and order_id = ? and class <> 'staff' order by seq desc limit 100`,
    [tx.businessId, input.orderId],
  );
  const items: StoryItem[] = [
    ...events.map((event) => ({
      id: event.id,
      at: iso(event.occurred_at),
      code: event.type,
      facts: event.data,
      by: staffName(event.actor),
    })),
    ...messages.map((message) => ({
      id: message.id,
      at: iso(message.sent_at ?? message.created_at),
      code: `message.${message.state}`,
      facts: { text: firstLine(message.body), error: message.error },
      by: null,
    })),
  ];
  return items.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}

/** The name of a member of staff in an actor such as `manager:Name`; null for clients and machines. */
export function staffName(actor: string): string | null {
  const match = /^(?:owner|manager|master):(.+)$/.exec(actor);
  return match?.[1] ?? null;
}

function firstLine(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
