import { mayMove, type BookingPolicy } from '#domain/bookings/policy.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import { dateTime } from '#texts/index.ts';
import type { BookingStep } from '#use-cases/dialogues/dialogue-state.ts';
import { button, local, price, words, type Reader } from './screen.ts';

/** "1 hour 30 minutes". */
export function durationWords(reader: Reader, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return [
    ...(hours > 0 ? [words(reader, 'duration.hours', { count: hours })] : []),
    ...(minutes % 60 > 0 || hours === 0 ? [words(reader, 'duration.minutes', { count: minutes % 60 })] : []),
  ].join(' ');
}

/** "1 hour", or "1 hour – 1 hour 30 minutes" where people need different times. */
export const durationRange = (reader: Reader, from: number, to: number): string =>
  from === to ? durationWords(reader, from) : `${durationWords(reader, from)} – ${durationWords(reader, to)}`;

export const priceOrFree = (reader: Reader, minor: number): string =>
  minor === 0 ? words(reader, 'book.free') : price(reader, minor);

/** "1,500 ₽", or "from 1,500 ₽" where it may be more. */
export const priceFrom = (reader: Reader, from: number, to: number | null): string =>
  to === null || to === from
    ? priceOrFree(reader, from)
    : words(reader, 'book.price_from', { price: price(reader, from) });

/** "1,500 ₽", or "from 1,500 ₽ to 2,000 ₽". */
export const priceRange = (reader: Reader, from: number, to: number | null): string =>
  to === null || to === from
    ? priceOrFree(reader, from)
    : words(reader, 'booking.price_range', { from: price(reader, from), to: price(reader, to) });

/** Until when the client may cancel and move, in sentences. By the clock of the place. */
export function policyLines(
  reader: Reader,
  visit: { policy: BookingPolicy; startsAt: Date; moves: number; now: Date; zone: string },
): string[] {
  const { policy, startsAt, now } = visit;
  const lastMoment = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000);
  const cancelUntil = lastMoment(policy.cancelHours);
  const moveUntil = lastMoment(policy.moveHours);
  const until = (at: Date) => ({ until: dateTime(reader.language, at, visit.zone) });
  const canCancel = now <= cancelUntil;
  const canMove = mayMove(policy, visit).allowed;
  if (!canCancel && !canMove) return [words(reader, 'book.policy_late')];
  if (canCancel && canMove && cancelUntil.getTime() === moveUntil.getTime())
    return [words(reader, 'book.policy_both', until(cancelUntil))];
  return [
    ...(canCancel ? [words(reader, 'book.policy_cancel', until(cancelUntil))] : []),
    ...(canMove ? [words(reader, 'book.policy_move', until(moveUntil))] : []),
  ];
}

/** What the way out of a step looks like: back, except where there is nothing before it, and out of the booking. */
export type Asked = { step: BookingStep; first: boolean; moving: boolean };

export const wayOut = (reader: Reader, asked: Asked) => [
  ...(asked.first ? [] : [button(words(reader, 'book.back'), { do: 'book_back', step: asked.step })]),
  button(words(reader, asked.moving ? 'book.keep_time' : 'book.leave'), { do: 'book_leave' }),
];

export const placeWords = (reader: Reader, place: { name: Localized; address: Localized }): string =>
  [local(place.name, reader), local(place.address, reader)].filter(Boolean).join(', ');
