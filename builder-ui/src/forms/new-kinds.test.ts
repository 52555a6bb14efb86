import { describe as group, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { nextOccurrence, recurrenceProblem } from '#automation/recurrence.ts';
import { isOffset } from '#domain/time-rules.ts';
import { contactField, offset, plainTemplate, portKey, timeOfDay, variablePath, worded } from '#automation/fields.ts';
import { fieldWords } from '#automation/field-words.ts';
import type { Variable } from '#automation/variables.ts';
import { blank, blankItem } from './blank.ts';
import * as edit from './condition-edit.ts';
import { writable } from './contact-fields.ts';
import { describe } from './describe-schema.ts';
import { titlesOf } from './list-titles.ts';
import { offsetOf, offsetParts, sides } from './offset-values.ts';
import { problemsOf } from './problems.ts';
import { everyKinds, ruleOfView, turned, viewOf, type RecurrenceView } from './recurrence-edit.ts';
import type { TreeOf } from './tree.ts';
import { choicesByGroup, fitting, writtenByHand } from './variable-choices.ts';

const start = { startDate: '2026-01-01', time: '10:00' } as const;

group('a time before or after a moment', () => {
  it.each([
    ['-PT24H', { side: 'before', length: 'PT24H' }],
    ['P1D', { side: 'after', length: 'P1D' }],
    ['P0D', { side: 'at', length: undefined }],
    ['-PT0S', { side: 'at', length: undefined }],
    ['soon', { side: 'after', length: undefined }],
  ])('%s is read as such', (text, parts) => {
    expect(offsetParts(text)).toEqual(parts);
  });

  it('comes back as it was written, and is one that the chain can keep', () => {
    const length = fc.constantFrom('PT1H', 'P2D', 'P1W', 'PT2H30M');
    fc.assert(
      fc.property(fc.constantFrom(...sides), length, (side, far) => {
        const text = offsetOf(side, far);
        expect(isOffset(text)).toBe(true);
        expect(offsetOf(offsetParts(text).side, offsetParts(text).length)).toBe(text);
      }),
    );
  });
});

group('a repeating schedule', () => {
  const interval = fc.integer({ min: 1, max: 12 });
  const weekday = fc.integer({ min: 1, max: 7 });
  const view: fc.Arbitrary<RecurrenceView> = fc.oneof(
    fc.record({ every: fc.constant('day' as const), interval }),
    fc.record({ every: fc.constant('week' as const), interval, days: fc.uniqueArray(weekday, { minLength: 1 }) }),
    fc.record({ every: fc.constant('month_day' as const), interval, day: fc.constantFrom(-1, 1, 15, 28) }),
    fc.record({ every: fc.constant('month_weekday' as const), interval, nth: fc.constantFrom(1, 2, 4, -1), weekday }),
  );

  it('that was chosen by fields is a rule that comes at some time, and reads back into the same fields', () => {
    fc.assert(
      fc.property(view, (one) => {
        const rule = ruleOfView(one);
        expect(recurrenceProblem({ rule, ...start })).toBeUndefined();
        expect(viewOf(rule)).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8', 'FREQ=WEEKLY;BYDAY=MO;COUNT=3', 'FREQ=HOURLY', '', 'often'])(
    '%j stays the text that it is',
    (rule) => {
      expect(viewOf(rule)).toEqual({ every: 'text', text: rule });
      expect(ruleOfView(viewOf(rule))).toBe(rule);
    },
  );

  it('turned into another way of saying it still comes at some time', () => {
    fc.assert(
      fc.property(view, fc.constantFrom(...everyKinds), (one, every) => {
        const rule = ruleOfView(turned(one, every));
        expect(nextOccurrence({ rule, ...start }, new Date('2026-11-21T12:00:00Z'), 'Europe/Moscow')).not.toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

group('what a place takes', () => {
  const known = [
    variable('contact.since', 'moment'),
    variable('contact.ordersPaid', 'number'),
    variable('trigger.orderId', 'id'),
  ];

  it('is offered by its kind, codes left out', () => {
    expect(fitting(known, ['moment'], undefined).map((one) => one.path)).toEqual(['contact.since']);
    const groups = choicesByGroup(known, '', (words) => words.en, '?');
    expect(groups.flatMap((one) => one.items.map((item) => item.value))).toEqual([
      'contact.since',
      'contact.ordersPaid',
    ]);
  });

  it('is what the schema names, in words, also where the chain does not know it yet', () => {
    const [date] = fitting(known, ['moment'], ['order.pickupAt']);
    expect(date).toMatchObject({ path: 'order.pickupAt', words: fieldWords('order.pickupAt') });
  });

  it('stays to be seen when nothing here knows it', () => {
    const groups = choicesByGroup(known, 'steps.gone.answer', (words) => words.en, 'Not known here');
    expect(groups.at(-1)).toEqual({
      group: 'Not known here',
      items: [{ value: 'steps.gone.answer', label: 'steps.gone.answer' }],
    });
  });

  it("may be an owner's own field, which no list holds", () => {
    expect(['contact.fields.size', 'trigger.body.customer.phone', 'steps.x.y'].map(writtenByHand)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('of a client is every field that the language lets a chain write', () => {
    for (const name of writable) expect([name, contactField.safeParse(name).success]).toEqual([name, true]);
    expect(contactField.safeParse('spentMinor').success).toBe(false);
  });
});

group('a list', () => {
  const ways = describe(
    z.array(z.strictObject({ id: portKey, name: z.string().min(1), weight: z.int().min(0) })),
  ) as TreeOf<'list'>;

  it('gives a new item a key that no neighbour has', () => {
    const items = [{ id: 'k3' }, { id: 'a' }];
    expect(blankItem(ways, items)).toMatchObject({ id: 'k4', name: '' });
    expect(portKey.safeParse((blankItem(ways, []) as { id: string }).id).success).toBe(true);
  });

  it('calls each item what it calls itself, and says its share of the whole', () => {
    const items = [
      { id: 'a', name: 'A', weight: 1 },
      { id: 'b', name: '', weight: 3 },
    ];
    expect(titlesOf(ways, items, 'en')).toEqual([
      { name: 'A', share: 0.25 },
      { name: undefined, share: 0.75 },
    ]);
    expect(titlesOf(ways, [{ weight: 0 }], 'en')).toEqual([{ name: undefined, share: undefined }]);
  });
});

group('a comparison', () => {
  it('of a moment is by how long ago it was, or with a day', () => {
    expect(edit.operatorsFor('moment')).toEqual(['older_than', 'newer_than', 'before', 'after', 'known', 'unknown']);
  });

  it('forgets a value of another sort, and keeps one that still fits', () => {
    const ago = { field: 'contact.since', is: 'older_than', value: 'P30D' } as const;
    expect(edit.withOperator(ago, 'newer_than')).toEqual({ ...ago, is: 'newer_than' });
    expect(edit.withOperator(ago, 'before')).toEqual({ field: 'contact.since', is: 'before' });
    const state = { field: 'order.state', is: 'equal', value: 'paid' } as const;
    expect(edit.withOperator(state, 'one_of')).toEqual({ ...state, is: 'one_of', value: ['paid'] });
    expect(edit.withOperator({ ...state, is: 'one_of', value: ['paid', 'new'] }, 'equal')).toEqual(state);
  });

  it('with any of several stands as it stood, and lacks something while none is chosen', () => {
    const several = { field: 'order.state', is: 'one_of' as const, value: ['new', 'paid'] };
    expect(edit.fromView(edit.toView(several))).toEqual(several);
    expect(edit.lacks({ ...several, value: [] })).toBe('value');
    expect(edit.lacks(several)).toBeUndefined();
  });
});

group('what is missing is said plainly', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['a time of day', timeOfDay, '25:00', 'time'],
    ['a time before or after', offset, '', 'duration'],
    ['something known', variablePath(), '', 'variable'],
    ['a field of the client', contactField, 'fields.', 'field'],
    ['a text', plainTemplate(9).min(1), '', 'text'],
    ['a text too long', plainTemplate(3), 'four', 'text_max'],
    ['a broken text', plainTemplate(30), '{{ x', 'template'],
    ['a name for machines', z.string().regex(/^[a-z][A-Za-z0-9_]*$/), 'Скидка', 'name'],
    ['a header', z.string().regex(/^[A-Za-z0-9-]{1,64}$/), 'два слова', 'latin'],
  ])('%s', (_name, schema, value, key) => {
    const form = z.strictObject({ a: worded(schema, {}) });
    expect(problemsOf(describe(form), { a: value })).toMatchObject([{ path: 'a', key: `web.forms.problem.${key}` }]);
  });

  it('and a text keeps its kind when it is bounded afterwards', () => {
    expect(describe(plainTemplate(200).min(1))).toMatchObject({ kind: 'plain-template', max: 200 });
    expect(blank(describe(plainTemplate(9)))).toBe('');
  });
});

function variable(path: string, kind: Variable['kind']): Variable {
  const words = { ru: path, en: path };
  return { path, words, short: words, group: { id: 'x', words }, kind, sample: '', surely: true };
}
