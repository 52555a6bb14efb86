import type { Rule } from './recurrence-rule.ts';
import type { Language } from './words.ts';

/** How each language names days; weekdays are ISO, months 1..12, days of a month 1..31 or -1 (the last) and below. */
export type DayWords = {
  at: string;
  only: string;
  every: (unit: Rule['every'], interval: number) => string;
  onEach: (weekdays: readonly number[]) => string;
  on: (weekdays: readonly number[]) => string;
  onNth: (nth: number, weekday: number) => string;
  onDates: (days: readonly number[]) => string;
  ifIts: (named: string) => string;
  /** Positions among weekdays ("the first working day") or among days that were named otherwise. */
  picked: (positions: readonly number[], from: { weekdays: readonly number[] } | { days: string }) => string;
  date: (day: number, month: number) => string;
  inMonths: (months: readonly number[]) => string;
  times: (count: number) => string;
  until: (day: Date) => string;
  list: (items: readonly string[]) => string;
};

const isWorkingWeek = (weekdays: readonly number[]): boolean =>
  weekdays.length === 5 && [1, 2, 3, 4, 5].every((day) => weekdays.includes(day));
const isWholeWeek = (weekdays: readonly number[]): boolean => weekdays.length === 7;
const inOrder = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
const dateWords = (day: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);

const inEnglish = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  months: 'January February March April May June July August September October November December'.split(' '),
  ordinals: ['first', 'second', 'third', 'fourth', 'fifth'],
  units: { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' },
};
const english = (items: readonly string[]): string => new Intl.ListFormat('en-GB').format(items);
const suffixes = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
const ordinalRules = new Intl.PluralRules('en', { type: 'ordinal' });
const numbered = (number: number): string => `${number}${suffixes[ordinalRules.select(number)]}`;
const placeInEnglish = (nth: number): string => {
  if (nth === -1) return 'last';
  if (nth < 0) return `${numbered(-nth)} last`;
  return inEnglish.ordinals[nth - 1] ?? numbered(nth);
};
const weekdaysInEnglish = (weekdays: readonly number[]): string =>
  english(inOrder(weekdays).map((day) => inEnglish.weekdays[day - 1] ?? ''));

const en: DayWords = {
  at: 'at',
  only: 'only',
  every: (unit, interval) =>
    interval === 1 ? `every ${inEnglish.units[unit]}` : `every ${interval} ${inEnglish.units[unit]}s`,
  onEach: (days) =>
    isWholeWeek(days) ? 'every day' : isWorkingWeek(days) ? 'every working day' : `every ${weekdaysInEnglish(days)}`,
  on: (days) => (isWorkingWeek(days) ? 'on working days' : `on ${weekdaysInEnglish(days)}`),
  onNth: (nth, weekday) => `on the ${placeInEnglish(nth)} ${inEnglish.weekdays[weekday - 1] ?? ''}`,
  onDates: (days) => `on the ${english(days.map((day) => (day > 0 ? numbered(day) : `${placeInEnglish(day)} day`)))}`,
  ifIts: (named) => `if it falls ${named}`,
  picked: (positions, from) => {
    const places = english(positions.map(placeInEnglish));
    if ('days' in from) return `on the ${places} of these: ${from.days}`;
    if (isWorkingWeek(from.weekdays)) return `on the ${places} working day`;
    if (isWholeWeek(from.weekdays)) return `on the ${places} day`;
    return `on the ${places} of these: ${weekdaysInEnglish(from.weekdays)}`;
  },
  date: (day, month) => `on ${day} ${inEnglish.months[month - 1] ?? ''}`,
  inMonths: (months) => `in ${english(inOrder(months).map((month) => inEnglish.months[month - 1] ?? ''))}`,
  times: (count) => (count === 1 ? 'once' : `${count} times in all`),
  until: (day) => `until ${dateWords(day, 'en-GB')}`,
  list: english,
};

