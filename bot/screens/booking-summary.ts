import type { BookingPolicy } from '#domain/bookings/policy.ts';
import { readablePhone } from '#domain/contacts/phone.ts';
import { whenWords } from '#use-cases/bookings/booking-words.ts';
import type { VisitPreview } from '#use-cases/bookings/preview-visit.ts';
import { durationWords, policyLines, priceFrom, priceRange, wayOut, type Asked } from './booking-parts.ts';
import type { Clocks } from './booking-when.ts';
import { button, escape, local, short, words, type Reader, type Screen } from './screen.ts';

/**
 * A number that is known is offered; else the keyboard in place of the letters comes, since only it can share a contact.
 */
export function bookingPhoneScreen(reader: Reader, facts: { known: string | null }, asked: Asked): Screen {
  if (facts.known !== null) {
    const phone = readablePhone(facts.known);
    return {
      text: words(reader, 'book.phone_known', { phone }),
      keyboard: [
        [button(words(reader, 'book.phone_use', { phone }), { do: 'book_phone' })],
        [button(words(reader, 'book.phone_other'), { do: 'book_other_phone' })],
        wayOut(reader, asked),
      ],
    };
  }
  return {
    text: words(reader, 'book.phone_ask'),
    replyKeyboard: [
      [{ text: words(reader, 'checkout.phone_share'), request_contact: true }],
      [{ text: words(reader, 'menu.book_back') }, { text: words(reader, 'menu.book_leave') }],
    ],
  };
}

export function bookingCommentScreen(reader: Reader, facts: { comment: string | null }, asked: Asked): Screen {
  const { comment } = facts;
  return {
    text:
      comment === null
        ? words(reader, 'book.comment_ask')
        : words(reader, 'book.comment_now', { comment: escape(short(comment, 500)) }),
    keyboard: [
      ...(comment === null
        ? [[button(words(reader, 'book.comment_skip'), { do: 'book_comment', keep: false })]]
        : [
            [
              button(words(reader, 'book.comment_keep'), { do: 'book_comment', keep: true }),
              button(words(reader, 'book.comment_clear'), { do: 'book_comment', keep: false }),
            ],
          ]),
      wayOut(reader, asked),
    ],
  };
}

export type SummaryFacts = {
  key: string;
  visit: VisitPreview;
  /** "Online", or name and address of the place. */
  place: string;
  phone: string;
  comment: string | null;
  policy: BookingPolicy;
  note?: string | undefined;
};

export function bookingSummaryScreen(reader: Reader, facts: SummaryFacts, clocks: Clocks, asked: Asked): Screen {
  const { visit } = facts;
  const minutes = (visit.endsAt.getTime() - visit.startsAt.getTime()) / 60_000;
  return {
    text: [
      ...(facts.note ? [facts.note, ''] : []),
      words(reader, 'book.summary'),
      ...visit.parts.flatMap((part) => [
        words(reader, 'book.summary_line', {
          service: escape(short(local(part.serviceName, reader), 120)),
          staff: escape(part.staffName),
          price: priceRange(reader, part.priceMinor, part.priceToMinor),
        }),
        ...(part.addons.length > 0
          ? [
              words(reader, 'book.summary_addons', {
                addons: escape(short(part.addons.map(({ name }) => local(name, reader)).join(', '), 200)),
              }),
            ]
          : []),
      ]),
      '',
      words(reader, 'book.summary_when', {
        when: whenWords(reader.language, visit.startsAt, clocks),
        duration: durationWords(reader, minutes),
      }),
      words(reader, 'book.summary_place', { place: escape(facts.place) }),
      words(reader, 'book.summary_phone', { phone: readablePhone(facts.phone) }),
      ...(facts.comment === null
        ? []
        : [words(reader, 'book.summary_comment', { comment: escape(short(facts.comment, 500)) })]),
      '',
      ...(visit.parts.length > 1
        ? [words(reader, 'book.summary_total', { price: priceRange(reader, visit.priceMinor, visit.priceToMinor) })]
        : []),
      ...policyLines(reader, { policy: facts.policy, startsAt: visit.startsAt, moves: 0, ...clocks }),
    ].join('\n'),
    keyboard: [
      [
        button(words(reader, 'book.confirm', { price: priceFrom(reader, visit.priceMinor, visit.priceToMinor) }), {
          do: 'book_confirm',
          key: facts.key,
        }),
      ],
      [
        button(words(reader, 'book.change_time'), { do: 'book_change', field: 'time' }),
        button(words(reader, 'book.change_phone'), { do: 'book_change', field: 'phone' }),
        button(words(reader, 'book.change_comment'), { do: 'book_change', field: 'comment' }),
      ],
      wayOut(reader, asked),
    ],
  };
}

export function moveSummaryScreen(
  reader: Reader,
  facts: { key: string; service: string; staff: string; from: Date; to: Date },
  clocks: Clocks,
  asked: Asked,
): Screen {
  return {
    text: words(reader, 'book.summary_move', {
      service: facts.service,
      staff: facts.staff,
      before: whenWords(reader.language, facts.from, clocks),
      when: whenWords(reader.language, facts.to, clocks),
    }),
    keyboard: [
      [button(words(reader, 'book.confirm_move'), { do: 'book_confirm', key: facts.key })],
      wayOut(reader, asked),
    ],
  };
}
