import { z } from 'zod';
import { addDuration } from '#domain/time.ts';
import { withOffset } from '#domain/time-rules.ts';
import { valueAt } from './conditions.ts';
import { fieldWords } from './field-words.ts';
import type { FieldNames } from './condition-words.ts';
import { duration, offset, variablePath, worded } from './fields.ts';
import type { StepContext, StepResult } from './step.ts';
import { valuesFor } from './values.ts';
import { durationWords, offsetWords, type Language } from './words.ts';

/** Which time a step sets: one that is known, or the nearest that is free. */
export const bookingTime = z.discriminatedUnion('kind', [
  worded(
    z.strictObject({
      kind: z.literal('nearest'),
      after: worded(duration, { title: { ru: 'Не раньше чем через', en: 'Not sooner than in' } }),
    }),
    { title: { ru: 'Ближайшее свободное', en: 'The nearest that is free' } },
  ),
  worded(
    z.strictObject({
      kind: z.literal('moment'),
      reference: worded(variablePath(['moment']), { title: { ru: 'Какой момент', en: 'Which moment' } }),
      offset: worded(offset, { title: { ru: 'Насколько раньше или позже', en: 'How much before or after' } }),
    }),
    { title: { ru: 'Момент, который известен', en: 'A moment that is known' } },
  ),
]);
export type BookingTime = z.infer<typeof bookingTime>;

/** `at`: this very time; else the first free one from `after` on. Null: the moment that was named is not known. */
export function wantedTime(time: BookingTime, context: StepContext): { at: string | null; after: string } | null {
  const { zone, now } = context;
  if (time.kind === 'nearest') return { at: null, after: addDuration(now, time.after, zone).toISOString() };
  const found = valueAt(valuesFor(context), time.reference);
  const moment = typeof found === 'string' ? new Date(found) : null;
  if (moment === null || Number.isNaN(moment.getTime())) return null;
  const at = withOffset(moment, time.offset, zone).toISOString();
  return { at, after: at };
}

export function bookingTimeWords(time: BookingTime, language: Language, names?: FieldNames): string {
  if (time.kind === 'nearest')
    return language === 'ru'
      ? `на ближайшее время не раньше чем через ${durationWords(time.after, 'ru')}`
      : `at the nearest time, not sooner than in ${durationWords(time.after, 'en')}`;
  const moment = (names?.(time.reference) ?? fieldWords(time.reference))?.[language] ?? time.reference;
  return `${language === 'ru' ? 'на время:' : 'at:'} ${offsetWords(time.offset, moment, language)}`;
}

/** The ways out of a step that tries something with a booking. */
const triedPorts = [
  { id: 'done', title: { ru: 'получилось', en: 'done' } },
  { id: 'refused', title: { ru: 'не получилось', en: 'not possible' } },
];

/** What booking, moving and cancelling have in common: tried once, over in a moment. */
export const triesOnce = {
  ports: () => triedPorts,
  listensTo: () => ['booking.tried' as const],
  waits: true,
  longestStay: () => 'PT1M',
};

/** What came of this step's try, once it is known: said in the person's stream with the try itself. */
export function triedOf({ events, runId, nodeId, memory }: StepContext, outcome: 'done' | 'refused') {
  if (memory['tried'] !== true) return undefined;
  return events.find(
    ({ type, data }) =>
      type === 'booking.tried' && data['runId'] === runId && data['nodeId'] === nodeId && data['outcome'] === outcome,
  );
}

/** Tries once, then goes by what came of it: the same for booking, moving and cancelling. */
export function tryOnce(
  context: StepContext,
  effect: () => NonNullable<(StepResult & { kind: 'go' })['effects']>[number],
): StepResult {
  const done = triedOf(context, 'done');
  const refused = triedOf(context, 'refused');
  const came = done ?? refused;
  if (came) {
    const { startsAt, bookingId, reason } = came.data;
    return {
      kind: 'go',
      port: done ? 'done' : 'refused',
      ...(done ? { output: { startsAt, bookingId } } : {}),
      consumedSeq: came.seq,
      record: done ? { startsAt } : { refused: reason },
    };
  }
  return {
    kind: 'wait',
    until: null,
    listensTo: ['booking.tried'],
    ...(context.memory['tried'] === true ? {} : { effects: [effect()], consumedSeq: context.events.at(-1)?.seq }),
    memory: { tried: true },
    record: {},
  };
}

export const triedOutputs = () => [
  {
    name: 'startsAt',
    words: { ru: 'время визита', en: 'the time of the visit' },
    kind: 'moment' as const,
    sample: '2026-06-05T12:00:00.000Z',
  },
  { name: 'bookingId', words: { ru: 'код записи', en: 'the code of the booking' }, kind: 'id' as const, sample: '…' },
];
