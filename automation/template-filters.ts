import type { Context, Liquid } from 'liquidjs';

/** The fixed filters of owners' texts beside Liquid's own. The client's language and zone come from what is known of them. */
export function registerFilters(engine: Liquid): void {
  engine.registerFilter('money', money);
  engine.registerFilter('when', when);
  engine.registerFilter('plural', plural);
}

type Filtering = { context: Context };

const known = ({ context }: Filtering, name: string, fallback: string): string => {
  const contact = context.getSync(['contact']) as Record<string, unknown> | undefined;
  const value = contact?.[name];
  return typeof value === 'string' && value !== '' ? value : fallback;
};

/** Nothing where there is no sum, so that a fallback can stand there. */
function money(minor: unknown, currency: unknown = 'RUB', language: unknown = 'ru'): string {
  if (minor === null || minor === undefined || minor === '' || !Number.isFinite(Number(minor))) return '';
  return new Intl.NumberFormat(String(language), {
    style: 'currency',
    currency: String(currency),
    minimumFractionDigits: Number(minor) % 100 === 0 ? 0 : 2,
  }).format(Number(minor) / 100);
}

const forms = {
  day: { weekday: 'short', day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hour12: false },
  both: { weekday: 'short', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hour12: false },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * A moment by the client's clock and in their language: `{{ order.pickupAt | when }}`, `| when: 'day'`, `| when: 'time'`.
 * A day without a time stays a day. Nothing where there is no moment.
 */
function when(this: Filtering, value: unknown, form: unknown = 'both'): string {
  const moment = typeof value === 'string' ? new Date(value) : undefined;
  if (moment === undefined || Number.isNaN(moment.getTime())) return '';
  const isDay = (value as string).length === 10;
  const shape = isDay ? 'day' : Object.hasOwn(forms, String(form)) ? (form as keyof typeof forms) : 'both';
  const zone = isDay ? 'UTC' : known(this, 'timeZone', 'UTC');
  return clockFor(known(this, 'language', 'ru') === 'en' ? 'en-GB' : 'ru', shape, zone).format(moment);
}

/** To make one takes fifty times as long as to ask it. */
function clockFor(locale: string, shape: keyof typeof forms, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${shape} ${timeZone}`;
  const kept = clocks.get(key);
  if (kept) return kept;
  const clock = new Intl.DateTimeFormat(locale, { ...forms[shape], timeZone });
  if (clocks.size >= KEPT_CLOCKS) clocks.clear();
  clocks.set(key, clock);
  return clock;
}
const clocks = new Map<string, Intl.DateTimeFormat>();
const KEPT_CLOCKS = 200;

/** A number with its word: `{{ contact.ordersPaid | plural: 'заказ', 'заказа', 'заказов' }}`; in English two words. */
function plural(this: Filtering, value: unknown, ...words: unknown[]): string {
  const count = Number(value);
  if (value === null || value === undefined || value === '' || !Number.isFinite(count)) return '';
  const language = known(this, 'language', 'ru');
  const [one = '', few = one, many = few] = words.map(String);
  const byRule: Readonly<Record<string, string>> = { one, few, many };
  const word = byRule[new Intl.PluralRules(language).select(count)] ?? few;
  return `${new Intl.NumberFormat(language).format(count)}\u00a0${word}`;
}
