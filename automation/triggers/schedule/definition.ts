import { z } from 'zod';
import { recurrenceProblem, recurrenceWords } from '../../recurrence.ts';
import { conditionSchema } from '../../conditions.ts';
import { calendarDay, timeOfDay, worded } from '../../fields.ts';
import type { TriggerDefinition } from '../../trigger.ts';

const config = z.strictObject({
  when: worded(
    z
      .strictObject({ rule: z.string().max(200), startDate: calendarDay, time: timeOfDay })
      .refine((value) => recurrenceProblem(value) === undefined, { error: 'recurrence_invalid' })
      .meta({ field: 'recurrence' }),
    { title: { ru: 'Когда', en: 'When' } },
  ),
  clock: worded(z.enum(['business', 'contact']).default('business'), {
    title: { ru: 'По чьим часам', en: 'By whose clock' },
    values: {
      business: { ru: 'По вашим', en: 'Yours' },
      contact: { ru: 'По часам клиента', en: "The client's" },
    },
  }),
  audience: worded(conditionSchema, {
    title: { ru: 'Для кого', en: 'For whom' },
    help: { ru: 'Без условия начнётся для всех клиентов.', en: 'Without a condition it starts for all clients.' },
    scope: 'contact',
  }).optional(),
});

export type ScheduleTriggerConfig = z.infer<typeof config>;

export const definition: TriggerDefinition<ScheduleTriggerConfig> = {
  type: 'schedule',
  icon: 'IconCalendarRepeat',
  title: { ru: 'Расписание', en: 'A schedule' },
  group: 'start',
  about: { ru: 'По дням недели или числам, для выбранных клиентов', en: 'On weekdays or dates, for chosen clients' },
  config,
  fresh: () => ({ when: { rule: 'FREQ=WEEKLY;BYDAY=MO', startDate: '2026-01-01', time: '10:00' }, clock: 'business' }),
  listensTo: () => ['schedule.due'],
  sentence: ({ when }, language) => {
    const words = recurrenceWords(when, language);
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  },
};
