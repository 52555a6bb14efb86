/** Words of the language itself (titles, sentences), in both languages of the product. */
export type Words = { ru: string; en: string };
export type Language = keyof Words;

/**
 * A duration as people say it: "2 minutes", "1 day 3 hours". Russian needs the case of what stands before it:
 * "подождать 1 минуту" (accusative), "не дольше 1 минуты" (genitive).
 */
export function durationWords(
  duration: string,
  language: Language,
  grammar: 'accusative' | 'genitive' = 'accusative',
): string {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(
    duration,
  );
  if (!found) return duration;
  const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;
  const parts = units.flatMap((unit, index) => {
    const amount = found[index + 1];
    if (amount === undefined) return [];
    return [language === 'ru' ? inRussian(Number(amount), unit, grammar) : inEnglish(Number(amount), unit)];
  });
  return parts.join(' ') || duration;
}

type Unit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';

/** The accusative of one, the genitive of one (also of two to four), the genitive of many. */
const forms: Readonly<Record<Unit, readonly [string, string, string]>> = {
  year: ['год', 'года', 'лет'],
  month: ['месяц', 'месяца', 'месяцев'],
  week: ['неделю', 'недели', 'недель'],
  day: ['день', 'дня', 'дней'],
  hour: ['час', 'часа', 'часов'],
  minute: ['минуту', 'минуты', 'минут'],
  second: ['секунду', 'секунды', 'секунд'],
};
const plural = new Intl.PluralRules('ru');

function inRussian(amount: number, unit: Unit, grammar: 'accusative' | 'genitive'): string {
  const [one, ofOne, ofMany] = forms[unit];
  const kind = plural.select(amount);
  const word =
    kind === 'one'
      ? grammar === 'accusative'
        ? one
        : ofOne
      : kind === 'other' || (kind === 'few' && grammar === 'accusative')
        ? ofOne
        : ofMany;
  return `${new Intl.NumberFormat('ru').format(amount)}\u00a0${word}`;
}

function inEnglish(amount: number, unit: Unit): string {
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

/** A moment with its offset: "24 hours before the pick-up time"; in Russian the moment comes first: "время выдачи, за 24 часа". */
export function offsetWords(offset: string, moment: string, language: Language): string {
  const length = offset.replace(/^[+-]/, '');
  if (/^P(?:T?0+[A-Z])+$/.test(length)) return moment;
  const before = offset.startsWith('-');
  if (language === 'ru') return `${moment}, ${before ? 'за' : 'через'} ${durationWords(length, 'ru')}`;
  return `${durationWords(length, 'en')} ${before ? 'before' : 'after'} ${moment}`;
}

const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  ru: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** "Mon, Wed"; empty for every day. */
export const weekdayWords = (days: readonly number[], language: Language): string =>
  days.length === 0 || days.length === 7
    ? ''
    : [...days]
        .sort()
        .map((day) => weekdayNames[language][day - 1])
        .join(', ');
