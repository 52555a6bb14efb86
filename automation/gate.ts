import { addDuration } from '#domain/time.ts';
import { nextAllowed } from '#domain/time-rules.ts';
import type { CappedClass, Facts } from './facts.ts';
import type { AutomationSettings } from './settings.ts';

/** When a message may go, and what decided. */
export type Gate =
  | { kind: 'open'; record: Record<string, unknown> }
  | { kind: 'later'; until: Date; record: Record<string, unknown> }
  | { kind: 'skip'; record: Record<string, unknown> };

/** An answer to what the client has just done is expected, at any hour. */
const ANSWER_MINUTES = 10;
const HOUR_MS = 3_600_000;

/**
 * Quiet hours, caps and lateness of the messages that a step is about to send. Pure: asked again at the moment that it
 * named. Quiet hours and caps hold `service` and `marketing` messages alike.
 */
export function gate(
  settings: AutomationSettings,
  message: { class: CappedClass; now: Date; dueAt: Date; heardAt: Date | null; skipBefore: Date | null; facts: Facts },
): Gate {
  const { now, dueAt, facts } = message;
  if (message.class === 'marketing' && !facts.contact.consent)
    return { kind: 'skip', record: { notSent: 'no_consent' } };
  if (message.skipBefore && dueAt < message.skipBefore)
    return { kind: 'skip', record: { notSent: 'paused', dueAt: dueAt.toISOString() } };
  const zone = facts.contact.timeZone;
  const latest = settings.lateAfter === undefined ? null : addDuration(dueAt, settings.lateAfter, zone);
  if (latest && now > latest) return { kind: 'skip', record: { notSent: 'late', dueAt: dueAt.toISOString() } };
  const answers = message.heardAt !== null && now.getTime() - message.heardAt.getTime() <= ANSWER_MINUTES * 60_000;
  if (answers) return { kind: 'open', record: {} };
  const held = heldUntil(settings, message);
  if (held === null) return { kind: 'open', record: {} };
  if (held.by === 'cap' && settings.onCap === 'skip')
    return { kind: 'skip', record: { notSent: 'cap', ...held.record } };
  if (held.until === null || (latest && held.until > latest))
    return { kind: 'skip', record: { notSent: `late_by_${held.by}`, ...held.record } };
  return { kind: 'later', until: held.until, record: { heldBy: held.by, ...held.record } };
}

type Held = { by: 'quiet_hours' | 'cap'; until: Date | null; record: Record<string, unknown> };

/** The first moment that both the quiet hours and every cap allow; null when that is now. */
function heldUntil(
  settings: AutomationSettings,
  { class: kind, now, facts }: { class: CappedClass; now: Date; facts: Facts },
): Held | null {
  let until = now;
  let held: Held | null = null;
  // Each turn moves the moment on by a rule; a cap and quiet hours can push each other a few times.
  for (let turn = 0; turn < 20; turn += 1) {
    if (settings.quietHours) {
      const after = nextAllowed(until, { quiet: settings.quietHours }, facts.contact.timeZone);
      if (after === null) return { by: 'quiet_hours', until: null, record: { quietHours: settings.quietHours } };
      if (after > until) {
        until = after;
        held ??= { by: 'quiet_hours', until, record: { ...settings.quietHours, zone: facts.contact.timeZone } };
      }
    }
    const capped = settings.onCap === 'ignore' ? null : overCap(kind, until, facts);
    if (capped === null) return held && { ...held, until };
    if (capped.until > until) until = capped.until;
    held ??= { by: 'cap', until, record: capped.record };
  }
  return held && { ...held, until };
}

/** The cap that a message at `at` would break, and when it no longer would. */
function overCap(kind: CappedClass, at: Date, facts: Facts): { until: Date; record: Record<string, unknown> } | null {
  for (const cap of facts.limits.caps) {
    if (cap.class !== kind || cap.most < 1) continue;
    const from = at.getTime() - cap.hours * HOUR_MS;
    const within = facts.limits.sent.filter((one) => one.class === kind && Date.parse(one.at) > from);
    const first = within[within.length - cap.most];
    if (first)
      return {
        until: new Date(Date.parse(first.at) + cap.hours * HOUR_MS),
        record: { most: cap.most, hours: cap.hours, had: within.length },
      };
  }
  return null;
}
