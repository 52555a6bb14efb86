import { z } from 'zod';
import type { EventType } from '#domain/events.ts';
import { fieldWords } from '../../field-words.ts';
import { duration, offset, timeOfDay, variablePath, weekdays, worded } from '../../fields.ts';
import type { StepDefinition } from '../../step.ts';
import { offsetWords, weekdayWords } from '../../words.ts';

const window = z.strictObject({
  days: worded(weekdays, {
    title: { ru: 'Дни', en: 'Days' },
    help: { ru: 'Ни одного: любой день.', en: 'None: any day.' },
  }),
  from: worded(timeOfDay, { title: { ru: 'С', en: 'From' } }),
  to: worded(timeOfDay, { title: { ru: 'До', en: 'To' } }),
});

const config = z.strictObject({
  until: worded(
    z.discriminatedUnion('kind', [
      worded(
        z.strictObject({
          kind: z.literal('date'),
          reference: worded(variablePath(['moment']), {
            title: { ru: 'Какой момент', en: 'Which moment' },
            help: {
              ru: 'Если он сдвинется, ожидание сдвинется вместе с ним.',
              en: 'When it moves, the wait moves with it.',
            },
          }),
          offset: worded(offset, { title: { ru: 'Насколько раньше или позже', en: 'How much before or after' } }),
        }),
        { title: { ru: 'К моменту, который известен', en: 'By a moment that is known' } },
      ),
      worded(
        z.strictObject({
          kind: z.literal('clock'),
          days: worded(weekdays, {
            title: { ru: 'Дни', en: 'Days' },
            help: { ru: 'Ни одного: ближайший любой.', en: 'None: the next one, whichever.' },
          }),
          time: worded(timeOfDay, { title: { ru: 'Время', en: 'Time' } }),
        }),
        { title: { ru: 'До дня недели и часа', en: 'Until a weekday and time' } },
      ),
      worded(z.strictObject({ kind: z.literal('window') }), {
        title: { ru: 'До подходящих часов', en: 'Until allowed hours' },
      }),
    ]),
    { title: { ru: 'До чего ждать', en: 'Until what' } },
  ),
  window: worded(window.optional(), { title: { ru: 'Только в эти часы', en: 'Only within these hours' } }),
  ifPast: worded(z.enum(['branch', 'go_on', 'end']).default('branch'), {
    title: { ru: 'Если момент уже прошёл', en: 'When the moment has passed already' },
    values: {
      branch: { ru: 'Пойти другой дорогой', en: 'Go another way' },
      go_on: { ru: 'Идти дальше сразу', en: 'Go on at once' },
      end: { ru: 'Закончить', en: 'End' },
    },
  }),
  /** A moment missed by less than this still counts: a machine may be late, a date may move close. */
  grace: worded(duration.default('PT1H'), {
    title: { ru: 'Не прошёл, если опоздали меньше чем на', en: 'Not passed when late by less than' },
  }),
});

export type WaitUntilConfig = z.infer<typeof config>;

/** What may move the moment: then it is resolved anew. */
const moves: Readonly<Record<string, readonly EventType[]>> = {
  order: ['order.pickup_moved', 'order.moved', 'order.paid', 'order.cancelled'],
  booking: ['booking.moved', 'booking.cancelled', 'booking.done', 'booking.no_show'],
  contact: ['contact.changed', 'order.paid'],
};

export const definition: StepDefinition<WaitUntilConfig> = {
  type: 'wait-until',
  kind: 'wait',
  icon: 'IconClockPin',
  title: { ru: 'Ждать до', en: 'Wait until' },
  group: 'wait',
  about: { ru: 'До даты, дня недели или часов работы', en: 'A date, a weekday, or working hours' },
  config,
  fresh: () => ({
    until: { kind: 'clock', days: [], time: '10:00' },
    ifPast: 'branch',
    grace: 'PT1H',
  }),
  ports: ({ until, ifPast }) => [
    { id: 'next', title: { ru: 'настал', en: 'it came' } },
    ...(until.kind === 'date' && ifPast === 'branch'
      ? [{ id: 'past', title: { ru: 'уже прошёл', en: 'it has passed' } }]
      : []),
  ],
  listensTo: ({ until }) => (until.kind === 'date' ? (moves[until.reference.split('.')[0] ?? ''] ?? []) : []),
  waits: true,
  longestStay: ({ until }) => (until.kind === 'date' ? null : 'P8D'),
  sentence: ({ until, window: hours }, language, names) => {
    const ru = language === 'ru';
    const within = hours ? (ru ? `, с ${hours.from} до ${hours.to}` : `, from ${hours.from} to ${hours.to}`) : '';
    if (until.kind === 'window') return `${ru ? 'Ждать подходящих часов' : 'Wait for allowed hours'}${within}`;
    if (until.kind === 'clock')
      return `${ru ? 'Ждать до' : 'Wait until'} ${weekdayWords(until.days, language)} ${until.time}${within}`.replace(
        '  ',
        ' ',
      );
    const moment = (names?.(until.reference) ?? fieldWords(until.reference))?.[language] ?? until.reference;
    return `${ru ? 'Ждать:' : 'Wait:'} ${offsetWords(until.offset, moment, language)}${within}`;
  },
};
