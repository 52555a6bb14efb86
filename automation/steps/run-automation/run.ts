import { addDuration } from '#domain/time.ts';
import type { StepRun } from '../../step.ts';
import type { RunAutomationConfig } from './definition.ts';

export const run: StepRun<RunAutomationConfig> = (config, context) => {
  const start = { kind: 'start_automation' as const, automationId: config.automation, waits: config.wait };
  const record = { automationId: config.automation };
  if (!config.wait) return { kind: 'go', port: 'next', effects: [start], record };
  const until = addDuration(context.enteredAt, config.timeout, context.zone);
  const effects = context.memory['started'] === true ? [] : [start];
  const end = context.events.find(
    (event) =>
      event.type === 'automation.finished' &&
      event.data['parentRunId'] === context.runId &&
      event.data['automationId'] === config.automation,
  );
  if (end) {
    const reason = String(end.data['reason'] ?? '');
    return { kind: 'go', port: 'finished', output: { reason }, consumedSeq: end.seq, record: { ...record, reason } };
  }
  if (context.now >= until) return { kind: 'go', port: 'timeout', at: until, record };
  return {
    kind: 'wait',
    until,
    listensTo: ['automation.finished'],
    effects,
    memory: { started: true },
    record: { ...record, until: until.toISOString() },
  };
};
