import { describe as group, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { conditionSchema, holds, type Condition } from '#automation/conditions.ts';
import {
  calendarDay,
  duration,
  eventType,
  localizedLabel,
  localizedTemplate,
  messageButtons,
  moment,
  moneyMinor,
  productId,
  serviceId,
  staffMember,
  tagName,
  worded,
} from '#automation/fields.ts';
import { settingsSchema } from '#automation/settings.ts';
import { plainOfHtml } from '#automation/telegram-html.ts';
import { steps } from '#automation/steps/registry.ts';
import { SCHEMA } from '#automation/upgrades.ts';
import { catalogues } from '#texts/index.ts';
import { triggers } from '#automation/triggers/registry.ts';
import { freshButtonId, heardBy } from './buttons.ts';
import * as edit from './condition-edit.ts';
import { blank } from './blank.ts';
import { describe, optionOf } from './describe-schema.ts';
import type { Tree, TreeOf } from './tree.ts';
import {
  durationOf,
  durationParts,
  minorOf,
  momentOf,
  momentParts,
  moneyText,
  numberOf,
  numberText,
  units,
} from './field-values.ts';
import { fromDoc, holesOf, readHole, toDoc, writeHole } from './message-text.ts';
import { problemsOf } from './problems.ts';
import { readHelp } from './read-help.ts';

const languages = ['ru', 'en'] as const;
const now = new Date('2026-11-21T12:00:00Z');

group('a schema becomes a form', () => {
  const words = { ru: 'а', en: 'a' };
  it.each<[string, z.ZodType, Partial<Tree>]>([
    ['a text', z.string().min(2).max(9), { kind: 'text', min: 2, max: 9, rows: 1 }],
    ['a long text', z.string().max(2000), { kind: 'text', rows: 3 }],
    ['a number', z.number().gt(1).max(5), { kind: 'number', int: false, min: 1, max: 5 }],
    ['a whole number', z.int().gt(1).lt(5), { kind: 'number', int: true, min: 2, max: 4 }],
    ['a whole number said otherwise', z.number().int().min(3), { kind: 'number', int: true, min: 3 }],
    ['yes or no', z.boolean(), { kind: 'boolean' }],
    [
      'a choice',
      worded(z.enum(['x']), { values: { x: words } }),
      { kind: 'choice', choices: [{ value: 'x', words, help: undefined }] },
    ],
    ['one of literals', z.literal([1, 2]), { kind: 'choice' }],
    [
      'one of literals as a union',
      z.union([worded(z.literal('x'), { title: words }), z.literal('y')]),
      { kind: 'choice' },
    ],
    ['a constant', z.literal('x'), { kind: 'constant', value: 'x' }],
    ['a duration', duration, { kind: 'duration' }],
    ['money', moneyMinor.min(100), { kind: 'money', min: 100 }],
    ['a moment', moment, { kind: 'moment' }],
    ['a moment without words', z.iso.datetime(), { kind: 'moment' }],
    ['a date', calendarDay, { kind: 'date' }],
    ['a tag', tagName, { kind: 'tag' }],
    ['a product', productId, { kind: 'product' }],
    ['a service', serviceId, { kind: 'service' }],
    ['a person of the business', staffMember, { kind: 'staff' }],
    ['an event', eventType, { kind: 'choice' }],
    ['a label', localizedLabel, { kind: 'label', max: 40 }],
    ['a template', localizedTemplate(1_024), { kind: 'template', max: 1_024 }],
    ['buttons', messageButtons, { kind: 'buttons', max: 8 }],
    ['a condition', conditionSchema, { kind: 'condition', scope: 'everything' }],
    ['a list', z.array(z.string()).min(1).max(3), { kind: 'list', min: 1, max: 3 }],
    ['a union', z.discriminatedUnion('k', [z.object({ k: z.literal('a') })]), { kind: 'union', discriminator: 'k' }],
    ['what may be missing', duration.optional(), { kind: 'duration', optional: true, empty: undefined }],
    ['what may be nothing', moneyMinor.nullable(), { kind: 'money', optional: true, empty: null }],
    ['what has a default', z.boolean().default(true), { kind: 'boolean', fallback: true }],
    ['words under wrappers', worded(duration, { title: words }).optional(), { kind: 'duration', title: words }],
    [
      'words over wrappers',
      worded(duration.default('P1D'), { title: words }),
      { kind: 'duration', title: words, fallback: 'P1D' },
    ],
    ['what is not known', z.map(z.string(), z.string()), { kind: 'json' }],
  ])('%s', (_name, schema, tree) => {
    expect(describe(schema)).toMatchObject(tree);
  });

  it('for every step and trigger, with words and nothing left as JSON', () => {
    const walk = (tree: Tree): Tree[] => [
      tree,
      ...(tree.kind === 'object' ? tree.fields.flatMap((field) => walk(field.tree)) : []),
      ...(tree.kind === 'list' ? walk(tree.item) : []),
      ...(tree.kind === 'union' ? tree.options.flatMap((option) => walk(option.tree)) : []),
    ];
    for (const { definition } of [...Object.values(steps), ...Object.values(triggers)]) {
      expect(walk(describe(definition.config)).filter((tree) => tree.kind === 'json')).toEqual([]);
      expect(
        definition.config.safeParse(definition.fresh()).success ||
          problemsOf(describe(definition.config), definition.fresh()).length > 0,
      ).toBe(true);
    }
  });

  it('with a start for a new item of a list', () => {
    const item = z.strictObject({
      name: z.string(),
      on: z.boolean().default(true),
      what: z.enum(['x', 'y']),
      label: localizedLabel,
      more: z.string().optional(),
    });
    expect(blank(describe(item))).toEqual({ name: '', on: true, what: 'x', label: { ru: '', en: '' } });
  });

  it('that knows which kind of a union stands there, also unfinished', () => {
    const union = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('after'), time: duration }),
      z.strictObject({ kind: z.literal('at'), day: calendarDay }),
    ]);
    const tree = describe(union) as TreeOf<'union'>;
    expect(optionOf(tree, { kind: 'at' })).toBe(1);
    expect(optionOf(tree, undefined)).toBe(0);
    const plain = describe(z.union([z.string(), z.number(), z.strictObject({ x: z.int() })])) as TreeOf<'union'>;
    expect([optionOf(plain, 'a'), optionOf(plain, 3), optionOf(plain, { x: 'broken' })]).toEqual([0, 1, 2]);
    expect(problemsOf(tree, { kind: 'at' })).toEqual([{ path: 'day', key: 'web.forms.problem.date', params: {} }]);
  });
});

