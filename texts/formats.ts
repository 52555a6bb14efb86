type Language = 'ru' | 'en';

const locales = { ru: 'ru-RU', en: 'en-GB' } as const;
const NBSP = '\u00a0';

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

/** An amount for people: "2 480 ₽", "2,480 ₽". Kopecks only where there are some; a no-break space before the sign. */
export function money(language: Language, minor: number, currency: string): string {
  const digits = minor % 100 === 0 ? 0 : 2;
  if (currency === 'RUB') return `${numberFormat(language, digits).format(minor / 100)}${NBSP}₽`;
  return new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
  }).format(minor / 100);
}

/** A whole number for people. */
export function number(language: Language, value: number): string {
  return numberFormat(language, 0).format(value);
}

export type DateStyle = 'time' | 'date' | 'dateTime' | 'weekday';

/** A moment on the wall clock of a zone: "13:50", "21 нояб. 2026 г.", "сб 21 нояб., 13:50", "сб 21 нояб.". */
export function dateTime(language: Language, date: Date, zone: string, style: DateStyle = 'dateTime'): string {
  const time = () => dateFormat(language, zone, 'time').format(date);
  if (style === 'time') return time();
  if (style === 'date') return dateFormat(language, zone, 'date').format(date);
  const parts = dateFormat(language, zone, 'weekday').formatToParts(date);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const words = `${part('weekday')} ${part('day')}${NBSP}${part('month')}`;
  return style === 'weekday' ? words : `${words}, ${time()}`;
}

/** A calendar day such as 2026-11-21, wherever the reader is: "сб 21 нояб.", "Sat 21 Nov". */
export function day(language: Language, isoDate: string): string {
  return dateTime(language, new Date(`${isoDate}T12:00:00Z`), 'UTC', 'weekday');
}

function numberFormat(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language}:${digits}`;
  const known = numbers.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  numbers.set(key, made);
  return made;
}

function dateFormat(language: Language, zone: string, style: 'time' | 'date' | 'weekday'): Intl.DateTimeFormat {
  const key = `${language}:${zone}:${style}`;
  const known = dates.get(key);
  if (known) return known;
  const fields = {
    time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    date: { day: 'numeric', month: 'short', year: 'numeric' },
    weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  } as const satisfies Record<string, Intl.DateTimeFormatOptions>;
  const made = new Intl.DateTimeFormat(locales[language], { ...fields[style], timeZone: zone });
  dates.set(key, made);
  return made;
}
