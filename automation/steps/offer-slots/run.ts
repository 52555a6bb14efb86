import { addDuration } from '#domain/time.ts';
import { triedOf } from '../../booking-time.ts';
import type { StepRun } from '../../step.ts';
import { renderHtml } from '../../templates.ts';
import { valuesFor } from '../../values.ts';
import type { OfferSlotsConfig } from './definition.ts';

/** Offers once and waits for a press; the press books, and its outcome is heard as an event. */
export const run: StepRun<OfferSlotsConfig> = (config, context) => {
  const askedAt = context.memory['askedAt'];
  const until = addDuration(
    typeof askedAt === 'string' ? new Date(askedAt) : context.now,
    config.timeout,
    context.zone,
  );
  const record = { until: until.toISOString() };
  if (typeof askedAt !== 'string')
    return {
      kind: 'wait',
      until,
      listensTo: ['booking.tried'],
      effects: [
        {
          kind: 'send_message',
          text: renderHtml(config.text[context.facts.contact.language], valuesFor(context)),
          format: 'html',
          buttons: [],
          class: config.class,
          slots: {
            count: config.count,
            moves: config.moves,
            serviceId: config.service ?? null,
            staffId: config.staff ?? null,
            after: addDuration(context.now, config.after, context.zone).toISOString(),
            until: until.toISOString(),
          },
        },
      ],
      memory: { askedAt: context.now.toISOString(), tried: true },
      ifNotSent: 'none',
      consumedSeq: context.events.at(-1)?.seq,
      record,
    };
  const done = triedOf(context, 'done');
  if (done && done.occurredAt <= until) {
    const { startsAt, bookingId } = done.data;
    return {
      kind: 'go',
      port: 'booked',
      output: { startsAt, bookingId },
      consumedSeq: done.seq,
      at: done.occurredAt,
      record: { startsAt },
    };
  }
  const refused = triedOf(context, 'refused');
  if (refused)
    return { kind: 'go', port: 'none', consumedSeq: refused.seq, record: { refused: refused.data['reason'] } };
  if (context.now >= until)
    return { kind: 'go', port: 'timeout', at: until, consumedSeq: context.events.at(-1)?.seq, record };
  return { kind: 'wait', until, listensTo: ['booking.tried'], memory: context.memory, record };
};
