import { shortId } from '#platform/ids.ts';
import type { BookingStep } from '#use-cases/dialogues/dialogue-state.ts';
import { isDay, oneOf, plain, readId, readNumber, withId, type Codecs } from './codec-parts.ts';

/** What the buttons of booking ask for. Those of messages are written by use-cases/bookings/booking-buttons.ts. */
export type BookingPress =
  | { do: 'book' }
  | { do: 'book_new' }
  | { do: 'book_sections' }
  | { do: 'book_section'; categoryId: string | null; page: number }
  | { do: 'book_service'; serviceId: string }
  | { do: 'book_choose'; serviceId: string }
  | { do: 'book_addon'; addonId: string }
  | { do: 'book_addons_done' }
  | { do: 'book_more' }
  | { do: 'book_enough' }
  | { do: 'book_drop'; index: number }
  | { do: 'book_format'; format: 'online' | 'place' }
  | { do: 'book_place'; placeId: string }
  | { do: 'book_person'; staffId: string | null }
  | { do: 'book_month'; month: string }
  | { do: 'book_day'; day: string; page: number }
  | { do: 'book_time'; startsAt: Date }
  | { do: 'book_phone' }
  | { do: 'book_other_phone' }
  | { do: 'book_comment'; keep: boolean }
  | { do: 'book_change'; field: 'time' | 'phone' | 'comment' }
  | { do: 'book_confirm'; key: string }
  | { do: 'book_back'; step: BookingStep }
  | { do: 'book_leave' }
  | { do: 'bookings'; page: number }
  | { do: 'booking'; bookingId: string }
  | { do: 'booking_coming'; bookingId: string }
  | { do: 'booking_move'; bookingId: string }
  | { do: 'booking_cancel'; bookingId: string }
  | { do: 'booking_reason'; bookingId: string; reason: number }
  | { do: 'booking_reason_write'; bookingId: string }
  | { do: 'booking_keep'; bookingId: string }
  | { do: 'booking_again'; bookingId: string }
  | { do: 'booking_again_at'; bookingId: string; startsAt: Date }
  | { do: 'booking_offered'; offerId: string; index: number };

/** The usual reasons for which a client cancels; the words are `bookings.reason_1` and so on. */
export const REASONS = 4;

const fields = ['time', 'phone', 'comment'] as const;
/** Steps by the letter that stands in a button. */
const steps: Record<BookingStep, string> = {
  section: 'g',
  service: 's',
  addons: 'a',
  more: 'm',
  format: 'f',
  place: 'l',
  person: 'p',
  day: 'd',
  time: 't',
  phone: 'h',
  comment: 'c',
  summary: 'z',
};
const stepOf = new Map(Object.entries(steps).map(([step, letter]) => [letter, step as BookingStep]));

