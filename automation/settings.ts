import { z } from 'zod';
import { conditionSchema } from './conditions.ts';
import { duration, eventType, timeOfDay, worded } from './fields.ts';

const eventWithFilter = (extra: { sameSubject: boolean }) =>
  z.strictObject({
    event: worded(eventType, { title: { ru: 'Событие', en: 'Event' } }),
    filter: worded(conditionSchema, {
      title: { ru: 'Только если', en: 'Only if' },
      scope: 'event',
      eventFrom: 'event',
    }).optional(),
    /** Of the order (or other subject) that the run is about, not of another. */
    sameSubject: worded(z.boolean().default(extra.sameSubject), {
      title: { ru: 'Только о том же заказе', en: 'Only about the same order' },
    }),
  });

/** How a chain behaves as a whole. */
export const settingsSchema = z.strictObject({
  /** How often one person can enter. `after`: again once `reentryAfter` has passed since the last entry. */
  reentry: worded(z.enum(['always', 'once', 'one_at_a_time', 'after', 'once_per_subject']).default('always'), {
    title: { ru: 'Сколько раз один клиент может войти', en: 'How often one client can enter' },
    values: {
      always: { ru: 'Каждый раз', en: 'Every time' },
      once: { ru: 'Один раз', en: 'Once' },
      one_at_a_time: { ru: 'Снова, когда вышел', en: 'Again after leaving' },
      after: { ru: 'Снова через время', en: 'Again after a while' },
      once_per_subject: { ru: 'Один раз на заказ', en: 'Once an order' },
    },
  }),
  reentryAfter: worded(duration.default('P30D'), {
    title: { ru: 'Снова не раньше чем через', en: 'Again not sooner than after' },
  }),
  /** Events that take a person out at once. */
  exitOn: worded(
    z
      .array(eventWithFilter({ sameSubject: false }))
      .max(20)
      .default([]),
    {
      title: { ru: 'Что выводит из цепочки', en: 'What takes a client out' },
    },
  ),
  /** What the chain is for: the person who does it leaves at once, and is counted. */
  goal: worded(eventWithFilter({ sameSubject: false }).optional(), { title: { ru: 'Цель', en: 'Goal' } }),
  /** By the client's clock. Messages wait until they are over; an answer to what the client has just done does not. */
  quietHours: worded(
    z
      .strictObject({
        from: worded(timeOfDay, { title: { ru: 'С', en: 'From' } }),
        to: worded(timeOfDay, { title: { ru: 'До', en: 'To' } }),
      })
      .optional(),
    {
      title: { ru: 'Тихие часы', en: 'Quiet hours' },
    },
  ),
  /** Whether the business's caps on messages hold here, and what a message over the cap does. */
  onCap: worded(z.enum(['wait', 'skip', 'ignore']).default('wait'), {
    title: { ru: 'Если клиенту уже написали слишком много', en: 'When the client has had too many messages' },
    values: {
      wait: { ru: 'Подождать', en: 'Wait' },
      skip: { ru: 'Пропустить сообщение', en: 'Skip the message' },
      ignore: { ru: 'Отправить всё равно', en: 'Send all the same' },
    },
  }),
  priority: worded(z.enum(['high', 'normal', 'low']).default('normal'), {
    title: { ru: 'Очерёдность', en: 'Priority' },
    values: {
      high: { ru: 'Раньше других', en: 'Before others' },
      normal: { ru: 'Обычная', en: 'Normal' },
      low: { ru: 'После других', en: 'After others' },
    },
  }),
  /** What publishing does with people who wait inside, unless the plan says otherwise for a step. */
  onPublish: worded(z.enum(['keep', 'move', 'exit']).default('keep'), {
    title: { ru: 'Кто внутри, когда выходит новая версия', en: 'Those inside when a new version comes' },
    values: {
      keep: { ru: 'Дойдут по старой', en: 'Finish the old one' },
      move: { ru: 'Перейдут на новую', en: 'Move to the new one' },
      exit: { ru: 'Выйдут', en: 'Leave' },
    },
  }),
  afterPause: worded(z.enum(['send_late', 'skip', 'retime', 'exit']).default('send_late'), {
    title: { ru: 'После паузы', en: 'After a pause' },
    values: {
      send_late: { ru: 'Отправить всё, что пропущено', en: 'Send what was missed' },
      skip: { ru: 'Пропустить то, что опоздало', en: 'Skip what is late' },
      retime: { ru: 'Сдвинуть ожидания на время паузы', en: 'Move the waits by the length of the pause' },
      exit: { ru: 'Вывести тех, чьё время прошло', en: 'Take out those whose time has passed' },
    },
  }),
  /** A message that would come later than this after its moment is not sent. */
  lateAfter: worded(duration.optional(), {
    title: { ru: 'Не отправлять, если опоздало на', en: 'Do not send when late by' },
  }),
});

export type AutomationSettings = z.output<typeof settingsSchema>;
export type EventRule = NonNullable<AutomationSettings['goal']>;
