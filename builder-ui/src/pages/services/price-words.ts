import type { Service } from '../../api.ts';
import type { Words } from '../../words.tsx';

/** "1 500 ₽", "от 4 500 ₽ до 9 000 ₽", "бесплатно". */
export function priceWords(
  { t, money }: Pick<Words, 't' | 'money'>,
  { priceMinor, priceToMinor }: Pick<Service, 'priceMinor' | 'priceToMinor'>,
  currency: string | undefined,
): string {
  if (priceToMinor === null) return priceMinor === 0 ? t('web.services.free') : money(priceMinor, currency);
  return t('web.services.price_range', { from: money(priceMinor, currency), to: money(priceToMinor, currency) });
}
