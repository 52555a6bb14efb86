import { bookingBadge } from '#domain/bookings/states.ts';
import { dateTime } from '#texts/index.ts';
import { bookingWords } from '#use-cases/bookings/booking-words.ts';
import type { OwnBooking } from '#use-cases/bookings/list-own-bookings.ts';
import type { OwnBookingCard } from '#use-cases/bookings/read-own-booking.ts';
import { REASONS } from '../booking-codec.ts';
import { policyLines } from './booking-parts.ts';
import { button, escape, local, short, words, type Reader, type Screen } from './screen.ts';

export function ownBookingsScreen(
  reader: Reader,
  page: { bookings: readonly OwnBooking[]; page: number; more: boolean },
): Screen {
  if (page.bookings.length === 0 && page.page === 1)
    return {
      text: words(reader, 'bookings.empty'),
      keyboard: [[button(words(reader, 'book.choose'), { do: 'book' })]],
    };
  const turns = [
    ...(page.page > 1 ? [button(words(reader, 'page.previous'), { do: 'bookings', page: page.page - 1 })] : []),
    ...(page.more ? [button(words(reader, 'page.next'), { do: 'bookings', page: page.page + 1 })] : []),
  ];
  return {
    text: words(reader, 'bookings.title'),
    keyboard: [
      ...page.bookings.map((booking) => [
        button(
          words(reader, booking.ahead ? 'bookings.item' : 'bookings.item_past', {
            when: dateTime(reader.language, booking.startsAt, booking.timeZone),
            service: booking.items.map(({ serviceName }) => local(serviceName, reader)).join(', '),
            state: words(reader, `bookings.state_${booking.badge}`),
          }),
          { do: 'booking', bookingId: booking.bookingId },
        ),
      ]),
      ...(turns.length > 0 ? [turns] : []),
    ],
  };
}

const isAnswered = ({ booking }: OwnBookingCard): boolean =>
  booking.answeredAt !== null && booking.state === 'confirmed';

function stateWords(reader: Reader, card: OwnBookingCard): string {
  if (card.ahead && isAnswered(card)) return words(reader, 'bookings.state_coming');
  const { state, movedAt, answeredAt } = card.booking;
  return words(
    reader,
    `bookings.state_${bookingBadge({ state, movedAt: movedAt ?? null, answeredAt: answeredAt ?? null })}`,
  );
}

/**
 * One visit with all that can be done about it. `note` stands above; `title`, in place of number and state, says what
 * the client has just decided: nobody asks then whether they will come.
 */
export function ownBookingScreen(
  reader: Reader,
  card: OwnBookingCard,
  facts: { now: Date; calendar: string | undefined; note?: string | undefined; title?: string | undefined },
): Screen {
  const { booking } = card;
  const bookingId = booking.id;
  const said = bookingWords(reader, card);
  const addons = card.items.flatMap((item) => item.addons.map(({ name }) => local(name, reader)));
  const title = words(reader, 'bookings.card', { number: said.number, state: stateWords(reader, card) });
  return {
    text: [
      ...(facts.note ? [facts.note, ''] : []),
      ...(facts.title ? [facts.title] : [title]),
      '',
      `${said.service}, ${said.staff}`,
      ...(addons.length > 0
        ? [words(reader, 'book.summary_addons', { addons: escape(short(addons.join(', '), 200)) })]
        : []),
      said.when,
      said.place,
      said.price,
      ...(booking.comment ? [words(reader, 'book.summary_comment', { comment: escape(booking.comment) })] : []),
      ...(booking.state === 'cancelled' && booking.cancelReason
        ? [words(reader, 'bookings.reason', { reason: escape(booking.cancelReason) })]
        : []),
      ...(card.ahead ? ['', ...policyLines(reader, { ...booking, zone: booking.timeZone, now: facts.now })] : []),
    ].join('\n'),
    keyboard: [
      ...(card.ahead && !isAnswered(card) && facts.title === undefined
        ? [[button(words(reader, 'bookings.coming'), { do: 'booking_coming', bookingId })]]
        : []),
      ...(card.ahead
        ? [
            [
              button(words(reader, 'bookings.move'), { do: 'booking_move', bookingId }),
              button(words(reader, 'bookings.cancel'), { do: 'booking_cancel', bookingId }),
            ],
          ]
        : []),
      ...(card.ahead && facts.calendar ? [[{ text: words(reader, 'bookings.calendar'), url: facts.calendar }]] : []),
      [
        ...(facts.title === undefined
          ? [button(words(reader, 'bookings.again'), { do: 'booking_again', bookingId })]
          : []),
        button(words(reader, 'bookings.all'), { do: 'bookings', page: 1 }),
      ],
    ],
  };
}

export const reasonWords = (reader: Reader, reason: number): string =>
  words(reader, `bookings.reason_${reason as 1 | 2 | 3 | 4}`);

export function reasonScreen(reader: Reader, card: OwnBookingCard): Screen {
  const bookingId = card.booking.id;
  const { service, when } = bookingWords(reader, card);
  return {
    text: words(reader, 'bookings.reason_ask', { service, when }),
    keyboard: [
      ...Array.from({ length: REASONS }, (_, at) => [
        button(reasonWords(reader, at + 1), { do: 'booking_reason', bookingId, reason: at + 1 }),
      ]),
      [button(words(reader, 'bookings.reason_write'), { do: 'booking_reason_write', bookingId })],
      [button(words(reader, 'bookings.keep'), { do: 'booking_keep', bookingId })],
    ],
  };
}

export function reasonWriteScreen(reader: Reader, bookingId: string, key: 'ask' | 'invalid'): Screen {
  return {
    text: words(reader, key === 'ask' ? 'bookings.reason_write_ask' : 'bookings.reason_invalid'),
    keyboard: [[button(words(reader, 'bookings.keep'), { do: 'booking_keep', bookingId })]],
  };
}
