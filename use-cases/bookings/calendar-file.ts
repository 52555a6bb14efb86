import type { BookingState } from '#domain/bookings/states.ts';
import { Booking, BookingItem } from '#persistence/entities/bookings.ts';
import { Business, Contact } from '#persistence/entities/business.ts';
import { Place } from '#persistence/entities/services.ts';
import type { Tx } from '#persistence/with-business.ts';
import { t } from '#texts/index.ts';
import { textsOf } from '#use-cases/texts/texts-of.ts';
import { serviceNames, staffNames } from './booking-rows.ts';
import { placeWords, priceWords } from './booking-words.ts';

export type CalendarEvent = {
  uid: string;
  /** Later changes of one event have a greater number. */
  sequence: number;
  stampedAt: Date;
  startsAt: Date;
  endsAt: Date;
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  summary: string;
  location: string;
  description: string;
  /** What a phone says an hour before; null: nothing. */
  alarm: string | null;
};

/** A visit as a file for calendars, in the client's language, as it stands now; undefined when there is no such visit. */
export async function calendarFile(tx: Tx, bookingId: string): Promise<string | undefined> {
  const own = { businessId: tx.businessId };
  const booking = await tx.em.findOne(Booking, { ...own, id: bookingId });
  if (!booking) return undefined;
  const [items, place, contact, business] = [
    await tx.em.find(BookingItem, { ...own, bookingId }, { orderBy: { position: 'asc' } }),
    await tx.em.findOneOrFail(Place, { ...own, id: booking.placeId }),
    await tx.em.findOneOrFail(Contact, { ...own, id: booking.contactId }),
    await tx.em.findOneOrFail(Business, tx.businessId),
  ];
  const { language } = contact;
  const voice = { language, own: (await textsOf(tx, business.textsRevision)).own };
  const service = serviceNames(items, language);
  return calendarText({
    uid: `${booking.id}@takt`,
    sequence: booking.revision,
    stampedAt: tx.now,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    status: statusOf(booking.state),
    summary: t(voice, 'calendar.summary', { service, shop: business.name }),
    location: booking.format === 'online' ? t(voice, 'booking.online') : placeWords(language, place),
    description: t(voice, 'calendar.details', {
      number: booking.number,
      staff: staffNames(items),
      price: priceWords(language, booking),
    }),
    alarm: booking.state === 'cancelled' ? null : t(voice, 'calendar.alarm', { service }),
  });
}

function statusOf(state: BookingState): CalendarEvent['status'] {
  if (state === 'cancelled' || state === 'no_show') return 'CANCELLED';
  return state === 'new' ? 'TENTATIVE' : 'CONFIRMED';
}

/** RFC 5545: moments in UTC, texts escaped, lines of at most 75 octets, every line ended by CRLF. */
export function calendarText(event: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Takt//Takt//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${utc(event.stampedAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.status}`,
    `SUMMARY:${escaped(event.summary)}`,
    `LOCATION:${escaped(event.location)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    ...(event.alarm === null
      ? []
      : ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT1H', `DESCRIPTION:${escaped(event.alarm)}`, 'END:VALARM']),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join('');
}

const utc = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');

const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    // Other control characters have no place in a content line.
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** A line and its continuations, cut between whole characters; a continuation begins with a space. */
function folded(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part];
}
