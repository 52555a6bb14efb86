import { dateTime } from '#texts/index.ts';
import type { BookingInList } from '../../api.ts';
import { useWords, type Words } from '../../words.tsx';
import { within } from './date-words.ts';

/** "1 ч 15 мин", "45 мин". */
export function minutesWords({ t }: Pick<Words, 't'>, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (hours === 0) return t('web.bookings.minutes', { minutes: rest });
  return rest === 0 ? t('web.bookings.hours', { hours }) : t('web.bookings.hours_minutes', { hours, minutes: rest });
}

/** Moments by the clock of a place. */
export function usePlaceTime(zone: string) {
  const { language } = useWords();
  return {
    time: (moment: string | number) => dateTime(language, new Date(moment), zone, 'time'),
    at: (moment: string | number) => dateTime(language, new Date(moment), zone),
    date: (moment: string | number) => dateTime(language, new Date(moment), zone, 'date'),
    span: (from: string, to: string) =>
      `${dateTime(language, new Date(from), zone, 'time')}–${dateTime(language, new Date(to), zone, 'time')}`,
  };
}

/** "маникюр, педикюр", with what is added to them. */
export function servicesOf({ pick }: Pick<Words, 'pick'>, booking: Pick<BookingInList, 'items'>): string {
  return booking.items
    .flatMap((item) => [pick(item.serviceName), ...item.addons.map((addon) => within(pick(addon.name)))])
    .map((name, at) => (at === 0 ? name : within(name)))
    .join(', ');
}

export const staffOf = (booking: Pick<BookingInList, 'items'>): string =>
  [...new Set(booking.items.map(({ staffName }) => staffName))].join(', ');

/** "1 500 ₽", "от 1 500 до 2 500 ₽". */
export function priceOf(words: Words, booking: BookingInList): string {
  const { finalPriceMinor, currency } = booking;
  return finalPriceMinor === null ? agreedPriceOf(words, booking) : words.money(finalPriceMinor, currency);
}

/** What was said when it was booked, whatever it came to. */
export function agreedPriceOf(words: Words, { priceMinor, priceToMinor, currency }: BookingInList): string {
  if (priceToMinor === null) return words.money(priceMinor, currency);
  return words.t('web.bookings.price_range', {
    from: words.money(priceMinor, currency),
    to: words.money(priceToMinor, currency),
  });
}
