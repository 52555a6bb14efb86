import { describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import { seal } from '#platform/secrets.ts';
import { calendarText, type CalendarEvent } from './calendar-file.ts';
import { calendarLink, calendarToken, readCalendarToken } from './calendar-link.ts';

const event: CalendarEvent = {
  uid: 'b1@takt',
  sequence: 3,
  stampedAt: new Date('2026-11-21T09:00:00Z'),
  startsAt: new Date('2026-11-23T07:00:00Z'),
  endsAt: new Date('2026-11-23T08:00:00Z'),
  status: 'CONFIRMED',
  summary: 'Manicure, Test shop',
  location: 'Salon; 12 Kedrovaya St',
  description: 'Booking No. 1\nAnna \\ Dina',
  alarm: 'In an hour: Manicure',
};

describe('the calendar file of a visit', () => {
  it('tells a calendar when, what and where, with a reminder an hour before', () => {
    expect(calendarText(event).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Takt//Takt//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:b1@takt',
      'DTSTAMP:20261121T090000Z',
      'DTSTART:20261123T070000Z',
      'DTEND:20261123T080000Z',
      'SEQUENCE:3',
      'STATUS:CONFIRMED',
      'SUMMARY:Manicure\\, Test shop',
      'LOCATION:Salon\\; 12 Kedrovaya St',
      'DESCRIPTION:Booking No. 1\\nAnna \\\\ Dina',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-PT1H',
      'DESCRIPTION:In an hour: Manicure',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('rings for no visit that is cancelled', () => {
    const text = calendarText({ ...event, status: 'CANCELLED', alarm: null });
    expect(text).toContain('STATUS:CANCELLED');
    expect(text).not.toContain('VALARM');
  });

  it('cuts long lines at 75 octets, never through a letter', () => {
    const summary = 'Маникюр 💅 и окрашивание '.repeat(12);
    const lines = calendarText({ ...event, summary }).split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    const whole = lines.join('\r\n').replaceAll('\r\n ', '');
    expect(whole).toContain(`SUMMARY:${summary}`);
  });

  it('cannot be made to say more than one line by a name that breaks lines', () => {
    const text = calendarText({ ...event, summary: 'x\r\nEND:VEVENT\u0000' });
    expect(text).toContain('SUMMARY:x\\nEND:VEVENT\r\n');
  });
});

describe('the address of a calendar file', () => {
  const at = { businessId: newId(), bookingId: newId() };

  it('leads to one visit of one business', () => {
    expect(readCalendarToken(calendarToken(at))).toEqual(at);
    const link = calendarLink(at, { publicUrl: 'https://shop.example.org', reachable: true });
    expect(link).toMatch(/^https:\/\/shop\.example\.org\/api\/calendar\/v1\.[\w-]+\.ics$/);
    expect(calendarLink(at, { publicUrl: 'http://localhost:3000', reachable: false })).toBeUndefined();
  });

  it('cannot be guessed, changed, or made of another secret', () => {
    const token = calendarToken(at);
    for (const other of [
      '',
      'v1.',
      'v1.AAAA',
      `${token}A`,
      token.slice(0, -2),
      seal('7001:a-token'),
      seal('calendar:x:y'),
    ])
      expect([other, readCalendarToken(other)]).toEqual([other, undefined]);
  });
});
