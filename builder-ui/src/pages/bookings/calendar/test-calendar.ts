import type { BookingInList, Calendar } from '../../../api.ts';

/** A small day for tests: Moscow, 20 November 2026, people a and b. */
export const TEST_DAY = '2026-11-20';
export const at = (time: string): string => new Date(`${TEST_DAY}T${time}:00+03:00`).toISOString();

type Part = { from: string; to: string; staffId?: string; resourceIds?: string[] };

export function aBooking(id: string, parts: readonly Part[], facts: Partial<BookingInList> = {}): BookingInList {
  const items = parts.map((part, position) => ({
    position,
    serviceId: 'service',
    serviceName: { ru: 'Маникюр', en: 'Manicure' },
    staffId: part.staffId ?? 'a',
    staffName: part.staffId ?? 'a',
    resourceIds: part.resourceIds ?? [],
    addons: [],
    startsAt: at(part.from),
    endsAt: at(part.to),
    priceMinor: 100_000,
  }));
  return {
    bookingId: id,
    number: 1,
    revision: 3,
    state: 'confirmed',
    badge: 'confirmed',
    startsAt: items[0]?.startsAt ?? '',
    endsAt: items.at(-1)?.endsAt ?? '',
    timeZone: 'Europe/Moscow',
    movedFrom: null,
    format: 'place',
    source: 'staff',
    contact: { contactId: 'contact', name: 'Кира', phone: null },
    comment: null,
    priceMinor: 100_000,
    priceToMinor: null,
    finalPriceMinor: null,
    currency: 'RUB',
    cancelledBy: null,
    cancelReason: null,
    sessionId: null,
    items,
    next: [],
    mayMove: true,
    ...facts,
  };
}

const person = (staffId: string, spans: [string, string][]): Calendar['staff'][number] => ({
  staffId,
  name: staffId,
  photoId: null,
  placeId: 'place',
  working: [{ day: TEST_DAY, spans: spans.map(([from, to]) => ({ from: at(from), to: at(to) })) }],
  workingMinutes: 0,
  bookedMinutes: 0,
});

export const aCalendar = (bookings: readonly BookingInList[], facts: Partial<Calendar> = {}): Calendar => ({
  from: TEST_DAY,
  zone: 'Europe/Moscow',
  staff: [
    person('a', [
      ['10:00', '13:00'],
      ['13:30', '20:00'],
    ]),
    person('b', [['12:00', '18:00']]),
  ],
  resources: [{ resourceId: 'room', name: 'Кресло', kind: 'room', placeId: 'place' }],
  places: [{ placeId: 'place', name: { ru: 'Салон', en: 'Salon' }, timeZone: 'Europe/Moscow' }],
  bookings: [...bookings],
  blocks: [],
  cutOff: false,
  ...facts,
});
