import { addDuration } from '#domain/time.ts';
import { holds } from '../../conditions.ts';
import type { StepRun } from '../../step.ts';
import type { WaitForEventConfig } from './definition.ts';

/** What happened first wins: an event of after the deadline does not count, however late the timer fires. */
export const run: StepRun<WaitForEventConfig> = (config, context) => {
  const deadline = addDuration(context.enteredAt, config.timeout, context.zone);
  const event = context.events.find(
    (candidate) =>
      candidate.type === config.event &&
      candidate.occurredAt <= deadline &&
      (config.filter === undefined || holds(config.filter, candidate.data)),
  );
  if (event) {
    return {
      kind: 'go',
      port: 'happened',
      output: event.data,
      consumedSeq: event.seq,
      record: { event: event.type, eventId: event.id, data: event.data },
    };
  }
  if (context.now >= deadline) {
    const last = context.events.at(-1)?.seq;
    return {
      kind: 'go',
      port: 'timeout',
      ...(last === undefined ? {} : { consumedSeq: last }),
      record: { deadline: deadline.toISOString() },
    };
  }
  return {
    kind: 'wait',
    until: deadline,
    listensTo: [config.event],
    record: { event: config.event, until: deadline.toISOString() },
  };
};
