import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { longId, newId, shortId } from '#platform/ids.ts';
import { bookingButtons } from '#use-cases/bookings/booking-buttons.ts';
import { bookingStep } from '#use-cases/dialogues/dialogue-state.ts';
import { bookingCodecs } from './booking-codec.ts';
import { formatPress, parsePress, type Press } from './callback-codec.ts';

const id = fc.uuid();
const page = fc.integer({ min: 1, max: 9999 });
const date = fc
  .integer({ min: 0, max: 9999 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));

const minute = fc.integer({ min: 0, max: 60_000_000 }).map((n) => new Date(n * 60_000));
const idOrNone = fc.option(id, { nil: null });
const bookingId = id;

const ofBooking: fc.Arbitrary<Press> = fc.oneof(
  ...(
    [
      'book',
      'book_new',
      'book_sections',
      'book_addons_done',
      'book_more',
      'book_enough',
      'book_phone',
      'book_other_phone',
      'book_leave',
    ] as const
  ).map((kind) => fc.constant<Press>({ do: kind })),
  fc.record({ do: fc.constant('book_section' as const), categoryId: idOrNone, page }),
  ...(['book_service', 'book_choose'] as const).map((kind) => fc.record({ do: fc.constant(kind), serviceId: id })),
  fc.record({ do: fc.constant('book_addon' as const), addonId: id }),
  fc.record({ do: fc.constant('book_drop' as const), index: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ do: fc.constant('book_format' as const), format: fc.constantFrom('online' as const, 'place' as const) }),
  fc.record({ do: fc.constant('book_place' as const), placeId: id }),
  fc.record({ do: fc.constant('book_person' as const), staffId: idOrNone }),
  fc.record({ do: fc.constant('book_month' as const), month: date.map((day) => day.slice(0, 7)) }),
  fc.record({ do: fc.constant('book_day' as const), day: date, page: fc.integer({ min: 1, max: 99 }) }),
  fc.record({ do: fc.constant('book_time' as const), startsAt: minute }),
  fc.record({ do: fc.constant('book_comment' as const), keep: fc.boolean() }),
  fc.record({
    do: fc.constant('book_change' as const),
    field: fc.constantFrom('time' as const, 'phone' as const, 'comment' as const),
  }),
  fc.record({ do: fc.constant('book_confirm' as const), key: id }),
  fc.record({ do: fc.constant('book_back' as const), step: fc.constantFrom(...bookingStep.options) }),
  fc.record({ do: fc.constant('bookings' as const), page }),
  ...(
    [
      'booking',
      'booking_coming',
      'booking_move',
      'booking_cancel',
      'booking_reason_write',
      'booking_keep',
      'booking_again',
    ] as const
  ).map((kind) => fc.record({ do: fc.constant(kind), bookingId })),
  fc.record({ do: fc.constant('booking_reason' as const), bookingId, reason: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constant('booking_again_at' as const), bookingId, startsAt: minute }),
  fc.record({ do: fc.constant('booking_offered' as const), offerId: id, index: fc.integer({ min: 0, max: 99 }) }),
);

const press: fc.Arbitrary<Press> = fc.oneof(
  ofBooking,
  ...(
    [
      'nothing',
      'categories',
      'cart',
      'cart_clear_ask',
      'cart_clear',
      'cart_fit',
      'cart_accept',
      'checkout',
      'take_name',
      'days',
      'skip_comment',
      'summary',
      'leave_checkout',
      'choose_language',
      'stop',
      'resume',
    ] as const
  ).map((kind) => fc.constant<Press>({ do: kind })),
  fc.record({ do: fc.constant('products' as const), categoryId: id, page }),
  fc.record({ do: fc.constant('product' as const), productId: id }),
  ...(['add', 'cart_plus', 'cart_minus', 'cart_type', 'cart_remove'] as const).map((kind) =>
    fc.record({ do: fc.constant(kind), variantId: id }),
  ),
  fc.record({ do: fc.constant('delivery' as const), kind: fc.constantFrom('pickup' as const, 'courier' as const) }),
  fc.record({ do: fc.constant('day' as const), date }),
  fc.record({ do: fc.constant('slot' as const), date, fromHour: fc.integer({ min: 0, max: 23 }) }),
  fc.record({
    do: fc.constant('change' as const),
    field: fc.constantFrom('name' as const, 'phone' as const, 'delivery' as const, 'comment' as const),
  }),
  fc.record({ do: fc.constant('confirm' as const), key: id }),
  fc.record({ do: fc.constant('orders' as const), page }),
  ...(['order', 'retry_payment'] as const).map((kind) => fc.record({ do: fc.constant(kind), orderId: id })),
  fc.record({ do: fc.constant('language' as const), language: fc.constantFrom('ru' as const, 'en' as const) }),
  fc.record({ do: fc.constant('consent' as const), yes: fc.boolean() }),
  fc.record({ do: fc.constant('automation' as const), messageId: id, button: fc.stringMatching(/^[a-z0-9_-]{1,32}$/) }),
);

describe('what stands in a button', () => {
  it('is read back as it was written, in at most 64 bytes', () => {
    fc.assert(
      fc.property(press, (one) => {
        const data = formatPress(one);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(parsePress(data)).toEqual(one);
      }),
    );
  });

  it('is nothing when no button of ours says it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => parsePress(text) === undefined || formatPress(parsePress(text)!) === text),
    );
    for (const data of [
      '',
      ':',
      'p',
      'p:',
      'p:short',
      `p:${shortId(newId())}:x`,
      'cg:AAAAAAAAAAAAAAAAAAAAAA:0',
      'ks:2026-11-21:24',
      'lg:de',
      'toString:x',
      'bd:2026-02-30:1',
      'bd:2026-11-23',
      'by:2026-13',
      `br:${shortId(newId())}:5`,
      'bi:zzzzzzzz',
      'b<:x',
    ]) {
      expect(parsePress(data)).toBeUndefined();
    }
  });

  it('understands the buttons of automations and of declined payments, written elsewhere', () => {
    const messageId = newId();
    expect(parsePress(`m:${shortId(messageId)}:good`)).toEqual({ do: 'automation', messageId, button: 'good' });
    expect(parsePress(`rp:${shortId(messageId)}`)).toEqual({ do: 'retry_payment', orderId: messageId });
    expect(longId(shortId(messageId))).toBe(messageId);
  });

  it('understands the buttons under messages about bookings, written elsewhere', () => {
    const bookingId = newId();
    const startsAt = new Date('2026-11-23T07:00:00Z');
    const { open, coming, move, cancel, again, againAt, offered } = bookingButtons;
    expect([open, coming, move, cancel, again].map((write) => parsePress(write(bookingId))?.do)).toEqual([
      'booking',
      'booking_coming',
      'booking_move',
      'booking_cancel',
      'booking_again',
    ]);
    expect(parsePress(againAt(bookingId, startsAt))).toEqual({ do: 'booking_again_at', bookingId, startsAt });
    expect(parsePress(offered(bookingId, 2))).toEqual({ do: 'booking_offered', offerId: bookingId, index: 2 });
  });

  it('has a word for every kind of press, each its own', () => {
    const words = Object.values(bookingCodecs).map(({ word }) => word);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toMatch(/^b/);
  });
});
