import { addDuration } from '#domain/time.ts';
import { holds } from '../../conditions.ts';
import type { StepRun } from '../../step.ts';
import type { WaitForEventConfig } from './definition.ts';

/** What happened first wins: an event of after the deadline does not count, however late the timer fires. */
export const run: StepRun<WaitForEventConfig> = (config, context) => {
  const deadline = addDuration(context.enteredAt, config.timeout, context.zone);
  const wanted = [{ event: config.event, filter: config.filter }, ...(config.others ?? [])];
  const event = context.events.find(
    (candidate) =>
      candidate.occurredAt <= deadline &&
      wanted.some(
        ({ event: type, filter }) =>
          candidate.type === type && (filter === undefined || holds(filter, candidate.data, context.now)),
      ),
  );
  if (event) {
    return {
      kind: 'go',
      port: 'happened',
      output: { ...event.data, event: event.type },
      consumedSeq: event.seq,
      at: event.occurredAt,
      record: { event: event.type, eventId: event.id, data: event.data },
    };
  }
  if (context.now >= deadline) {
    const last = context.events.at(-1)?.seq;
    return {
      kind: 'go',
      port: 'timeout',
      at: deadline,
      ...(last === undefined ? {} : { consumedSeq: last }),
      record: { deadline: deadline.toISOString() },
    };
  }
  return {
    kind: 'wait',
    until: deadline,
    listensTo: [...new Set(wanted.map((one) => one.event))],
    record: { event: config.event, until: deadline.toISOString() },
  };
};
