/** An RRULE that an owner can mean: days, never hours. Days of the week are ISO, Monday is 1. */
export type Rule = {
  every: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  /** `nth`: 1 the first of the month (of the year), -1 the last; undefined is each of them. */
  weekdays: readonly { weekday: number; nth: number | undefined }[];
  /** 1..31, or counted from the end of the month: -1 is the last day. */
  monthDays: readonly number[];
  months: readonly number[];
  /** Which of the days that the rest of the rule picks out of one month or year. */
  positions: readonly number[];
  count: number | undefined;
  /** `clock` is compared with what the wall clock shows, an `instant` with the moment itself. */
  until: { kind: 'clock' | 'instant'; ms: number } | undefined;
  weekStart: number;
};

type RuleProblem = 'rule_invalid' | 'rule_too_often';

/** Reads an RRULE without DTSTART and EXDATE. Parts that this language does not know are a problem. */
export function ruleOf(text: string): Rule | RuleProblem {
  const parts = partsOf(text.replace(/^RRULE:/, ''));
  if (!parts) return 'rule_invalid';
  const every = parts['FREQ'] ?? '';
  if (['SECONDLY', 'MINUTELY', 'HOURLY'].includes(every)) return 'rule_too_often';
  if (every !== 'DAILY' && every !== 'WEEKLY' && every !== 'MONTHLY' && every !== 'YEARLY') return 'rule_invalid';
  try {
    const rule: Rule = {
      every,
      interval: numbersOf(parts['INTERVAL'] ?? '1', { least: 1, most: 999 })[0] ?? 1,
      weekdays: listOf(parts['BYDAY']).map(weekdayOf),
      monthDays: numbersOf(parts['BYMONTHDAY'], { least: -31, most: 31 }),
      months: numbersOf(parts['BYMONTH'], { least: 1, most: 12 }),
      positions: numbersOf(parts['BYSETPOS'], { least: -366, most: 366 }),
      count: numbersOf(parts['COUNT'], { least: 1, most: 999 })[0],
      until: parts['UNTIL'] === undefined ? undefined : untilOf(parts['UNTIL']),
      weekStart: weekdayOf(parts['WKST'] ?? 'MO').weekday,
    };
    return fitsTogether(rule) ? rule : 'rule_invalid';
  } catch (error) {
    if (error instanceof RangeError) return 'rule_invalid';
    throw error;
  }
}

const known = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'WKST'];
const single = ['INTERVAL', 'COUNT', 'WKST'];

function partsOf(text: string): Record<string, string> | undefined {
  const pairs = text.split(';').map((part) => part.split('='));
  const parts: Record<string, string> = {};
  for (const [name, value, ...rest] of pairs) {
    if (name === undefined || !known.includes(name) || !value || rest.length > 0) return undefined;
    if (name in parts || (single.includes(name) && value.includes(','))) return undefined;
    parts[name] = value;
  }
  return parts;
}

/** What RFC 5545 allows together; a mixture such as MO,1TU is left out, no calendar agrees on what it means. */
function fitsTogether({ every, weekdays, monthDays, positions, count, until }: Rule): boolean {
  const numbered = weekdays.filter(({ nth }) => nth !== undefined).length;
  const byMonthOrYear = every === 'MONTHLY' || every === 'YEARLY';
  if (numbered > 0 && (!byMonthOrYear || numbered < weekdays.length)) return false;
  if (every === 'WEEKLY' && monthDays.length > 0) return false;
  if (positions.length > 0 && (!byMonthOrYear || weekdays.length + monthDays.length === 0)) return false;
  return count === undefined || until === undefined;
}

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function weekdayOf(text: string): Rule['weekdays'][number] {
  const found = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text);
  if (!found) throw new RangeError(text);
  const [nth] = numbersOf(found[1], { least: -53, most: 53 });
  return { weekday: weekdayNames.indexOf(found[2] ?? '') + 1, nth };
}

function numbersOf(text: string | undefined, { least, most }: { least: number; most: number }): number[] {
  return listOf(text).map((item) => {
    const number = /^[+-]?\d{1,4}$/.test(item) ? Number(item) : NaN;
    if (!(number >= least && number <= most) || number === 0) throw new RangeError(item);
    return number;
  });
}

const listOf = (text: string | undefined): string[] => (text === undefined ? [] : [...new Set(text.split(','))]);

/** A date is its whole day; a moment with Z is an instant, as RFC 5545 has it; one without is read by the wall clock. */
function untilOf(text: string): NonNullable<Rule['until']> {
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(text);
  const [, year, month, day, hour = '23', minute = '59', second = '59', zulu] = found ?? [];
  const stamp = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const ms = Date.parse(`${stamp}Z`);
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 19) !== stamp) throw new RangeError(text);
  return { kind: zulu === 'Z' ? 'instant' : 'clock', ms };
}
