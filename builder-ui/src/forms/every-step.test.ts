import { describe as group, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { stepSentence, triggerSentence } from '#automation/sentence.ts';
import { settingsSchema } from '#automation/settings.ts';
import { steps } from '#automation/steps/registry.ts';
import { triggers } from '#automation/triggers/registry.ts';
import { isTextKey } from '#texts/index.ts';
import { blankItem } from './blank.ts';
import { describe } from './describe-schema.ts';
import { placeOf, problemsOf } from './problems.ts';
import type { Tree, TreeOf } from './tree.ts';

const languages = ['ru', 'en'] as const;
type Config = Record<string, unknown>;

/** What an owner would write in each: the words that a sentence then has to hold. */
const filled: Readonly<Record<string, { config: Config; ru: string; en: string }>> = {
  'answer-webhook': { config: { status: 404, body: '' }, ru: '404', en: '404' },
  ask: {
    config: {
      question: { ru: 'Какой размер?', en: 'Which size?' },
      retry: { ru: 'Ещё раз', en: 'Once more' },
      timeout: 'PT2H',
    },
    ru: '«Какой размер?», ждать не дольше 2 часов',
    en: '“Which size?”, wait at most 2 hours',
  },
  'call-http': {
    config: { method: 'PUT', url: 'https://example.com/a' },
    ru: 'PUT example.com',
    en: 'PUT example.com',
  },
  'create-task': {
    config: { title: 'Позвонить {{ contact.name }}' },
    ru: 'Задача: «Позвонить',
    en: 'Task: “Позвонить',
  },
  end: { config: { reason: 'done' }, ru: 'Закончить', en: 'End' },
  goal: { config: { goal: 'купил снова' }, ru: 'Цель достигнута: «купил снова»', en: 'Goal reached: “купил снова”' },
  if: {
    config: { condition: { field: 'contact.since', is: 'older_than', value: 'P30D' } },
    ru: 'Если первое знакомство с клиентом было больше чем 30 дней назад',
    en: 'was more than 30 days ago',
  },
  'notify-staff': { config: { text: 'Новый заказ' }, ru: '«Новый заказ»', en: '“Новый заказ”' },
  'remove-tag': { config: { tag: 'vip' }, ru: 'Снять метку «vip»', en: 'Remove the tag “vip”' },
  repeat: { config: { times: 2 }, ru: 'Повторить не больше 2 раз', en: 'Repeat at most 2 times' },
  'run-automation': {
    config: { automation: '0199a3c0-0000-7000-8000-000000000000', wait: true },
    ru: 'ждать её конца',
    en: 'wait for its end',
  },
  'send-message': { config: { text: { ru: 'Привет', en: 'Hello' } }, ru: 'Написать: «Привет»', en: 'Send: “Hello”' },
  'set-variable': {
    config: { name: 'total', value: { kind: 'sum', path: 'order.totalMinor', add: 5 } },
    ru: 'Запомнить total = сумма заказа + 5',
    en: 'Remember total = the order total + 5',
  },
  split: {
    config: {
      ways: [
        { id: 'a', name: 'Скидка', weight: 1 },
        { id: 'b', name: 'Подарок', weight: 3 },
      ],
    },
    ru: 'Разделить: Скидка 25%, Подарок 75%',
    en: 'Split: Скидка 25%, Подарок 75%',
  },
  switch: {
    config: {
      cases: [
        { id: 'a', name: 'VIP', condition: { field: 'contact.tags', is: 'contains', value: 'vip' } },
        { id: 'b', name: 'Новый', condition: { field: 'contact.ordersPaid', is: 'equal', value: 0 } },
      ],
    },
    ru: 'есть метка «vip» и ещё 1',
    en: 'has the tag “vip” and 1 more',
  },
  book: {
    config: { at: { kind: 'nearest', after: 'P1D' } },
    ru: 'Записать на ближайшее время не раньше чем через 1 день',
    en: 'Book at the nearest time, not sooner than in 1 day',
  },
  'move-booking': {
    config: { at: { kind: 'moment', reference: 'booking.startsAt', offset: 'P7D' } },
    ru: 'Перенести запись на время:',
    en: 'Move the booking at: 7 days after the beginning of the visit',
  },
  'cancel-booking': {
    config: { reason: 'Ремонт', offerTimes: true },
    ru: 'Отменить запись и предложить другое время',
    en: 'Cancel the booking and offer other times',
  },
  'offer-slots': {
    config: { text: { ru: 'Когда вам удобно?', en: 'When would you like to come?' } },
    ru: 'Предложить время: «Когда вам удобно?», ждать не дольше 1 дня',
    en: 'Offer times: “When would you like to come?”, wait at most 1 day',
  },
  tag: { config: { tag: 'vip' }, ru: 'Поставить метку «vip»', en: 'Add the tag “vip”' },
  'update-contact': {
    config: { field: 'birthday', value: { kind: 'text', text: '2000-01-02' } },
    ru: 'Записать день рождения клиента: «2000-01-02»',
    en: "Set the client's birthday: “2000-01-02”",
  },
  wait: { config: { duration: 'P2D' }, ru: 'Подождать 2 дня', en: 'Wait 2 days' },
  'wait-for-event': { config: { event: 'order.paid', timeout: 'P1D' }, ru: 'не дольше 1 дня', en: 'at most 1 day' },
  'wait-until': {
    config: { until: { kind: 'clock', days: [1, 3], time: '09:30' } },
    ru: 'Ждать до пн, ср 09:30',
    en: 'Wait until Mon, Wed 09:30',
  },
};

const filledTriggers: Readonly<Record<string, { config: Config; ru: string; en: string }>> = {
  date: { config: { field: 'contact.birthday', offset: '-P1D', yearly: true }, ru: 'за 1 день', en: '1 day before' },
  'deep-link': { config: { payload: 'spring' }, ru: 'по ссылке spring', en: 'by the link spring' },
  event: { config: { event: 'order.paid' }, ru: 'Когда', en: 'When' },
  keyword: { config: { words: ['цена'] }, ru: '«цена»', en: '«цена»' },
  manual: { config: {}, ru: 'вручную', en: 'by hand' },
  message: { config: {}, ru: 'пишет боту', en: 'writes to the bot' },
  schedule: {
    config: { when: { rule: 'FREQ=WEEKLY;BYDAY=MO', startDate: '2026-01-01', time: '10:00' } },
    ru: '',
    en: '',
  },
  webhook: { config: { contactPath: 'phone' }, ru: 'запрос', en: 'request' },
};

type Definition = { type: string; config: z.ZodType; fresh(): Config; icon: string; title: { ru: string; en: string } };
const all: readonly [string, Definition][] = [
  ...Object.values(steps).map(({ definition }) => [`step ${definition.type}`, definition as Definition] as const),
  ...Object.values(triggers).map(({ definition }) => [`start ${definition.type}`, definition as Definition] as const),
].map(([name, definition]) => [name, definition]);

const walk = (tree: Tree): Tree[] => [
  tree,
  ...(tree.kind === 'object' ? tree.fields.flatMap((field) => walk(field.tree)) : []),
  ...(tree.kind === 'list' ? walk(tree.item) : []),
  ...(tree.kind === 'union' ? tree.options.flatMap((option) => walk(option.tree)) : []),
];

group('every step and start has a form', () => {
  it.each(all)('%s: every field is drawn as what it is, none as JSON', (_name, { config }) => {
    expect(walk(describe(config)).filter((tree) => tree.kind === 'json')).toEqual([]);
  });

  it.each(all)('%s: every field that is seen has words in both languages', (_name, { config }) => {
    for (const tree of walk(describe(config))) {
      if (tree.kind !== 'object') continue;
      for (const { name, tree: field } of tree.fields) {
        if (['hidden', 'key', 'constant'].includes(field.kind)) continue;
        expect({ name, ...field.title }).toEqual({ name, ru: expect.any(String), en: expect.any(String) });
      }
    }
  });

  it.each(all)('%s: a new one is whole, or says plainly what it lacks', (_name, { config, fresh }) => {
    const tree = describe(config);
    const problems = problemsOf(tree, fresh());
    expect(config.safeParse(fresh()).success || problems.length > 0).toBe(true);
    for (const problem of problems) {
      expect(isTextKey(problem.key) ? '' : problem.key).toBe('');
      expect(placeOf(tree, fresh(), problem.path)).not.toEqual([]);
    }
  });

  it.each(all)('%s: a new item of each of its lists is whole, or says plainly what it lacks', (_name, { config }) => {
    const lists = walk(describe(config)).filter((tree): tree is TreeOf<'list'> => tree.kind === 'list');
    for (const list of lists) {
      const items = [blankItem(list, [])];
      items.push(blankItem(list, items));
      for (const item of items) {
        const problems = problemsOf(list.item, item);
        expect(problems.map(({ key }) => key).filter((key) => !isTextKey(key) || vague.includes(key))).toEqual([]);
      }
    }
  });
});

/** Words that do not tell an owner what to write. */
const vague: readonly string[] = ['web.forms.problem.invalid', 'web.forms.problem.format', 'web.forms.problem.needed'];

group('a sentence on the canvas', () => {
  it.each(Object.values(steps).map(({ definition }) => definition.type))('of %s reads well while it is new', (type) => {
    for (const language of languages) {
      const words = stepSentence({ type, config: steps[type]!.definition.fresh() }, language);
      expect(words).not.toMatch(/undefined|null|NaN|«»|“”|\[object| {2}|[:=,]\s*$/);
    }
  });

  it('of a split whose ways have no share yet holds numbers all the same', () => {
    const config = { ways: [{ id: 'a', name: 'A', weight: 0 }] };
    for (const language of languages)
      expect(plain(stepSentence({ type: 'split', config }, language))).toContain('A 0%');
  });

  it.each(Object.values(steps).map(({ definition }) => definition.type))('of %s says what the owner wrote', (type) => {
    const { config, ...said } = filled[type]!;
    const { definition } = steps[type]!;
    expect(definition.config.safeParse({ ...definition.fresh(), ...config }).error).toBeUndefined();
    for (const language of languages)
      expect(plain(stepSentence({ type, config: { ...definition.fresh(), ...config } }, language))).toContain(
        said[language],
      );
  });

  it.each(Object.values(triggers).map(({ definition }) => definition.type))('of the start %s says the same', (type) => {
    const { config, ...said } = filledTriggers[type]!;
    const { definition } = triggers[type]!;
    expect(definition.config.safeParse({ ...definition.fresh(), ...config }).error).toBeUndefined();
    for (const language of languages)
      expect(plain(triggerSentence({ type, config: { ...definition.fresh(), ...config } }, language)!)).toContain(
        said[language],
      );
  });

  it.each(Object.values(steps).map(({ definition }) => definition.type))('names every way out of %s', (type) => {
    const { definition } = steps[type]!;
    for (const config of [definition.fresh(), { ...definition.fresh(), ...filled[type]!.config }]) {
      const parsed = definition.config.safeParse(config);
      for (const { title } of definition.ports(parsed.success ? parsed.data : config))
        for (const language of languages) expect(title[language].trim()).not.toBe('');
    }
  });
});

group('the settings of a chain', () => {
  it('are drawn from their schema, each with words', () => {
    for (const tree of walk(describe(settingsSchema))) {
      expect(tree.kind).not.toBe('json');
      if (tree.kind !== 'object') continue;
      for (const { name, tree: field } of tree.fields) expect([name, field.title]).toEqual([name, expect.anything()]);
    }
  });
});

/** Numbers hold to their units by a space of their own. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
