import { sql, type Database } from '#persistence/database.ts';
import { newId } from '#platform/ids.ts';
import type { Letter } from '#platform/mail.ts';
import { iso } from '#use-cases/page.ts';

const MOST = 200;

export type KeptLetter = Letter & { id: string; at: string };

/** A development machine sends no letters: they are kept for the mailbox page, the newest 200. */
export function mailbox(database: Pick<Database, 'system'>): (letter: Letter) => Promise<void> {
  return async (letter) => {
    const em = database.system.em.fork();
    await sql(
      em,
      'insert into mail (id, recipient, subject, body, created_at) values (?, ?, ?, ?, clock_timestamp())',
      [newId(), letter.to, letter.subject, letter.text],
    );
    await sql(em, 'delete from mail where id in (select id from mail order by created_at desc, id offset ?)', [MOST]);
  };
}

/** The kept letters, the newest first. */
export async function readMailbox(database: Pick<Database, 'system'>): Promise<KeptLetter[]> {
  const rows = await sql<{ id: string; recipient: string; subject: string; body: string; created_at: Date }>(
    database.system.em.fork(),
    'select id, recipient, subject, body, created_at from mail order by created_at desc, id limit ?',
    [MOST],
  );
  return rows.map((row) => ({
    id: row.id,
    to: row.recipient,
    subject: row.subject,
    text: row.body,
    at: iso(row.created_at),
  }));
}
