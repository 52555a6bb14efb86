import { addressedEvents, type StoredEvent } from '#domain/events.ts';
import { addDuration } from '#domain/time.ts';
import type { Facts } from './facts.ts';
import type { Program } from './program.ts';
import { triggers } from './triggers/registry.ts';

/** The last entry of this person into this automation. */
export type LastEntry = { startedAt: Date; live: boolean } | null;

export type Admission =
  | {
      enters: true;
      /** Two entries with one key are the same entry. */
      key: string;
      /** At most one such run of this person lives at a time. */
      single: boolean;
      record: Record<string, unknown>;
    }
  | { enters: false; reason: RefusalReason; record: Record<string, unknown> };

/** Why an event that an automation listens to did not let a person in. */
export type RefusalReason = 'not_addressed' | 'condition' | 'already_inside' | 'too_soon' | 'once' | 'runs_wild';

/** Whether an event lets a person in, with the values that decided. The re-entry rule needs the last entry alone. */
export function admit(program: Program, event: StoredEvent, facts: Facts, last: LastEntry): Admission {
  if (addressedEvents.has(event.type) && event.data['automationId'] !== program.automationId)
    return { enters: false, reason: 'not_addressed', record: {} };
  const { type, config } = program.document.trigger;
  const trigger = triggers[type];
  const said = trigger ? trigger.run(config, event, facts) : { starts: false, record: { trigger: type } };
  if (!said.starts) return { enters: false, reason: 'condition', record: said.record };
  return byRule(program, event, last, said.record);
}

function byRule(program: Program, event: StoredEvent, last: LastEntry, record: Record<string, unknown>): Admission {
  const { reentry, reentryAfter } = program.document.settings;
  const enters = (key: string, single = false): Admission => ({ enters: true, key, single, record });
  switch (reentry) {
    case 'always':
      return enters(event.id);
    case 'once':
      return last === null ? enters('once') : { enters: false, reason: 'once', record: at(last) };
    case 'once_per_subject':
      return enters(event.subjectId ?? event.id);
    case 'one_at_a_time':
      return last?.live ? { enters: false, reason: 'already_inside', record: at(last) } : enters(event.id, true);
    case 'after': {
      if (last === null) return enters(event.id, true);
      if (last.live) return { enters: false, reason: 'already_inside', record: at(last) };
      const again = addDuration(last.startedAt, reentryAfter, 'UTC');
      return event.occurredAt >= again
        ? enters(event.id, true)
        : { enters: false, reason: 'too_soon', record: { ...at(last), again: again.toISOString() } };
    }
  }
}

const at = (last: NonNullable<LastEntry>): Record<string, unknown> => ({ lastEntry: last.startedAt.toISOString() });
