import { BusinessError } from '#domain/errors.ts';
import { actorName, type Tx } from '#persistence/with-business.ts';
import type { Language } from '#texts/index.ts';
import { needOwner } from '#use-cases/members/need-owner.ts';
import { changeableOf, menuKeys } from './changeable.ts';
import { checkText, type TextProblem } from './check-text.ts';
import { writeBody } from './texts-of.ts';
import { defaultOf, formsOf, type Entry } from './variables.ts';

/** So many earlier labels of a key are still understood. */
const FORMER = 20;

/**
 * Says a built-in text in the business's own words; null brings the built-in ones back. What is already queued stays
 * as it was. @throws BusinessError `forbidden`, `text_not_found`, `text_invalid` with the path of what is wrong.
 */
export async function saveText(
  tx: Tx,
  change: { key: string; ru?: Entry | null | undefined; en?: Entry | null | undefined },
): Promise<void> {
  needOwner(tx);
  const what = changeableOf(change.key);
  if (!what) throw new BusinessError('text_not_found', { key: change.key });
  tx.ring(`live:${tx.businessId}:texts`);
  // One change of words at a time: labels of the keyboard must differ from each other.
  await tx.sql('update business set texts_revision = texts_revision + 1 where id = ?', [tx.businessId]);
  for (const language of ['ru', 'en'] as const) {
    const asked = change[language];
    if (asked === undefined) continue;
    const entry = asked === null ? null : tidy(asked);
    const builtIn = defaultOf(language, what.key);
    const kept = entry !== null && writeBody(entry) !== writeBody(builtIn) ? entry : null;
    if (kept !== null) {
      refuse(checkText(what, language, kept));
      if (isMenu(what.key)) refuse(await checkLabel(tx, { key: what.key, language, label: String(kept) }));
    }
    await write(tx, { key: what.key, language, body: kept === null ? null : writeBody(kept) });
  }
}

async function write(tx: Tx, row: { key: string; language: Language; body: string | null }): Promise<void> {
  await tx.sql(
    `insert into text_override as o (business_id, key, language, body, changed_by, changed_at) values (?, ?, ?, ?, ?, ?)
     on conflict (business_id, key, language) do update set body = excluded.body, changed_by = excluded.changed_by,
       changed_at = excluded.changed_at,
       former = case when o.body is null or o.body is not distinct from excluded.body or not ?::boolean then o.former
         else (array_prepend(o.body, array_remove(o.former, o.body)))[1:?::int] end`,
    [tx.businessId, row.key, row.language, row.body, actorName(tx.actor), tx.now, isMenu(row.key), FORMER],
  );
}

/** A label that is also another key's would open the wrong thing; one like a command or a number would be misread. */
async function checkLabel(
  tx: Tx,
  asked: { key: string; language: Language; label: string },
): Promise<TextProblem | undefined> {
  const problem = (ru: string, en: string): TextProblem => ({
    path: asked.language,
    problem: 'label',
    words: { ru, en },
  });
  const label = bare(asked.label);
  if (label.startsWith('/') || !/[^\d\s\p{P}]/u.test(label))
    return problem(
      'В кнопке меню нужно слово, и она не начинается с «/».',
      'A menu button needs a word, and does not begin with “/”.',
    );
  const others = menuKeys.filter((key) => opens(key) !== opens(asked.key));
  const rows = await tx.sql<{ key: string; body: string }>(
    `select key, body from text_override where business_id = ? and key like any (array['menu.%', 'checkout.cancel'])
       and body is not null limit 50`,
    [tx.businessId],
  );
  const taken = [
    ...rows.filter((row) => opens(row.key) !== opens(asked.key)).map((row) => row.body),
    ...others.flatMap((key) => [defaultOf('ru', key), defaultOf('en', key)]).map(String),
  ];
  if (taken.some((other) => bare(other) === label))
    return problem('Так называется другая кнопка меню.', 'Another button of the menu is called like this.');
  return undefined;
}

/** Two labels of one key: with a number on it and without. */
const opens = (key: string): string => key.replace(/_count$/, '');
const bare = (label: string): string =>
  label
    .toLowerCase()
    .replaceAll(/\(?\{\w+\}\)?|\(\d+\)/g, '')
    .trim();

function refuse(problem: TextProblem | undefined): void {
  if (problem) throw new BusinessError('text_invalid', problem);
}

const isMenu = (key: string): boolean => (menuKeys as readonly string[]).includes(key);

/** Ends of lines as Telegram counts them, no spaces around. */
const trim = (text: string): string => text.replaceAll('\r\n', '\n').trim();
const tidy = (entry: Entry): Entry =>
  typeof entry === 'string'
    ? trim(entry)
    : (Object.fromEntries(formsOf(entry).map(([form, text]) => [form, trim(text)])) as Entry);