group('what stands in a field goes back into the config as it was', () => {
  it('a duration of several parts', () => {
    expect(durationParts('PT2H30M')).toEqual([
      { amount: '2', unit: 'hour' },
      { amount: '30', unit: 'minute' },
    ]);
    const part = fc.record({ amount: fc.nat(99_999), unit: fc.constantFrom(...units) });
    fc.assert(
      fc.property(fc.uniqueArray(part, { selector: (one) => one.unit, minLength: 1 }), (parts) => {
        const text = durationOf(parts.map((one) => ({ ...one, amount: String(one.amount) })));
        expect(durationOf(durationParts(text)!)).toBe(text);
      }),
    );
  });

  it.each(['', 'P', 'PT', 'soon', '-PT5M', 'P1.5D', undefined])('%j is no duration', (text) => {
    expect(durationParts(text)).toBeUndefined();
  });

  it('money in either language', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_00 }), fc.constantFrom(...languages), (minor, language) => {
        expect(minorOf(moneyText(minor, language))).toBe(minor);
      }),
    );
  });

  it.each([
    ['3000', 300_000],
    ['3 000,50', 300_050],
    ['3,000.5', 300_050],
    ['3,5', 350],
    ['0', 0],
    ['-5', -500],
    ['abc', undefined],
    ['', undefined],
    ['1.234', undefined],
  ])('%j is read as %j minor units', (text, minor) => {
    expect(minorOf(text)).toBe(minor);
  });

  it('a number in either language', () => {
    const number = fc.oneof(
      fc.integer(),
      fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1000),
    );
    fc.assert(
      fc.property(number, fc.constantFrom(...languages), (value, language) => {
        expect(numberOf(numberText(value, language), language)).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('a moment on the wall clock of the business', () => {
    expect(momentParts('2026-11-21T10:50:00.000Z', 'Europe/Moscow')).toEqual({ date: '2026-11-21', time: '13:50' });
    const minute = fc.integer({ min: 0, max: 40_000_000 }).map((n) => new Date(n * 60_000).toISOString());
    const zones = fc.constantFrom('Europe/Moscow', 'Asia/Kolkata', 'UTC', 'Asia/Vladivostok');
    fc.assert(
      fc.property(minute, zones, (iso, zone) => {
        const { date, time } = momentParts(iso, zone)!;
        // An hour that the clocks repeat has two instants and one face.
        const back = momentParts(momentOf(date, time, zone), zone);
        expect(back).toEqual({ date, time });
      }),
    );
  });
});

const leaf: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { field: 'a', is: 'equal', value: 1 },
  { field: 'b', is: 'greater', value: 1 },
  { field: 'c', is: 'known' },
  { field: 'd', is: 'not_contains', value: 'x' },
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));
const values = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.option(fc.constant('y')), d: fc.constantFrom('x', 'z') });

