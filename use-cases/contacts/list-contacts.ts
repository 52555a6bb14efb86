import type { Tx } from '#persistence/with-business.ts';
import { iso, isoOrNull, likePattern, readCursor, writeCursor } from '#use-cases/page.ts';

export type ContactInList = {
  id: string;
  name: string;
  language: 'ru' | 'en';
  phone: string | null;
  username: string | null;
  tags: string[];
  ordersPaid: number;
  spentMinor: number;
  unread: number;
  lastMessageAt: string | null;
  lastText: string | null;
  stopped: boolean;
  unreachable: boolean;
  createdAt: string;
};

type Row = {
  id: string;
  name: string;
  language: 'ru' | 'en';
  phone: string | null;
  username: string | null;
  tags: string[];
  orders_paid: number;
  spent_minor: number;
  unread: number;
  last_message_at: Date | null;
  last_text: string | null;
  stopped_at: Date | null;
  unreachable_at: Date | null;
  created_at: Date;
  rank: Date;
};

/** Clients, those who wrote last first; those who never wrote follow by the moment they came. */
export async function listContacts(
  tx: Tx,
  input: { search?: string | undefined; unread?: boolean | undefined; cursor?: string | undefined; limit: number },
): Promise<{ contacts: ContactInList[]; nextCursor: string | null }> {
  const parts = ['c.business_id = ?'];
  const params: unknown[] = [tx.businessId];
  const search = input.search?.trim();
  if (search) {
    const digits = search.replaceAll(/\D/g, '');
    parts.push(
      `(c.name ilike ? or i.username ilike ?${digits.length >= 4 ? ` or regexp_replace(coalesce(c.phone, ''), '\\D', '', 'g') like ?` : ''})`,
    );
    params.push(likePattern(search), likePattern(search.replace(/^@/, '')));
    if (digits.length >= 4) params.push(`%${digits}%`);
  }
  if (input.unread) parts.push('c.unread > 0');
  const after = readCursor(input.cursor, 2);
  if (after) {
    parts.push(`(coalesce(c.last_message_at, '-infinity'), c.id) < (?::timestamptz, ?::uuid)`);
    params.push(...after);
  }
  const rows = await tx.sql<Row>(
    `select c.id, c.name, c.language, c.phone, i.username, c.orders_paid, c.spent_minor, c.unread, c.last_message_at, c.stopped_at,
       c.unreachable_at, c.created_at,
       array(select t.tag from contact_tag t where t.business_id = c.business_id and t.contact_id = c.id order by t.added_at) as tags,
       (select m.body from incoming_message m where m.business_id = c.business_id and m.contact_id = c.id
        order by m.created_at desc, m.id desc limit 1) as last_text
     from contact c
     left join lateral (select username from contact_identity n where n.business_id = c.business_id and n.contact_id = c.id
       order by n.created_at desc limit 1) i on true
     where ${parts.join(' and ')}
     order by coalesce(c.last_message_at, '-infinity') desc, c.id desc limit ?`,
    [...params, input.limit + 1],
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const place = last && (last.last_message_at === null ? '-infinity' : iso(last.last_message_at));
  return {
    contacts: page.map(inList),
    nextCursor: rows.length > input.limit && last && place ? writeCursor([place, last.id]) : null,
  };
}

function inList(row: Row): ContactInList {
  return {
    id: row.id,
    name: row.name,
    language: row.language,
    phone: row.phone,
    username: row.username,
    tags: row.tags,
    ordersPaid: row.orders_paid,
    spentMinor: Number(row.spent_minor),
    unread: row.unread,
    lastMessageAt: isoOrNull(row.last_message_at),
    lastText: row.last_text,
    stopped: row.stopped_at !== null,
    unreachable: row.unreachable_at !== null,
    createdAt: iso(row.created_at),
  };
}
