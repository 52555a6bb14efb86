import { z } from 'zod';
import { groups, limits, type TextGroup, type TextKind } from '#use-cases/texts/changeable.ts';
import { listTexts } from '#use-cases/texts/list-texts.ts';
import { saveText } from '#use-cases/texts/save-text.ts';
import { route, type Route } from '../route.ts';
import { done, ok } from '../schemas.ts';

const forms = z.object({
  one: z.string(),
  few: z.string().optional(),
  many: z.string().optional(),
  other: z.string(),
});
const entry = z.union([z.string(), forms]);
const side = z.object({ default: entry, value: entry.nullable() });
const both = z.object({ ru: z.string(), en: z.string() });

const text = z.object({
  key: z.string(),
  group: z.enum(Object.keys(groups) as [TextGroup, ...TextGroup[]]),
  kind: z.enum(Object.keys(limits) as [TextKind, ...TextKind[]]),
  limit: z.number().int(),
  plural: z.boolean(),
  ru: side,
  en: side,
  variables: z.array(z.object({ name: z.string(), title: both, sample: both })),
});

// Longer ones than any text may be are turned away before they are read.
const given = z.union([
  z.string().max(20_000),
  z.strictObject({
    one: z.string().max(2_000),
    few: z.string().max(2_000).optional(),
    many: z.string().max(2_000).optional(),
    other: z.string().max(2_000),
  }),
]);

export const texts: readonly Route[] = [
  route({
    method: 'get',
    path: '/texts',
    summary: 'The messages of the bot: built-in words and those of the business',
    roles: ['owner'],
    response: z.object({ texts: z.array(text) }),
    async run(tx) {
      return { texts: await listTexts(tx) };
    },
  }),
  route({
    method: 'put',
    path: '/texts/{key}',
    summary: 'Says a message in the own words of the business; null brings the built-in ones back',
    roles: ['owner'],
    params: z.object({ key: z.string().max(100) }),
    body: z.strictObject({ ru: given.nullable().optional(), en: given.nullable().optional() }),
    response: done,
    async run(tx, { params, body }) {
      await saveText(tx, { key: params.key, ru: body.ru, en: body.en });
      return ok;
    },
  }),
];
