import type { Tx } from '#persistence/with-business.ts';
import type { OwnWords, Plural } from '#texts/index.ts';
import { menuKeys } from './changeable.ts';

/** The words of a business: what it says instead of the built-in texts, and what its keyboard has said before. */
export type BusinessWords = { own: OwnWords | undefined; formerMenu: Readonly<Record<string, string>> };

const none: BusinessWords = { own: undefined, formerMenu: {} };
/** The words that this process holds, by business, each of a revision. */
const held = new Map<string, { revision: number; words: BusinessWords }>();
const HELD_AT_MOST = 500;

/**
 * What a business says in its own words. The revision comes with the read that loads the business, so that words are
 * read once a change and process, and a change is heard with the next message.
 */
export async function textsOf(tx: Tx, revision: number): Promise<BusinessWords> {
  if (revision === 0) return none;
  const known = held.get(tx.businessId);
  if (known?.revision === revision) return known.words;
  // The revision is read again with the words: between the two looks there may have been one more change.
  const rows = await tx.sql<{
    revision: number;
    key: string | null;
    language: 'ru' | 'en';
    body: string | null;
    former: string[];
  }>(
    `select b.texts_revision as revision, o.key, o.language, o.body, o.former
     from business b left join text_override o on o.business_id = b.id where b.id = ? limit 1000`,
    [tx.businessId],
  );
  const words = wordsOf(rows.flatMap((row) => (row.key === null ? [] : [{ ...row, key: row.key }])));
  if (held.size >= HELD_AT_MOST) held.delete(held.keys().next().value ?? '');
  held.set(tx.businessId, { revision: rows[0]?.revision ?? revision, words });
  return words;
}

/** The words of a business whose revision nobody has at hand. */
export async function ownWords(tx: Tx): Promise<OwnWords | undefined> {
  const [row] = await tx.sql<{ revision: number }>('select texts_revision as revision from business where id = ?', [
    tx.businessId,
  ]);
  return (await textsOf(tx, row?.revision ?? 0)).own;
}

/** How a plural is kept: JSON of its forms; no other text begins like this, since braces are variables. */
export const writeBody = (entry: string | Plural): string =>
  typeof entry === 'string' ? entry : JSON.stringify(entry);
export const readBody = (body: string): string | Plural =>
  /^\{".*\}$/s.test(body) ? (JSON.parse(body) as Plural) : body;

function wordsOf(
  rows: readonly { key: string; language: 'ru' | 'en'; body: string | null; former: readonly string[] }[],
): BusinessWords {
  const own: Record<'ru' | 'en', Record<string, string | Plural>> = { ru: {}, en: {} };
  const formerMenu: Record<string, string> = {};
  for (const row of rows) {
    if (row.body !== null) own[row.language][row.key] = readBody(row.body);
    if ((menuKeys as readonly string[]).includes(row.key))
      for (const label of row.former) formerMenu[label] ??= row.key;
  }
  return { own, formerMenu };
}
