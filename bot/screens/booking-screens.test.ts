import { describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import type { OwnBookingCard } from '#use-cases/bookings/read-own-booking.ts';
import type { BookableService } from '#use-cases/services/catalog.ts';
import { durationWords, policyLines } from './booking-parts.ts';
import { addonsScreen, sectionsScreen, serviceScreen, servicesScreen, usualScreen } from './booking-services.ts';
import { formatScreen, moreScreen, personScreen, placesScreen } from './booking-visit.ts';
import {
  bookingCommentScreen,
  bookingPhoneScreen,
  bookingSummaryScreen,
  moveSummaryScreen,
} from './booking-summary.ts';
import { addMonths, daysIn, monthScreen, timesScreen } from './booking-when.ts';
import { ownBookingScreen, ownBookingsScreen, reasonScreen, reasonWriteScreen } from './own-bookings.ts';
import type { Reader, Screen } from './screen.ts';

const en: Reader = { language: 'en', currency: 'RUB', zone: 'Europe/Moscow' };
const ru: Reader = { ...en, language: 'ru' };
const now = new Date('2026-11-21T09:00:00Z');
const startsAt = new Date('2026-11-23T07:00:00Z');
const asked = { step: 'day', first: false, moving: false } as const;
const clocks = { zone: 'Europe/Moscow', own: 'Asia/Vladivostok', now };
const policy = { cancelHours: 12, moveHours: 12, maxMoves: 3 };

/** As long as the tables let names be, with all that HTML does not like. */
const long = '<b>Очень & длинное</b> имя '.repeat(4).slice(0, 100);
const both = (text: string) => ({ ru: text, en: text });

const people = Array.from({ length: 60 }, (_, at) => ({
  staffId: newId(),
  name: long,
  about: both(long.repeat(3)),
  photoId: null,
  placeId: 'p',
  priceMinor: 123_456_700 + at,
  priceToMinor: at % 2 === 0 ? null : 987_654_300,
  durationMinutes: 95,
}));
const service: BookableService = {
  serviceId: newId(),
  categoryId: null,
  name: both(long),
  description: both(long.repeat(40)),
  photoId: newId(),
  priceMinor: 123_456_700,
  priceToMinor: 987_654_300,
  minPriceMinor: 123_456_700,
  maxPriceMinor: 987_654_300,
  durationMinutes: 95,
  minDurationMinutes: 65,
  maxDurationMinutes: 1_440,
  format: 'both',
  capacity: 12,
  addons: Array.from({ length: 40 }, () => ({
    addonId: newId(),
    name: both(long),
    priceMinor: 987_654_300,
    durationMinutes: 95,
  })),
  staff: people,
  places: Array.from({ length: 60 }, () => ({
    placeId: newId(),
    name: both(long),
    address: both(long.repeat(3)),
    timeZone: 'Europe/Moscow',
  })),
};
const chosen = [service, service, service, service].map((one) => ({
  service: one,
  addonIds: one.addons.map(({ addonId }) => addonId),
}));
const part = {
  serviceName: both(long),
  staffId: newId(),
  staffName: long,
  addons: service.addons.map(({ addonId, name, priceMinor }) => ({ id: addonId, name, priceMinor, minutes: 5 })),
  priceMinor: 123_456_700,
  priceToMinor: 987_654_300,
};
const visit = {
  zone: 'Europe/Moscow',
  placeId: 'p',
  startsAt,
  endsAt: new Date(startsAt.getTime() + 5_700_000),
  parts: [part, part, part, part],
  priceMinor: 493_826_800,
  priceToMinor: 987_654_300,
};
const card = {
  booking: {
    id: newId(),
    number: 1001,
    state: 'confirmed',
    format: 'place',
    startsAt,
    endsAt: visit.endsAt,
    timeZone: 'Europe/Moscow',
    currency: 'RUB',
    priceMinor: 123_456_700,
    priceToMinor: 987_654_300,
    finalPriceMinor: null,
    contactName: long,
    comment: long.repeat(5),
    policy,
    moves: 0,
    movedAt: null,
    answeredAt: null,
    cancelReason: null,
  },
  items: [part, part, part, part],
  place: { name: both(long), address: both(long.repeat(3)) },
  contactZone: 'Asia/Vladivostok',
  ahead: true,
  cancel: { allowed: true },
  move: { allowed: true },
} as unknown as OwnBookingCard;
const listed = {
  bookingId: newId(),
  number: 1,
  badge: 'no_show' as const,
  ahead: false,
  startsAt,
  timeZone: 'Europe/Moscow',
  items: [{ serviceName: both(long), staffName: long }],
};
const summary = { key: newId(), visit, place: long.repeat(4), phone: '+79120000000', comment: long.repeat(5), policy };
const month = {
  month: '2026-11',
  freeDays: new Set(Array.from({ length: 30 }, (_, at) => `2026-11-${String(at + 1).padStart(2, '0')}`)),
  today: '2026-11-21',
  first: '2026-10',
  last: '2026-12',
  movingFrom: startsAt,
  near: [startsAt, startsAt, startsAt],
  note: 'x',
};

const everyScreen = (reader: Reader): Screen[] => [
  usualScreen(reader, { bookingId: newId(), service: long.repeat(4), staff: long.repeat(4) }),
  sectionsScreen(
    reader,
    Array.from({ length: 60 }, () => ({ categoryId: newId(), name: both(long), services: 1 })),
    asked,
  ),
  servicesScreen(reader, { services: Array.from({ length: 200 }, () => service), category: undefined, page: 3 }, asked),
  serviceScreen(reader, service),
  addonsScreen(reader, { service, chosen: [service.addons[0]?.addonId ?? ''] }, asked),
  moreScreen(reader, { chosen, canAdd: true }, asked),
  formatScreen(reader, asked),
  placesScreen(reader, service.places, asked),
  personScreen(reader, { service, people, extraMinor: 100 }, asked),
  monthScreen(reader, month, clocks, asked),
  monthScreen(
    reader,
    { ...month, freeDays: new Set(), near: [], movingFrom: null, first: '2026-11', last: '2026-11' },
    clocks,
    asked,
  ),
  timesScreen(
    reader,
    {
      day: '2026-11-23',
      times: Array.from({ length: 288 }, (_, at) => ({
        startsAt: new Date(startsAt.getTime() + at * 300_000),
        seats: at,
      })),
      page: 2,
    },
    clocks,
    asked,
  ),
  bookingPhoneScreen(reader, { known: null }, asked),
  bookingPhoneScreen(reader, { known: '+79120000000' }, asked),
  bookingCommentScreen(reader, { comment: null }, asked),
  bookingCommentScreen(reader, { comment: long.repeat(5) }, asked),
  bookingSummaryScreen(reader, { ...summary, note: 'x' }, clocks, asked),
  moveSummaryScreen(reader, { key: newId(), service: 's', staff: 'a', from: startsAt, to: startsAt }, clocks, asked),
  ownBookingsScreen(reader, { bookings: [listed, { ...listed, ahead: true }], page: 2, more: true }),
  ownBookingsScreen(reader, { bookings: [], page: 1, more: false }),
  ownBookingScreen(reader, card, { now, calendar: 'https://shop.example.org/api/calendar/x.ics', note: 'x' }),
  ownBookingScreen(
    reader,
    { ...card, ahead: false, booking: { ...card.booking, state: 'cancelled', cancelReason: long } },
    { now, calendar: undefined },
  ),
  reasonScreen(reader, card),
  reasonWriteScreen(reader, newId(), 'ask'),
  reasonWriteScreen(reader, newId(), 'invalid'),
];

const plain = (html: string): string => html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:lt|gt|amp);/g, '?');

