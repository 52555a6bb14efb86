import { ruleOf, type Rule } from '#automation/recurrence-rule.ts';

/** A repeating schedule as an owner edits it; `text` is the rule that the rest cannot say. */
export type RecurrenceView =
  | { every: 'day'; interval: number }
  | { every: 'week'; interval: number; days: readonly number[] }
  /** -1 is the last day of the month. */
  | { every: 'month_day'; interval: number; day: number }
  /** The second Tuesday; -1 is the last one. */
  | { every: 'month_weekday'; interval: number; nth: number; weekday: number }
  | { every: 'text'; text: string };
export type Every = RecurrenceView['every'];

export const everyKinds = ['day', 'week', 'month_day', 'month_weekday', 'text'] as const satisfies readonly Every[];
export const ordinals = [1, 2, 3, 4, -1] as const;

/** How a rule is edited. One that says more than the fields can show stays a text, so that nothing of it is lost. */
export function viewOf(rule: string): RecurrenceView {
  const read = ruleOf(rule);
  const view = typeof read === 'string' ? undefined : plainView(read);
  return view ?? { every: 'text', text: rule };
}

export function ruleOfView(view: RecurrenceView): string {
  if (view.every === 'text') return view.text.trim();
  const often = view.interval === 1 ? '' : `;INTERVAL=${view.interval}`;
  switch (view.every) {
    case 'day':
      return `FREQ=DAILY${often}`;
    case 'week':
      return `FREQ=WEEKLY${often}${view.days.length > 0 ? `;BYDAY=${view.days.map(letters).join(',')}` : ''}`;
    case 'month_day':
      return `FREQ=MONTHLY${often};BYMONTHDAY=${view.day}`;
    case 'month_weekday':
      return `FREQ=MONTHLY${often};BYDAY=${view.nth}${letters(view.weekday)}`;
  }
}

/** The same schedule said by other fields: what both have stays. */
export function turned(view: RecurrenceView, every: Every): RecurrenceView {
  if (view.every === every) return view;
  const interval = view.every === 'text' ? 1 : view.interval;
  const day = view.every === 'week' ? view.days[0] : view.every === 'month_weekday' ? view.weekday : undefined;
  switch (every) {
    case 'day':
      return { every, interval };
    case 'week':
      return { every, interval, days: [day ?? 1] };
    case 'month_day':
      return { every, interval, day: 1 };
    case 'month_weekday':
      return { every, interval, nth: 1, weekday: day ?? 1 };
    case 'text':
      return { every, text: ruleOfView(view) };
  }
}

/** What the fields can show of a rule; undefined when it says more than that. */
function plainView(rule: Rule): RecurrenceView | undefined {
  const { every, interval, weekdays, monthDays } = rule;
  const more = rule.months.length + rule.positions.length > 0 || rule.count !== undefined || rule.until !== undefined;
  if (more || rule.weekStart !== 1) return undefined;
  const [weekday] = weekdays;
  const [day] = monthDays;
  if (every === 'DAILY' && weekdays.length + monthDays.length === 0) return { every: 'day', interval };
  if (every === 'WEEKLY') return { every: 'week', interval, days: weekdays.map((one) => one.weekday) };
  if (every !== 'MONTHLY') return undefined;
  if (monthDays.length === 1 && weekdays.length === 0 && day !== undefined && day >= -1)
    return { every: 'month_day', interval, day };
  if (monthDays.length > 0 || weekdays.length !== 1 || weekday?.nth === undefined) return undefined;
  const shown = ordinals.some((nth) => nth === weekday.nth);
  return shown ? { every: 'month_weekday', interval, nth: weekday.nth, weekday: weekday.weekday } : undefined;
}

const letters = (weekday: number): string => ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][weekday - 1] ?? 'MO';
