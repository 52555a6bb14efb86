import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { newId } from '#platform/ids.ts';
import { cancelBooking } from '#use-cases/bookings/cancel-booking.ts';
import { calendarToken } from '#use-cases/bookings/calendar-link.ts';
import { openTestDoor } from '#test/support/api-door.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aSalon, type Salon } from '#test/support/salon.ts';
import { OWNER } from '#test/support/shop.ts';
import express, { type Express } from 'express';
import { calendarDoor } from './routes/calendar-file.ts';

let database: TestDatabase;
let salon: Salon;
let app: Express;

beforeAll(async () => {
  database = await testDatabase();
  salon = await aSalon(database);
  app = express().use(calendarDoor(database));
});
afterAll(() => database.drop());

const file = (token: string) => supertest(app).get(`/api/calendar/${token}.ics`).buffer(true);

describe('the calendar file of a visit', () => {
  it('tells the visit as it stands now, in the client’s language, to whoever has the address', async () => {
    const contactId = await salon.client('Anna', { language: 'en' });
    const { bookingId, number } = await salon.books(contactId, '2026-11-23T10:00');
    const token = calendarToken({ businessId: salon.businessId, bookingId });
    const { status, headers, text } = await file(token);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-cache',
    ]);
    for (const line of [
      `UID:${bookingId}@takt`,
      'DTSTART:20261123T070000Z',
      'DTEND:20261123T080000Z',
      'SEQUENCE:1',
      'STATUS:CONFIRMED',
      'SUMMARY:Manicure\\, Test shop',
      'LOCATION:Salon\\, 12 Kedrovaya St',
      `DESCRIPTION:Booking No. ${number}. Анна. 2\\,000\u00a0₽.`,
      'TRIGGER:-PT1H',
    ])
      expect(text).toContain(`${line}\r\n`);
    await salon.within((tx) => cancelBooking(tx, { bookingId, reason: null }), { actor: OWNER });
    const after = (await file(token)).text;
    expect(after).toContain('STATUS:CANCELLED\r\n');
    expect(after).toContain('SEQUENCE:2\r\n');
    expect(after).not.toContain('VALARM');
  });

  it('is not there for an address that nobody has given out', async () => {
    const token = calendarToken({ businessId: salon.businessId, bookingId: newId() });
    for (const wrong of [token, `${token}x`, 'v1.', 'visit', token.slice(0, -4)])
      expect([wrong, (await file(wrong)).status]).toEqual([wrong, 404]);
    const { bookingId } = await salon.books(await salon.client(), '2026-11-24T10:00');
    const other = await aSalon(database);
    expect((await file(calendarToken({ businessId: other.businessId, bookingId }))).status).toBe(404);
  });

  it('is soon refused to one who guesses addresses, who can still look at the calendar page', async () => {
    const strict = await openTestDoor(database, { options: { rateLimits: true } });
    for (let guess = 0; guess < 31; guess += 1) await strict.ask('get', '/api/calendar');
    const tries = [];
    for (let guess = 0; guess < 31; guess += 1)
      tries.push((await strict.ask('get', `/api/calendar/guess-${guess}.ics`)).status);
    expect([tries[0], tries.at(-1)]).toEqual([404, 429]);
    expect((await strict.ask('get', '/api/calendar')).status).toBe(401);
    await strict.close();
  });
});
