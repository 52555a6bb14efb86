import type { AutomationDocument } from '../document.ts';
import { DAY_MS, HOUR_MS, lengthMs } from './lengths.ts';

/**
 * How many entries of one person can have a share in the same `hours` at most, with a stay of `stayMs`; null when
 * nothing bounds it: a client can do as often as they like what starts the chain.
 */
export function entriesWithin(document: AutomationDocument, hours: number, stayMs: number): number | null {
  const { reentry, reentryAfter } = document.settings;
  if (reentry === 'once') return 1;
  const apartMs = Math.max(apartByStart(document), reentry === 'after' ? lengthMs(reentryAfter) : 0);
  if (apartMs === 0) return null;
  const spanMs = hours * HOUR_MS;
  const begun = Math.ceil((stayMs + spanMs) / apartMs);
  // Only one at a time: the one that is inside, and those that begin after it.
  const single = reentry === 'after' || reentry === 'one_at_a_time';
  const most = single ? Math.min(begun, 1 + Math.ceil(spanMs / apartMs)) : begun;
  return Number.isFinite(most) ? Math.max(1, most) : null;
}

/** What surely lies between two starts of one person, by what starts the chain. */
function apartByStart({ trigger }: AutomationDocument): number {
  // Schedules name days, and one time of day.
  if (trigger.type === 'schedule') return DAY_MS;
  if (trigger.type !== 'date') return 0;
  const { field, yearly } = trigger.config;
  if (yearly === true) return 365 * DAY_MS;
  // When a client first came does not happen again; other dates move.
  return field === 'contact.since' ? Infinity : 0;
}