describe('the screens of booking', () => {
  it.each([
    ['ru', ru],
    ['en', en],
  ] as const)('fit into one message of Telegram and have no hole, however long names are: %s', (language, reader) => {
    for (const screen of everyScreen(reader)) {
      const buttons = (screen.keyboard ?? []).flat();
      const keys = (screen.replyKeyboard ?? []).flat().map((key) => (typeof key === 'string' ? key : key.text));
      expect(plain(screen.text).length).toBeLessThanOrEqual(screen.photoId ? 1_024 : 4_096);
      expect(buttons.length).toBeLessThanOrEqual(100);
      expect((screen.keyboard ?? []).filter((row) => row.length > 8 || row.length === 0)).toEqual([]);
      for (const said of [screen.text, ...keys, ...buttons.map((one) => one.text)]) {
        expect(said).not.toMatch(/[{}]|undefined|NaN|Invalid/);
        expect(said.trim()).not.toBe('');
        // What stands in names is Russian here; our own words are not.
        if (language === 'en') expect(said.replaceAll(/Очень|длинно\S*|имя|[иОд]\S*…/g, '')).not.toMatch(/[а-яё]{4}/i);
      }
      // Nothing but our own tags, each closed, so that Telegram takes the message.
      const tags = screen.text.match(/<[^>]*>/g) ?? [];
      expect(tags.filter((tag) => !['<b>', '</b>', '<i>', '</i>'].includes(tag))).toEqual([]);
      expect(tags.filter((tag) => tag.startsWith('</')).length * 2).toBe(tags.length);
    }
  });

  it('say how long something takes as people say it', () => {
    expect([5, 21, 45, 60, 90, 125, 150, 300].map((minutes) => durationWords(ru, minutes))).toEqual([
      '5 минут',
      '21 минута',
      '45 минут',
      '1 час',
      '1 час 30 минут',
      '2 часа 5 минут',
      '2 часа 30 минут',
      '5 часов',
    ]);
    expect(durationWords(en, 61)).toBe('1 hour 1 minute');
  });

  it('say until when a visit can be cancelled and moved, each where they differ, and neither when it is too late', () => {
    const lines = (more: Partial<typeof policy>, at = now, moves = 0) =>
      policyLines(en, { policy: { ...policy, ...more }, startsAt, moves, now: at, zone: 'Europe/Moscow' }).map((line) =>
        line.replaceAll('\u00a0', ' '),
      );
    expect(lines({})).toEqual(['You can cancel or move it until Sun 22 Nov, 22:00.']);
    expect(lines({ moveHours: 24 })).toEqual([
      'You can cancel it until Sun 22 Nov, 22:00.',
      'You can move it until Sun 22 Nov, 10:00.',
    ]);
    expect(lines({ maxMoves: 0 })).toEqual(['You can cancel it until Sun 22 Nov, 22:00.']);
    expect(lines({}, new Date('2026-11-22T19:00:00Z'))).toHaveLength(1);
    expect(lines({}, new Date('2026-11-22T19:00:01Z'))[0]).toContain('to cancel or move it, write to us');
  });

  it('know how long months are and how they follow one another', () => {
    expect(['2026-02', '2028-02', '2026-12', '2026-11'].map(daysIn)).toEqual([28, 29, 31, 30]);
    expect([addMonths('2026-12', 1), addMonths('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  });
});
