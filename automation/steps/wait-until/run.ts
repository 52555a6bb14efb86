import { addDuration } from '#domain/time.ts';
import { nextAllowed, nextWallClock, withOffset, type TimeWindow } from '#domain/time-rules.ts';
import { valueAt } from '../../conditions.ts';
import type { StepContext, StepResult, StepRun } from '../../step.ts';
import { valuesFor } from '../../values.ts';
import { definition, type WaitUntilConfig } from './definition.ts';

/**
 * The moment is a reference, resolved anew at every move: when the order's pick-up time moves, so does the wait. Missed
 * by more than the grace it has passed, whether the person came late, the date moved back, or the machine slept.
 */
export const run: StepRun<WaitUntilConfig> = (config, context) => {
  const wanted = momentOf(config, context);
  if (wanted.until === null) return passed(config, wanted.record);
  const { until, record } = { until: wanted.until, record: { ...wanted.record, until: wanted.until.toISOString() } };
  if (context.now < until) return { kind: 'wait', until, listensTo: definition.listensTo?.(config) ?? [], record };
  const isPast = config.until.kind === 'date' && addDuration(until, config.grace, context.zone) < context.now;
  if (isPast) return passed(config, record);
  return { kind: 'go', port: 'next', at: until, record };
};

function momentOf(
  { until: wanted, window }: WaitUntilConfig,
  context: StepContext,
): { until: Date | null; record: Record<string, unknown> } {
  const { zone, enteredAt } = context;
  const within = (from: Date): Date | null =>
    window ? nextAllowed(from, { window: { ...window, days: daysOf(window.days) } }, zone) : from;
  switch (wanted.kind) {
    case 'window':
      return { until: within(enteredAt), record: { zone } };
    case 'clock':
      return { until: within(nextWallClock(enteredAt, wanted, zone)), record: { zone } };
    case 'date': {
      const found = valueAt(valuesFor(context), wanted.reference);
      const moment = typeof found === 'string' ? new Date(found) : null;
      const record = { reference: wanted.reference, value: typeof found === 'string' ? found : null };
      if (moment === null || Number.isNaN(moment.getTime()))
        return { until: null, record: { ...record, unknown: true } };
      return { until: within(withOffset(moment, wanted.offset, zone)), record };
    }
  }
}

/** No day marked means any day. */
const daysOf = (days: TimeWindow['days']): TimeWindow['days'] => (days.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : days);

function passed(config: WaitUntilConfig, record: Record<string, unknown>): StepResult {
  const why = { ...record, passed: true };
  if (config.ifPast === 'end') return { kind: 'end', reason: 'date_passed', record: why };
  return {
    kind: 'go',
    port: config.ifPast === 'branch' && config.until.kind === 'date' ? 'past' : 'next',
    record: why,
  };
}