group('a condition in the editor', () => {
  it('stands in the config as it stood, when it is only looked at', () => {
    fc.assert(fc.property(condition, (one) => expect(edit.fromView(edit.toView(one))).toEqual(one)));
  });

  it('means the same after a group was made around a row and taken away again', () => {
    fc.assert(
      fc.property(condition, values, (one, facts) => {
        const view = edit.toView(one);
        const nested = edit.nest(view, [0]);
        expect(holds(edit.fromView(nested)!, facts, now)).toBe(holds(one, facts, now));
        expect(holds(edit.fromView(edit.unnest(nested, [0]))!, facts, now)).toBe(holds(one, facts, now));
      }),
    );
  });

  it('grows, changes its sense, and loses a group with its last row', () => {
    const row: edit.Row = { field: 'a', is: 'equal', value: 1 };
    let view = edit.toView(undefined);
    expect(edit.fromView(view)).toBeUndefined();
    view = edit.addRow(view, [], row);
    expect(edit.fromView(view)).toEqual(row);
    view = edit.addGroup(view, [], row);
    expect(edit.fromView(view)).toEqual({ all: [row, { any: [row] }] });
    view = edit.setMode(view, [1], 'none');
    expect(edit.fromView(view)).toEqual({ all: [row, { not: { any: [row] } }] });
    view = edit.move(view, [0], 1);
    expect(edit.fromView(view)).toEqual({ all: [{ not: { any: [row] } }, row] });
    view = edit.remove(view, [0, 0]);
    expect(edit.fromView(view)).toEqual(row);
  });

  it('offers what fits the field, and forgets a value that does not', () => {
    expect(edit.operatorsFor('tags')).toEqual(['contains', 'not_contains']);
    expect(edit.withField({ field: 'x', is: 'greater', value: 3 }, 'y', 'tags')).toEqual({
      field: 'y',
      is: 'contains',
    });
    expect(edit.withField({ field: '', is: 'equal' }, 'y', 'boolean')).toEqual({
      field: 'y',
      is: 'equal',
      value: true,
    });
    expect(edit.lacks({ field: 'y', is: 'greater' })).toBe('value');
    expect(edit.lacks({ field: 'y', is: 'known' })).toBeUndefined();
  });
});

group('a text in the editor', () => {
  it.each([
    '',
    'one line',
    'two\nlines\n\nand more',
    '<b>{{ contact.firstName }}</b>, hi',
    '<b>bold\nover lines</b> plain',
    'a &lt; b &amp; c',
    '<a href="https://example.org/?a=1&amp;u={{ contact.id }}">link</a>',
    "{{ x | default: '<b>' }}{% if a < b %}yes{% endif %}",
    '<a href="https://example.org"><b>both</b></a><code>code</code>',
  ])('%j comes back as it was', (html) => {
    expect(fromDoc(toDoc(html, 'html'))).toBe(html);
  });

  it('of the time before formatting keeps every sign of it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const source = text.replaceAll(/[{}%]/g, '');
        expect(plainOfHtml(fromDoc(toDoc(source, 'plain')))).toBe(source);
      }),
    );
  });

  it.each([
    ['{{ contact.firstName }}', { path: 'contact.firstName', money: false, fallback: undefined }],
    ['{{ steps.wait-1.button | default: "?" }}', { path: 'steps.wait-1.button', money: false, fallback: '?' }],
    [
      '{{ order.totalMinor | money: business.currency, contact.language }}',
      { path: 'order.totalMinor', money: true, fallback: undefined },
    ],
  ])('%s is a chip', (hole, read) => {
    expect(readHole(hole)).toEqual(read);
    expect(writeHole(readHole(hole)!)).toBe(hole);
  });

  it('leaves a hole alone that it cannot read', () => {
    expect(readHole('{{ x | upcase }}')).toBeUndefined();
    expect(holesOf('{{ x }}{% if y %}')).toEqual(['{{ x }}', '{% if y %}']);
  });
});

