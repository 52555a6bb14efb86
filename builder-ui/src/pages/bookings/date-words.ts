import type { Language } from '#texts/index.ts';

const locales = { ru: 'ru-RU', en: 'en-GB' } as const;

/** A word in the middle of a sentence: "Маникюр" is "маникюр" there, "SPA" stays. */
export function within(text: string): string {
  const [first = '', second = ''] = [...text];
  return second !== '' && second === second.toUpperCase() && second !== second.toLowerCase()
    ? text
    : first.toLowerCase() + text.slice(first.length);
}

/** "Пятница, 20 ноября"; the year when it is another one than `today`'s. */
export function dayTitle(language: Language, day: string, today: string): string {
  return capital(dayWithin(language, day, today));
}

/** The same in the middle of a sentence: "пятница, 20 ноября", "Friday 20 November". */
export const dayWithin = (language: Language, day: string, today: string): string =>
  format(language, { weekday: 'long', day: 'numeric', month: 'long', ...yearOf(day, today) }).format(noon(day));

/** "16–22 ноября", "30 ноября – 6 декабря", "28 декабря 2026 г. – 3 января 2027 г.": the year of each end. */
export function daysTitle(language: Language, from: string, to: string, today: string): string {
  const otherYear = from.slice(0, 4) !== to.slice(0, 4) || from.slice(0, 4) !== today.slice(0, 4);
  return format(language, {
    day: 'numeric',
    month: 'long',
    ...(otherYear ? { year: 'numeric' } : {}),
  }).formatRange(noon(from), noon(to));
}

/** "Ноябрь 2026 г." */
export function monthTitle(language: Language, day: string): string {
  return capital(format(language, { month: 'long', year: 'numeric' }).format(noon(day)));
}

/** "пн", "Mon". */
export const weekdayShort = (language: Language, day: string): string =>
  format(language, { weekday: 'short' }).format(noon(day));

/** "пн, 16 ноября". */
export const dayLong = (language: Language, day: string): string =>
  format(language, { weekday: 'short', day: 'numeric', month: 'long' }).format(noon(day));

/** "Пт, 20 нояб.", "Fri 20 Nov": what fits into the head of a phone beside its buttons. */
export const phoneTitle = (language: Language, day: string): string =>
  capital(format(language, { weekday: 'short', day: 'numeric', month: 'short' }).format(noon(day)));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const noon = (day: string): Date => new Date(`${day.slice(0, 10)}T12:00:00Z`);
const yearOf = (day: string, today: string): { year?: 'numeric' } =>
  day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' };
const format = (language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
