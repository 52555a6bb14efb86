import { BusinessError } from '#domain/errors.ts';
import type { MessageState } from '#domain/messages/classes.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso, readCursor, writeCursor } from '#use-cases/page.ts';

export type ConversationItem = {
  id: string;
  from: 'client' | 'us';
  text: string;
  at: string;
  class: string | null;
  state: MessageState | null;
  error: string | null;
};

type Row = {
  id: string;
  incoming: boolean;
  body: string;
  at: Date;
  class: string | null;
  state: MessageState | null;
  error: string | null;
};

/**
 * What a client and we wrote to each other, newest first. The screens that a client walks through in the bot are left
 * out unless they are asked for; those about an order (a payment link, a payment that failed) are always shown.
 */
export async function listConversation(
  tx: Tx,
  input: { contactId: string; screens?: boolean | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: ConversationItem[]; nextCursor: string | null }> {
  const [known] = await tx.sql('select 1 from contact where business_id = ? and id = ?', [
    tx.businessId,
    input.contactId,
  ]);
  if (!known) throw new BusinessError('contact_not_found', { contactId: input.contactId });
  const after = readCursor(input.cursor, 2);
  const place = after ? 'and (created_at, id) < (?::timestamptz, ?::uuid)' : '';
  const matters = input.screens ? '' : `and (class <> 'screen' or order_id is not null)`;
  const half = [tx.businessId, input.contactId, ...(after ?? []), input.limit + 1];
  const rows = await tx.sql<Row>(
    `select * from (
       (select id, true as incoming, body, created_at as at, null as class, null as state, null as error from incoming_message
        where business_id = ? and contact_id = ? ${place} order by created_at desc, id desc limit ?)
       union all
       (select id, false, body, created_at, class, state, error from message
        where business_id = ? and contact_id = ? and body <> '' and edits_message_id is null ${matters} ${place} order by created_at desc, id desc limit ?)
     ) both_sides order by at desc, id desc limit ?`,
    [...half, ...half, input.limit + 1],
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.id,
      from: row.incoming ? 'client' : 'us',
      text: row.body,
      at: iso(row.at),
      class: row.class,
      state: row.state,
      error: row.error,
    })),
    nextCursor: rows.length > input.limit && last ? writeCursor([iso(last.at), last.id]) : null,
  };
}