group('what a config lacks', () => {
  it.each<[string, z.ZodType, unknown, string, string]>([
    ['an empty text', z.strictObject({ a: tagName }), { a: '' }, 'a', 'tag'],
    ['a duration that is none', z.strictObject({ a: duration }), { a: 'soon' }, 'a', 'duration'],
    ['a missing sum', z.strictObject({ a: moneyMinor }), {}, 'a', 'money'],
    ['a sum below', z.strictObject({ a: moneyMinor.min(100) }), { a: 5 }, 'a', 'number_min'],
    ['a text of one language', z.strictObject({ a: localizedTemplate(9) }), { a: { ru: 'x', en: '' } }, 'a.en', 'text'],
    ['broken braces', z.strictObject({ a: localizedTemplate(9) }), { a: { ru: 'x', en: '{{ x' } }, 'a.en', 'template'],
    [
      'a text too long',
      z.strictObject({ a: localizedTemplate(3) }),
      { a: { ru: 'x', en: 'xxxx' } },
      'a.en',
      'text_too_long',
    ],
    ['a list too short', z.strictObject({ a: z.array(z.string()).min(1) }), { a: [] }, 'a', 'list_min'],
    [
      'an item of a list',
      z.strictObject({ a: z.array(z.strictObject({ b: z.string().min(1) })) }),
      { a: [{ b: 'x' }, { b: '' }] },
      'a.1.b',
      'text',
    ],
    [
      'a button without words',
      z.strictObject({ a: messageButtons }),
      { a: [{ id: 'x', label: { ru: '', en: 'x' } }] },
      'a.0.label.ru',
      'text',
    ],
    ['a condition without rows', z.strictObject({ a: conditionSchema }), { a: { all: [] } }, 'a', 'condition'],
    ['a choice that is none', z.strictObject({ a: eventType }), { a: 'x' }, 'a', 'choice'],
    ['something unknown', z.strictObject({}), { a: 'x' }, '', 'unknown_keys'],
  ])('%s is said at its field, in both languages', (_name, schema, config, path, key) => {
    const [problem] = problemsOf(describe(schema), config);
    expect(problem).toMatchObject({ path, key: `web.forms.problem.${key}` });
    for (const language of languages) expect(catalogues[language]).toHaveProperty([problem!.key]);
  });
});

group('the buttons of a message', () => {
  const waits = (id: string, filter?: Condition) => ({
    id,
    type: 'wait-for-event',
    label: id,
    config: { event: 'chat.button', timeout: 'P1D', ...(filter ? { filter } : {}) },
  });
  const draft = {
    schema: SCHEMA as typeof SCHEMA,
    name: 'x',
    trigger: { type: '', config: {} },
    nodes: [
      waits('any'),
      waits('good-of-ask', {
        all: [
          { field: 'nodeId', is: 'equal', value: 'ask' },
          { field: 'button', is: 'equal', value: 'good' },
        ],
      }),
      { id: 'broken', type: 'wait-for-event', config: {} },
      { id: 'paid', type: 'wait-for-event', config: { event: 'order.paid', timeout: 'P1D' } },
    ],
    edges: [],
    settings: settingsSchema.parse({}),
  };

  it('say which steps hear a press', () => {
    expect(heardBy(draft, 'ask', 'good', 'en')).toEqual(['any', 'good-of-ask']);
    expect(heardBy(draft, 'ask', 'bad', 'en')).toEqual(['any']);
  });

  it('get codes that no other button of the message has', () => {
    expect(freshButtonId([])).toBe('b1');
    expect(freshButtonId([{ id: 'b2' }])).toBe('b3');
  });
});

group('the help of a step', () => {
  it('is read as data, never as HTML', () => {
    const text = '# X\n\n## ru\n\nТекст **жирный** и `код`\nдальше.\n\n- раз <b>\n\n## en\n\nOther';
    expect(readHelp(text, 'ru')).toEqual([
      {
        kind: 'text',
        parts: [
          { text: 'Текст ' },
          { text: 'жирный', style: 'strong' },
          { text: ' и ' },
          { text: 'код', style: 'code' },
          { text: ' ' },
          { text: 'дальше.' },
        ],
      },
      { kind: 'item', parts: [{ text: 'раз <b>' }] },
    ]);
    expect(readHelp(text, 'en')).toHaveLength(1);
  });
});
