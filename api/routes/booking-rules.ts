import { z } from 'zod';
import { changeBookingRules } from '#use-cases/services/change-booking-rules.ts';
import { readBookingRules } from '#use-cases/services/read-booking-rules.ts';
import { route } from '../route.ts';
import { localized } from '../schemas.ts';
import { minutes, setUp, words } from '../service-schemas.ts';

const time = z.string().max(5);
const rules = {
  stepMinutes: minutes,
  noticeMinutes: minutes,
  horizonDays: z.number().int(),
  policy: z.strictObject({ cancelHours: z.number().int(), moveHours: z.number().int(), maxMoves: z.number().int() }),
  confirmsItself: z.boolean(),
  unconfirmed: z.strictObject({ minutesBefore: minutes, then: z.enum(['keep', 'cancel', 'confirm']) }),
  remindersOn: z.boolean(),
  reminders: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]{1,20}$/),
        on: z.boolean(),
        when: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('before'), minutes }),
          z.strictObject({ kind: z.literal('morning'), time }),
        ]),
        toClient: z.boolean(),
        toStaff: z.boolean(),
        text: words.nullable(),
      }),
    )
    .max(50),
  quietHours: z.strictObject({ from: time, to: time }).nullable(),
};
const answer = z.object({
  rules: z.object(rules),
  /** What an own text of a reminder can name. */
  variables: z.array(z.object({ name: z.string(), title: localized, sample: localized })),
});

export const bookingRules = [
  route({
    method: 'get',
    path: '/booking-rules',
    summary: 'How bookings are taken, moved, cancelled and reminded of',
    response: answer,
    run: async (tx) => {
      const { rules: now, variables } = await readBookingRules(tx);
      return { rules: asAnswer(now), variables: [...variables] };
    },
  }),
  route({
    method: 'patch',
    path: '/booking-rules',
    summary: 'Changes the rules of booking; what is left out stays, bookings that are made keep their policy',
    roles: setUp,
    body: z.strictObject(rules).partial(),
    response: answer,
    async run(tx, { body }) {
      const now = await changeBookingRules(tx, body);
      const { variables } = await readBookingRules(tx);
      return { rules: asAnswer(now), variables: [...variables] };
    },
  }),
];

type Rules = Awaited<ReturnType<typeof changeBookingRules>>;
const asAnswer = (now: Rules) => ({ ...now, reminders: [...now.reminders] });
