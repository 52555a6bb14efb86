import { addDays } from '#domain/time.ts';
import type { View } from './use-view.ts';

/** The day, the week or the month after or before. Months go from first to first: a shorter one has no 31st. */
export function stepped(view: View, day: string, by: 1 | -1): string {
  if (view === 'week') return addDays(day, 7 * by);
  if (view !== 'month') return addDays(day, by);
  const [year = 0, month = 1] = day.split('-').map(Number);
  const next = new Date(Date.UTC(year, month - 1 + by, 1));
  return next.toISOString().slice(0, 10);
}
