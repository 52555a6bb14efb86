import { z } from 'zod';
import { eventType, duration } from '../fields.ts';

const moment = z.iso.datetime();
/** A moment, or how long after the story's beginning. */
const when = z.union([z.strictObject({ at: moment }), z.strictObject({ after: duration })]);

/**
 * What happens to one invented client, moment by moment: the other half of `npm run simulate -- automation.json
 * story.json`. Everything has a default but what the story is about; README.md beside this file tells it by example.
 */
export const storySchema = z.strictObject({
  /** When it begins. */
  start: moment.default('2026-06-01T09:00:00.000Z'),
  /** How long it is followed at most. */
  last: duration.default('P400D'),
  contact: z
    .strictObject({
      /** Who it is: the steps that split people do it by this. */
      id: z.uuid().default('00000000-0000-7000-8000-000000000001'),
      name: z.string().default('Anna K'),
      language: z.enum(['ru', 'en']).default('en'),
      phone: z.string().nullable().default(null),
      email: z.string().nullable().default(null),
      tags: z.array(z.string()).default([]),
      ordersPaid: z.int().default(0),
      spentMinor: z.int().default(0),
      timeZone: z.string().default('Europe/Moscow'),
      birthday: z.iso.date().nullable().default(null),
      note: z.string().nullable().default(null),
      consent: z.boolean().default(true),
      since: moment.default('2026-01-01T00:00:00.000Z'),
      lastOrderAt: moment.nullable().default(null),
      fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
    })
    .prefault({}),
  business: z
    .strictObject({
      name: z.string().default('Shop'),
      currency: z.string().default('RUB'),
      timeZone: z.string().default('Europe/Moscow'),
      /** At most so many messages of a class within so many hours. */
      caps: z
        .array(z.strictObject({ class: z.enum(['service', 'marketing']), most: z.int().min(1), hours: z.int().min(1) }))
        .default([]),
    })
    .prefault({}),
  /** The order that events of kind `order.…` are about. */
  order: z
    .strictObject({
      number: z.int().default(1024),
      totalMinor: z.int().default(248_000),
      state: z.string().default('paid'),
      deliveryKind: z.string().default('pickup'),
      pickupAt: moment.nullable().default(null),
      placedAt: moment.default('2026-06-01T09:00:00.000Z'),
      paidAt: moment.nullable().default(null),
      deliveredAt: moment.nullable().default(null),
    })
    .nullable()
    .default(null),
  /** The booking that events of kind `booking.…` are about. */
  booking: z
    .strictObject({
      number: z.int().default(57),
      service: z.string().default('Manicure'),
      staff: z.string().default('Anna'),
      place: z.string().default('Salon'),
      state: z.string().default('confirmed'),
      startsAt: moment.default('2026-06-05T12:00:00.000Z'),
      endsAt: moment.default('2026-06-05T13:00:00.000Z'),
      madeAt: moment.default('2026-06-01T09:00:00.000Z'),
      priceMinor: z.int().default(200_000),
      finalMinor: z.int().nullable().default(null),
      format: z.string().default('place'),
      answered: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /** What happens, whatever the bot says. `order`, `booking` and `contact` change what is known at that moment. */
  events: z
    .array(
      when.and(
        z.object({
          type: eventType,
          data: z.record(z.string(), z.unknown()).default({}),
          order: z.record(z.string(), z.unknown()).optional(),
          booking: z.record(z.string(), z.unknown()).optional(),
          contact: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    )
    .max(1_000)
    .default([]),
  /** What the client answers to a message of a step, each time that it comes, or the first `times` times. */
  answers: z
    .array(
      z.strictObject({
        to: z.string(),
        button: z.string().optional(),
        text: z.string().optional(),
        after: duration.default('PT1M'),
        times: z.int().min(1).default(1),
      }),
    )
    .max(200)
    .default([]),
  /** Which times are free for a step that books, moves or offers; without a line: the one that was wanted, or the first ones after it. */
  times: z
    .array(
      z.strictObject({
        of: z.string(),
        free: z.array(moment).max(8).default([]),
        /** Why nothing came of it; then nothing is booked, moved or offered. */
        refused: z.string().nullable().default(null),
      }),
    )
    .max(100)
    .default([]),
  /** What servers of others answer to a step; without a line: 200 and an empty object. */
  calls: z
    .array(
      z.strictObject({
        of: z.string(),
        status: z.int().default(200),
        body: z.string().default('{}'),
        error: z.string().nullable().default(null),
        /** `PT0S`: in no time. */
        after: z.union([duration, z.literal('PT0S')]).default('PT1S'),
      }),
    )
    .max(200)
    .default([]),
  /** Times in which the automation stands still. */
  pauses: z
    .array(
      z.strictObject({
        from: moment,
        to: moment,
        policy: z.enum(['send_late', 'skip', 'retime', 'exit']).optional(),
      }),
    )
    .max(20)
    .default([]),
});

export type Story = z.output<typeof storySchema>;
export type StoryInput = z.input<typeof storySchema>;
