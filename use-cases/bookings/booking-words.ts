import type { Booking, BookingItem } from '#persistence/entities/bookings.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import { dateTime, money, t, type Language, type Voice } from '#texts/index.ts';
import { escapeHtml } from '#use-cases/messages/tell-people.ts';
import { serviceNames, staffNames } from './booking-rows.ts';

export type BookingWords = {
  number: number;
  service: string;
  staff: string;
  /** By the clock of the place; the client's own beside it where it differs. */
  when: string;
  place: string;
  price: string;
  name: string;
};

export type Told = {
  booking: Booking;
  items: readonly BookingItem[];
  place: { name: Localized; address: Localized };
  contactZone: string | null;
};

/** What messages say of a booking. Safe inside Telegram's HTML. */
export function bookingWords(voice: Voice | Language, told: Told): BookingWords {
  const language = typeof voice === 'string' ? voice : voice.language;
  const { booking, items, place } = told;
  return {
    number: booking.number,
    service: escapeHtml(serviceNames(items, language)),
    staff: escapeHtml(staffNames(items)),
    when: whenWords(language, booking.startsAt, { zone: booking.timeZone, own: told.contactZone }),
    place: escapeHtml(booking.format === 'online' ? t(voice, 'booking.online') : placeWords(language, place)),
    price: priceWords(language, booking),
    name: escapeHtml(booking.contactName),
  };
}

/** "Salon, 12 Kedrovaya St". */
export const placeWords = (language: Language, { name, address }: Told['place']): string =>
  [name, address]
    .map((text) => text[language] || text.ru || text.en)
    .filter(Boolean)
    .join(', ');

/** "Sat 21 Nov, 13:50 (by the clock of the place; 15:50 yours)". */
export function whenWords(language: Language, at: Date, zones: { zone: string; own: string | null }): string {
  const there = dateTime(language, at, zones.zone);
  if (zones.own === null || dateTime(language, at, zones.own) === there) return there;
  const sameDay = dateTime(language, at, zones.own, 'date') === dateTime(language, at, zones.zone, 'date');
  const here = dateTime(language, at, zones.own, sameDay ? 'time' : 'dateTime');
  return t(language, 'booking.when_two_clocks', { there, here });
}

/** A price, or "from … to …" while it is not settled. */
export function priceWords(
  language: Language,
  booking: {
    priceMinor: number;
    priceToMinor?: number | null | undefined;
    finalPriceMinor?: number | null | undefined;
    currency: string;
  },
): string {
  const { finalPriceMinor, priceMinor, priceToMinor, currency } = booking;
  if (typeof finalPriceMinor === 'number') return money(language, finalPriceMinor, currency);
  if (typeof priceToMinor !== 'number') return money(language, priceMinor, currency);
  return t(language, 'booking.price_range', {
    from: money(language, priceMinor, currency),
    to: money(language, priceToMinor, currency),
  });
}
