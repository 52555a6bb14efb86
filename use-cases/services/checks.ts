import { BusinessError } from '#domain/errors.ts';
import type { Localized } from '#persistence/entities/shop.ts';

/** Whole minutes of a service: five minutes to a day. */
const DURATION = { min: 5, max: 1_440 } as const;
const MOST_MINOR = 1_000_000_000;

/** @throws BusinessError `setting_invalid` with the limits when it is no whole number within them. */
export function checkNumber(value: number, at: { path: string; min: number; max: number }): void {
  if (!Number.isSafeInteger(value) || value < at.min || value > at.max) throw new BusinessError('setting_invalid', at);
}

/** @throws BusinessError `duration_invalid`. */
export function checkDuration(minutes: number, path: string): void {
  if (!Number.isSafeInteger(minutes) || minutes < DURATION.min || minutes > DURATION.max)
    throw new BusinessError('duration_invalid', { path, minutes, ...DURATION });
}

/** Nothing is a price too: the first talk is often free. @throws BusinessError `service_price_invalid`. */
export function checkPrice(minor: number, path: string): void {
  if (!Number.isSafeInteger(minor) || minor < 0 || minor > MOST_MINOR)
    throw new BusinessError('service_price_invalid', { path, max: MOST_MINOR / 100 });
}

/**
 * A name in both languages; who gave one gets it in both. @throws BusinessError `title_invalid`.
 */
export function checkedTitle(text: Localized, path: string, max = 120): Localized {
  const both = inBoth(text);
  for (const words of [both.ru, both.en])
    if (words === '' || words.length > max) throw new BusinessError('title_invalid', { path, max });
  return both;
}

/** A text that may be left out, as {@link checkedTitle}. @throws BusinessError `text_too_long`. */
export function checkedText(text: Localized, path: string, max: number): Localized {
  const both = inBoth(text);
  for (const words of [both.ru, both.en])
    if (words.length > max) throw new BusinessError('text_too_long', { path, max });
  return both;
}

/** A name of a person or a thing, the same in every language. @throws BusinessError `title_invalid`. */
export function checkedName(text: string, path: string): string {
  const name = text.trim();
  if (name === '' || name.length > 100) throw new BusinessError('title_invalid', { path, max: 100 });
  return name;
}

function inBoth(text: Localized): Localized {
  const ru = text.ru.trim();
  const en = text.en.trim();
  return { ru: ru || en, en: en || ru };
}