export const bookingCodecs: Codecs<BookingPress> = {
  book: plain('book', 'b'),
  book_new: plain('book_new', 'bn'),
  book_sections: plain('book_sections', 'bl'),
  book_section: {
    word: 'bg',
    write: (press) => [idOrNone(press.categoryId), String(press.page)],
    read: ([id, page]) => {
      const categoryId = readIdOrNone(id);
      const at = readNumber(page, 1, 9999);
      return categoryId === undefined || at === undefined ? undefined : { do: 'book_section', categoryId, page: at };
    },
  },
  book_service: withId('book_service', 'bs', 'serviceId'),
  book_choose: withId('book_choose', 'bj', 'serviceId'),
  book_addon: withId('book_addon', 'b+', 'addonId'),
  book_addons_done: plain('book_addons_done', 'bf'),
  book_more: plain('book_more', 'be'),
  book_enough: plain('book_enough', 'bw'),
  book_drop: {
    word: 'b-',
    write: (press) => [String(press.index)],
    read: ([text]) => {
      const index = readNumber(text, 0, 7);
      return index === undefined ? undefined : { do: 'book_drop', index };
    },
  },
  book_format: {
    word: 'bq',
    write: (press) => [press.format === 'online' ? 'o' : 'p'],
    read: ([kind]) =>
      kind === 'o' || kind === 'p' ? { do: 'book_format', format: kind === 'o' ? 'online' : 'place' } : undefined,
  },
  book_place: withId('book_place', 'bp', 'placeId'),
  book_person: {
    word: 'bh',
    write: (press) => [idOrNone(press.staffId)],
    read: ([id]) => {
      const staffId = readIdOrNone(id);
      return staffId === undefined ? undefined : { do: 'book_person', staffId };
    },
  },
  book_month: {
    word: 'by',
    write: (press) => [press.month],
    read: ([month]) =>
      month !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { do: 'book_month', month } : undefined,
  },
  book_day: {
    word: 'bd',
    write: (press) => [press.day, String(press.page)],
    read: ([day, page]) => {
      const at = readNumber(page, 1, 99);
      return isDay(day) && at !== undefined ? { do: 'book_day', day, page: at } : undefined;
    },
  },
  book_time: {
    word: 'bi',
    write: (press) => [writeMinute(press.startsAt)],
    read: ([minute]) => {
      const startsAt = readMinute(minute);
      return startsAt && { do: 'book_time', startsAt };
    },
  },
  book_phone: plain('book_phone', 'bv'),
  book_other_phone: plain('book_other_phone', 'bv+'),
  book_comment: {
    word: 'bz',
    write: (press) => [press.keep ? 'k' : 'n'],
    read: ([keep]) => (keep === 'k' || keep === 'n' ? { do: 'book_comment', keep: keep === 'k' } : undefined),
  },
  book_change: {
    word: 'b~',
    write: (press) => [press.field],
    read: ([text]) => {
      const field = oneOf(fields, text);
      return field && { do: 'book_change', field };
    },
  },
  book_confirm: withId('book_confirm', 'bok', 'key'),
  book_back: {
    word: 'b<',
    write: (press) => [steps[press.step]],
    read: ([letter]) => {
      const step = stepOf.get(letter ?? '');
      return step && { do: 'book_back', step };
    },
  },
  book_leave: plain('book_leave', 'b0'),
  bookings: {
    word: 'bb',
    write: (press) => [String(press.page)],
    read: ([page]) => {
      const at = readNumber(page, 1, 9999);
      return at === undefined ? undefined : { do: 'bookings', page: at };
    },
  },
  booking: withId('booking', 'bk', 'bookingId'),
  booking_coming: withId('booking_coming', 'bc', 'bookingId'),
  booking_move: withId('booking_move', 'bm', 'bookingId'),
  booking_cancel: withId('booking_cancel', 'bx', 'bookingId'),
  booking_reason: {
    word: 'br',
    write: (press) => [shortId(press.bookingId), String(press.reason)],
    read: ([id, text]) => {
      const bookingId = readId(id);
      const reason = readNumber(text, 1, REASONS);
      return bookingId === undefined || reason === undefined ? undefined : { do: 'booking_reason', bookingId, reason };
    },
  },
  booking_reason_write: withId('booking_reason_write', 'brw', 'bookingId'),
  booking_keep: withId('booking_keep', 'bxn', 'bookingId'),
  booking_again: withId('booking_again', 'ba', 'bookingId'),
  booking_again_at: {
    word: 'bt',
    write: (press) => [shortId(press.bookingId), writeMinute(press.startsAt)],
    read: ([id, minute]) => {
      const bookingId = readId(id);
      const startsAt = readMinute(minute);
      return bookingId !== undefined && startsAt ? { do: 'booking_again_at', bookingId, startsAt } : undefined;
    },
  },
  booking_offered: {
    word: 'bo',
    write: (press) => [shortId(press.offerId), String(press.index)],
    read: ([id, text]) => {
      const offerId = readId(id);
      const index = readNumber(text, 0, 99);
      return offerId === undefined || index === undefined ? undefined : { do: 'booking_offered', offerId, index };
    },
  },
};

const NONE = '0';
const idOrNone = (id: string | null): string => (id === null ? NONE : shortId(id));
const readIdOrNone = (text: string | undefined): string | null | undefined => (text === NONE ? null : readId(text));

/** Times of visits are whole minutes. */
const writeMinute = (at: Date): string => Math.round(at.getTime() / 60_000).toString(36);
const readMinute = (text: string | undefined): Date | undefined =>
  text !== undefined && /^[0-9a-z]{1,7}$/.test(text) ? new Date(Number.parseInt(text, 36) * 60_000) : undefined;
