import { automationEn } from './automation.en.ts';
import { automationRu } from './automation.ru.ts';
import { bookingEn } from './booking.en.ts';
import { bookingRu } from './booking.ru.ts';
import { botBookingEn } from './bot-booking.en.ts';
import { botBookingRu } from './bot-booking.ru.ts';
import { botEn } from './bot.en.ts';
import { botRu } from './bot.ru.ts';
import { webBookingsEn } from './web-bookings.en.ts';
import { webBookingsRu } from './web-bookings.ru.ts';
import { webBuilderEn } from './web-builder.en.ts';
import { webBuilderRu } from './web-builder.ru.ts';
import { webDayEn } from './web-day.en.ts';
import { webDayRu } from './web-day.ru.ts';
import { webFormsEn } from './web-forms.en.ts';
import { webFormsRu } from './web-forms.ru.ts';
import { webServicesEn } from './web-services.en.ts';
import { webServicesRu } from './web-services.ru.ts';
import { webSettingsEn } from './web-settings.en.ts';
import { webSettingsRu } from './web-settings.ru.ts';
import { webVerifyEn } from './web-verify.en.ts';
import { webVerifyRu } from './web-verify.ru.ts';
import { webWatchEn } from './web-watch.en.ts';
import { webWatchRu } from './web-watch.ru.ts';
import { webBusinessEn } from './web-business.en.ts';
import { webBusinessRu } from './web-business.ru.ts';
import { businessEn } from './business.en.ts';
import { businessRu } from './business.ru.ts';
import { webEn } from './web.en.ts';
import { webRu } from './web.ru.ts';

export { dateTime, day, money, number } from './formats.ts';
export { weekday, workingHours } from './hours.ts';

export type Language = 'ru' | 'en';
/** Forms by `Intl.PluralRules` on `count`: ru needs one, few, many, other; en one, other. */
export type Plural = { one: string; few?: string | undefined; many?: string | undefined; other: string };
export type Params = Readonly<Record<string, string | number>>;

export const catalogues = {
  ru: {
    ...botRu,
    ...bookingRu,
    ...botBookingRu,
    ...webRu,
    ...automationRu,
    ...businessRu,
    ...webBuilderRu,
    ...webFormsRu,
    ...webVerifyRu,
    ...webWatchRu,
    ...webBusinessRu,
    ...webDayRu,
    ...webServicesRu,
    ...webBookingsRu,
    ...webSettingsRu,
  },
  en: {
    ...botEn,
    ...bookingEn,
    ...botBookingEn,
    ...webEn,
    ...automationEn,
    ...businessEn,
    ...webBuilderEn,
    ...webFormsEn,
    ...webVerifyEn,
    ...webWatchEn,
    ...webBusinessEn,
    ...webDayEn,
    ...webServicesEn,
    ...webBookingsEn,
    ...webSettingsEn,
  },
} as const;
export type TextKey = keyof (typeof catalogues)['ru'];

/** What a business says in its own words, by language and key. */
export type OwnWords = Readonly<Record<Language, Readonly<Record<string, string | Plural>>>>;
/** Who speaks to a client: in which language, and in whose words where they differ from the built-in ones. */
export type Voice = { language: Language; own?: OwnWords | undefined };

/**
 * The words of a key in a language, or in a business's voice. `{name}` takes `params.name` as it is: who writes HTML escapes first.
 * A plural takes its form from `params.count`.
 */
export function t(speaks: Language | Voice, key: TextKey, params: Params = {}): string {
  const { language, own } = typeof speaks === 'string' ? { language: speaks, own: undefined } : speaks;
  const builtIn = catalogues[language][key as keyof (typeof catalogues)['en']] as string | Plural | undefined;
  const entry = own?.[language][key] ?? builtIn;
  if (entry === undefined) throw new Error(`no words for "${key}" in ${language}`);
  const template = typeof entry === 'string' ? entry : form(language, entry, params['count']);
  return template.replaceAll(/\{(\w+)\}/g, (hole, name: string) => {
    // A hole in a message is better than a message that never leaves; a test finds it.
    return String(params[name] ?? hole);
  });
}

/** Whether there are words under a key that was put together at run time. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(catalogues.ru, key);
}

/** What a person reads when a rule said no. Facts that are no plain value are left out. */
export function errorWords(
  speaks: Language | Voice,
  code: string,
  facts: Readonly<Record<string, unknown>> = {},
): string {
  const key = `error.${code}`;
  if (!isTextKey(key)) return t(speaks, 'error.unknown');
  const plain = Object.entries(facts).filter((fact): fact is [string, string | number] =>
    ['string', 'number'].includes(typeof fact[1]),
  );
  const words = t(speaks, key, Object.fromEntries(plain));
  return words.includes('{') ? t(speaks, 'error.unknown') : words;
}

const rules = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };

function form(language: Language, plural: Plural, count: string | number | undefined): string {
  return plural[rules[language].select(Number(count ?? 0)) as keyof Plural] ?? plural.other;
}

/** A problem of an automation, as its owner reads it. */
export function issueWords(
  language: Language,
  issue: { code: string; path: string; facts: Readonly<Record<string, unknown>> },
): string {
  const key = `issue.${issue.code}`;
  if (!isTextKey(key)) return t(language, 'error.unknown');
  const facts = Object.entries({ ...issue.facts, path: issue.path }).map(([name, value]) => [
    name,
    // Facts in the owner's words come in both languages.
    String(isWords(value) ? value[language] : value),
  ]);
  const plain: Record<string, string> = Object.fromEntries(facts);
  return t(language, key, {
    ...plain,
    node: plain['title'] ?? plain['node'] ?? '',
    port: plain['way'] ?? plain['port'] ?? '',
  });
}

const isWords = (value: unknown): value is Record<Language, string> =>
  typeof value === 'object' && value !== null && 'ru' in value && 'en' in value;
