import { Temporal } from '@js-temporal/polyfill';
import type { Language } from '#texts/index.ts';

/** What stands in a field, and what it means in the config: each pair is the inverse of the other. */

export const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;
export type DurationUnit = (typeof units)[number];
export type DurationPart = { amount: string; unit: DurationUnit };

/** The parts of an ISO 8601 duration; undefined when it is none. */
export function durationParts(text: unknown): DurationPart[] | undefined {
  const found =
    typeof text === 'string' &&
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (!found) return undefined;
  const parts = units.flatMap((unit, index) => {
    const amount = found[index + 1];
    return amount === undefined ? [] : [{ amount, unit }];
  });
  return parts.length > 0 ? parts : undefined;
}

const letters: Readonly<Record<DurationUnit, string>> = {
  year: 'Y',
  month: 'M',
  week: 'W',
  day: 'D',
  hour: 'H',
  minute: 'M',
  second: 'S',
};

/** One duration of parts; undefined while a part is no number. Parts of the same unit add up. */
export function durationOf(parts: readonly DurationPart[]): string | undefined {
  const sums = new Map<DurationUnit, string>();
  for (const { amount, unit } of parts) {
    const text = amount.trim().replace(',', '.');
    if (!/^\d{1,7}(\.\d{1,3})?$/.test(text)) return undefined;
    const before = sums.get(unit);
    sums.set(unit, before === undefined ? text : String(Number(before) + Number(text)));
  }
  let date = '';
  let time = '';
  for (const unit of units) {
    const amount = sums.get(unit);
    if (amount === undefined) continue;
    if (amount.includes('.') && unit !== 'second') return undefined;
    if (unit === 'hour' || unit === 'minute' || unit === 'second') time += amount + letters[unit];
    else date += amount + letters[unit];
  }
  return date || time ? `P${date}${time && `T${time}`}` : undefined;
}

/** A sum as one types it: no sign of the currency, kopecks only where there are some. */
export function moneyText(minor: unknown, language: Language): string {
  if (typeof minor !== 'number' || !Number.isFinite(minor)) return '';
  const digits = minor % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minor / 100);
}

/** Whole minor units; undefined when it is no sum. A comma may part thousands or kopecks, as people write. */
export function minorOf(text: string): number | undefined {
  const plain = ungrouped(text, 'en');
  if (!/^-?\d{1,12}(\.\d{0,2})?$/.test(plain)) return undefined;
  const [whole = '0', rest = ''] = plain.replace('-', '').split('.');
  const minor = Number(whole) * 100 + Number(rest.padEnd(2, '0'));
  return plain.startsWith('-') && minor !== 0 ? -minor : minor;
}

export function numberText(value: unknown, language: Language): string {
  if (typeof value !== 'number' || !Number.isFinite(value)) return '';
  return new Intl.NumberFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    maximumFractionDigits: 20,
    useGrouping: Math.abs(value) >= 10_000,
  }).format(value);
}

export function numberOf(text: string, language: Language): number | undefined {
  const plain = ungrouped(text, language);
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** The day and the time of an instant on the wall clock of a zone; seconds only where there are some. */
export function momentParts(iso: unknown, zone: string): { date: string; time: string } | undefined {
  try {
    const at = Temporal.Instant.from(String(iso)).toZonedDateTimeISO(zone);
    const time = at.toPlainTime();
    return {
      date: at.toPlainDate().toString(),
      time: time.toString({ smallestUnit: time.second === 0 && time.millisecond === 0 ? 'minute' : 'millisecond' }),
    };
  } catch {
    return undefined;
  }
}

/** An hour that a clock change skips is the first one after it. */
export function momentOf(date: string, time: string, zone: string): string | undefined {
  try {
    const at = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time || '00:00'));
    return new Date(at.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds).toISOString();
  } catch {
    return undefined;
  }
}

function ungrouped(text: string, language: Language): string {
  const bare = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace('−', '-');
  // In English "3,000" and "3,000.50" are thousands; "3,5" and "0,125" are not.
  if (language === 'en' && /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(bare)) return bare.replaceAll(',', '');
  return bare.replace(',', '.');
}