const inRussian = {
  dative: 'понедельникам вторникам средам четвергам пятницам субботам воскресеньям'.split(' '),
  accusative: 'понедельник вторник среду четверг пятницу субботу воскресенье'.split(' '),
  nominative: 'понедельник вторник среда четверг пятница суббота воскресенье'.split(' '),
  /** Masculine, feminine, neuter: which of them each weekday is. */
  genders: [0, 0, 1, 0, 1, 1, 2],
  ordinals: [
    ['первый', 'первую', 'первое'],
    ['второй', 'вторую', 'второе'],
    ['третий', 'третью', 'третье'],
    ['четвёртый', 'четвёртую', 'четвёртое'],
    ['пятый', 'пятую', 'пятое'],
  ],
  last: ['последний', 'последнюю', 'последнее'],
  endings: ['й', 'ю', 'е'],
  genitive: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  prepositional: 'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре'.split(' '),
  units: {
    DAILY: { one: 'день', few: 'дня', many: 'дней' },
    WEEKLY: { one: 'неделю', few: 'недели', many: 'недель' },
    MONTHLY: { one: 'месяц', few: 'месяца', many: 'месяцев' },
    YEARLY: { one: 'год', few: 'года', many: 'лет' },
  },
};
const russian = (items: readonly string[]): string => new Intl.ListFormat('ru').format(items);
const pluralRules = new Intl.PluralRules('ru');
const formOf = (count: number): 'one' | 'few' | 'many' => {
  const form = pluralRules.select(count);
  return form === 'one' || form === 'few' ? form : 'many';
};
const placeInRussian = (nth: number, gender = 0): string => {
  if (nth === -1) return inRussian.last[gender] ?? '';
  if (nth < 0) return `${-nth}-${inRussian.endings[gender] ?? ''} с конца`;
  return inRussian.ordinals[nth - 1]?.[gender] ?? `${nth}-${inRussian.endings[gender] ?? ''}`;
};
const inPlace = (nth: number, gender?: number): string => `${nth === 2 ? 'во' : 'в'} ${placeInRussian(nth, gender)}`;
const weekdaysInRussian = (weekdays: readonly number[], form: 'dative' | 'nominative'): string =>
  russian(inOrder(weekdays).map((day) => inRussian[form][day - 1] ?? ''));

const ru: DayWords = {
  at: 'в',
  only: 'только',
  every: (unit, interval) => {
    const form = formOf(interval);
    const word = inRussian.units[unit][form];
    if (form !== 'one') return `каждые ${interval} ${word}`;
    return `${unit === 'WEEKLY' ? 'каждую' : 'каждый'} ${interval === 1 ? '' : `${interval} `}${word}`;
  },
  onEach: (days) => (isWholeWeek(days) ? 'каждый день' : ru.on(days)),
  on: (days) => (isWorkingWeek(days) ? 'по будням' : `по ${weekdaysInRussian(days, 'dative')}`),
  onNth: (nth, weekday) => `${inPlace(nth, inRussian.genders[weekday - 1])} ${inRussian.accusative[weekday - 1] ?? ''}`,
  onDates: (days) => {
    const fromStart = days.filter((day) => day > 0).map((day) => `${day}-го`);
    const fromEnd = days.filter((day) => day < 0).map((day) => `${inPlace(day)} день`);
    return russian([...(fromStart.length > 0 ? [`${russian(fromStart)} числа`] : []), ...fromEnd]);
  },
  ifIts: (named) => `если они выпадают ${named}`,
  picked: (positions, from) => {
    const places = russian(positions.map((nth) => inPlace(nth)));
    if ('days' in from) return `${places} из этих дней: ${from.days}`;
    if (isWorkingWeek(from.weekdays)) return `${places} будний день`;
    if (isWholeWeek(from.weekdays)) return `${places} день`;
    return `${places} из этих дней: ${weekdaysInRussian(from.weekdays, 'nominative')}`;
  },
  date: (day, month) => `${day} ${inRussian.genitive[month - 1] ?? ''}`,
  inMonths: (months) => `в ${russian(inOrder(months).map((month) => inRussian.prepositional[month - 1] ?? ''))}`,
  times: (count) => `всего ${count} ${formOf(count) === 'few' ? 'раза' : 'раз'}`,
  until: (day) => `до ${dateWords(day, 'ru')} включительно`,
  list: russian,
};

export const languageOfDays: Readonly<Record<Language, DayWords>> = { ru, en };
