import type { Tx } from '#persistence/with-business.ts';
import type { Language, TextKey } from '#texts/index.ts';
import { changeable, limits, type TextGroup, type TextKind } from './changeable.ts';
import { readBody } from './texts-of.ts';
import { defaultOf, variablesOf, type Entry, type TextVariable } from './variables.ts';

export type TextCard = {
  key: TextKey;
  group: TextGroup;
  kind: TextKind;
  limit: number;
  plural: boolean;
  ru: { default: Entry; value: Entry | null };
  en: { default: Entry; value: Entry | null };
  variables: TextVariable[];
};

/** Every text that can be changed, with the built-in words and those of the business. */
export async function listTexts(tx: Tx): Promise<TextCard[]> {
  const rows = await tx.sql<{ key: string; language: Language; body: string }>(
    'select key, language, body from text_override where business_id = ? and body is not null limit 1000',
    [tx.businessId],
  );
  const changed = new Map(rows.map((row) => [`${row.language}:${row.key}`, readBody(row.body)]));
  return changeable.map((one) => {
    const side = (language: Language) => ({
      default: defaultOf(language, one.key),
      value: changed.get(`${language}:${one.key}`) ?? null,
    });
    return {
      ...one,
      limit: limits[one.kind],
      plural: typeof defaultOf('ru', one.key) !== 'string',
      ru: side('ru'),
      en: side('en'),
      variables: variablesOf(one.key),
    };
  });
}
