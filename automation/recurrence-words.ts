import type { TimeOfDay } from '#domain/time-rules.ts';
import { ruleOf, type Rule } from './recurrence-rule.ts';
import { languageOfDays } from './recurrence-day-words.ts';
import type { Language } from './words.ts';

/**
 * The rule in plain words: "по понедельникам и четвергам в 10:00", "every Monday and Thursday at 10:00", "каждый месяц
 * 1-го числа в 09:00". A rule that cannot be read is given back as it is.
 */
export function recurrenceWords(
  recurrence: { rule: string; startDate: string; time: TimeOfDay },
  language: Language,
): string {
  const rule = ruleOf(recurrence.rule);
  if (typeof rule === 'string') return recurrence.rule;
  const words = languageOfDays[language];
  const said = saidOutright(rule, recurrence.startDate);
  const at = `${words.at} ${recurrence.time}`;
  return [`${daysInWords(said, language)} ${at}`, ...limitsInWords(said, language), ...endInWords(rule, language)].join(
    ', ',
  );
}

/** What the first date leaves to be understood: the weekday of a weekly rule, the day of a monthly or yearly one. */
function saidOutright(rule: Rule, startDate: string): Rule {
  if (rule.weekdays.length + rule.monthDays.length > 0 || rule.every === 'DAILY') return rule;
  const start = new Date(`${startDate}T00:00:00Z`);
  if (rule.every === 'WEEKLY') return { ...rule, weekdays: [{ weekday: start.getUTCDay() || 7, nth: undefined }] };
  const isMonthOpen = rule.every === 'YEARLY' && rule.months.length === 0;
  return {
    ...rule,
    monthDays: [start.getUTCDate()],
    months: isMonthOpen ? [start.getUTCMonth() + 1] : rule.months,
  };
}

function daysInWords(rule: Rule, language: Language): string {
  const words = languageOfDays[language];
  const every = words.every(rule.every, rule.interval);
  const plain = rule.weekdays.map(({ weekday }) => weekday);
  if (rule.every === 'DAILY') return every;
  if (rule.every === 'WEEKLY') return rule.interval === 1 ? words.onEach(plain) : `${every} ${words.on(plain)}`;
  const [day, month] = [rule.monthDays[0], rule.months[0]];
  const isDate = rule.monthDays.length === 1 && rule.months.length === 1 && rule.weekdays.length === 0;
  if (rule.every === 'YEARLY' && isDate && rule.positions.length === 0 && day !== undefined && month !== undefined)
    if (day > 0) return `${every} ${words.date(day, month)}`;
  const inMonths = rule.every === 'YEARLY' && rule.months.length > 0 ? [words.inMonths(rule.months)] : [];
  return [every, ...inMonths, daysOfPeriod(rule, language)].join(' ');
}

/** Which days of a month or year. */
function daysOfPeriod({ weekdays, monthDays, positions }: Rule, language: Language): string {
  const words = languageOfDays[language];
  const plain = weekdays.map(({ weekday }) => weekday);
  const days = monthDays.length > 0 ? words.onDates(monthDays) : '';
  const isNumbered = weekdays.some(({ nth }) => nth !== undefined);
  const named = isNumbered
    ? words.list(weekdays.map(({ weekday, nth }) => words.onNth(nth ?? 1, weekday)))
    : words.on(plain);
  const picked = weekdays.length === 0 ? days : days === '' ? named : `${days} ${words.ifIts(named)}`;
  if (positions.length === 0) return picked;
  return words.picked(positions, weekdays.length > 0 && days === '' ? { weekdays: plain } : { days: picked });
}

/** What only narrows a rule that is already said. */
function limitsInWords(rule: Rule, language: Language): string[] {
  const words = languageOfDays[language];
  const limits: string[] = [];
  if (rule.every === 'DAILY' && rule.weekdays.length > 0)
    limits.push(words.on(rule.weekdays.map(({ weekday }) => weekday)));
  if (rule.every === 'DAILY' && rule.monthDays.length > 0) limits.push(words.onDates(rule.monthDays));
  if (rule.every !== 'YEARLY' && rule.months.length > 0) limits.push(words.inMonths(rule.months));
  return limits.map((limit) => `${words.only} ${limit}`);
}

function endInWords({ count, until }: Rule, language: Language): string[] {
  const words = languageOfDays[language];
  if (count !== undefined) return [words.times(count)];
  return until === undefined ? [] : [words.until(new Date(until.ms))];
}
