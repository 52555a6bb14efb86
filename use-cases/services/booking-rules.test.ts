import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { defaultBookingRules, type ReminderWithText } from '#domain/bookings/rules.ts';
import { aBusiness, testDatabase, type TestDatabase } from '#test/support/database.ts';
import { MANAGER, MASTER, OWNER } from '#test/support/shop.ts';
import { changeBookingRules, type RulesChange } from './change-booking-rules.ts';
import { readBookingRules } from './read-booking-rules.ts';

let database: TestDatabase;
let businessId: string;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  ({ businessId } = await aBusiness(database, { lowStock: 2 }));
});
afterAll(() => database.drop());

const change = (what: RulesChange, actor = OWNER) =>
  database.withBusiness(businessId, actor, (tx) => changeBookingRules(tx, what));
const refused = (what: RulesChange) => expect(change(what)).rejects;
const rules = async () => (await database.withBusiness(businessId, OWNER, readBookingRules)).rules;
const reminder: ReminderWithText = {
  id: '24h',
  on: true,
  when: { kind: 'before', minutes: 1_440 },
  toClient: true,
  toStaff: false,
  text: null,
};

describe('the rules of booking', () => {
  it('are those of the product until the owner says otherwise, each by itself', async () => {
    expect(await rules()).toEqual(defaultBookingRules);
    await change({ stepMinutes: 15 }, MANAGER);
    await change({ policy: { cancelHours: 24, moveHours: 6, maxMoves: 0 } });
    expect(await rules()).toEqual({
      ...defaultBookingRules,
      stepMinutes: 15,
      policy: { cancelHours: 24, moveHours: 6, maxMoves: 0 },
    });
    const { rows } = await database.owner.query(`select settings->>'lowStock' as low from business where id = $1`, [
      businessId,
    ]);
    expect(rows).toEqual([{ low: '2' }]);
    await expect(change({ stepMinutes: 30 }, MASTER)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('are numbers within sense', async () => {
    const { policy, unconfirmed } = defaultBookingRules;
    const bad: [RulesChange, string][] = [
      [{ stepMinutes: 4 }, 'stepMinutes'],
      [{ stepMinutes: 241 }, 'stepMinutes'],
      [{ stepMinutes: 7.5 }, 'stepMinutes'],
      [{ noticeMinutes: -1 }, 'noticeMinutes'],
      [{ noticeMinutes: 43_201 }, 'noticeMinutes'],
      [{ horizonDays: 0 }, 'horizonDays'],
      [{ horizonDays: 366 }, 'horizonDays'],
      [{ policy: { ...policy, cancelHours: 721 } }, 'policy.cancelHours'],
      [{ policy: { ...policy, moveHours: -1 } }, 'policy.moveHours'],
      [{ policy: { ...policy, maxMoves: 51 } }, 'policy.maxMoves'],
      [{ unconfirmed: { ...unconfirmed, minutesBefore: 0 } }, 'unconfirmed.minutesBefore'],
      [{ reminders: [{ ...reminder, when: { kind: 'before', minutes: 0 } }] }, 'reminders.0.when.minutes'],
    ];
    for (const [what, path] of bad) await refused(what).toMatchObject({ code: 'setting_invalid', facts: { path } });
  });

  it('leave at least one day that can be booked', async () => {
    await refused({ horizonDays: 2, noticeMinutes: 3 * 1_440 }).toMatchObject({ code: 'notice_beyond_horizon' });
    await change({ horizonDays: 2, noticeMinutes: 2 * 1_440 });
    await refused({ horizonDays: 1 }).toMatchObject({ code: 'notice_beyond_horizon' });
  });

  it('keep the night quiet, or not', async () => {
    await refused({ quietHours: { from: '22:00', to: '22:00' } }).toMatchObject({ code: 'quiet_hours_empty' });
    await refused({ quietHours: { from: '22', to: '08:00' } }).toMatchObject({ facts: { path: 'quietHours' } });
    await change({ quietHours: null });
    expect((await rules()).quietHours).toBeNull();
  });
});

describe('a reminder', () => {
  const text = (words: string) => refused({ reminders: [{ ...reminder, text: { ru: words, en: 'x' } }] });

  it('speaks in the words of the owner, in both languages', async () => {
    await change({ reminders: [{ ...reminder, text: { ru: ' {name}, ждём вас: {when} <3 ', en: '' } }] });
    const said = '{name}, ждём вас: {when} <3';
    expect((await rules()).reminders[0]?.text).toEqual({ ru: said, en: said });
    await change({ reminders: [reminder] });
    expect((await rules()).reminders).toEqual([reminder]);
  });

  it('names only what a booking has', async () => {
    await text('{deposit}').toMatchObject({
      code: 'variable_unknown',
      facts: { path: 'reminders.0.text.ru', name: '{deposit}' },
    });
    await text('{name').toMatchObject({ code: 'brace_alone' });
    await text('x'.repeat(1_001)).toMatchObject({ code: 'text_too_long', facts: { max: 1_000 } });
    await refused({ reminders: [{ ...reminder, text: { ru: ' ', en: '' } }] }).toMatchObject({ code: 'text_empty' });
  });

  it('comes once, at a time of the clock', async () => {
    await refused({ reminders: [reminder, reminder] }).toMatchObject({
      code: 'reminder_twice',
      facts: { path: 'reminders.1' },
    });
    await refused({ reminders: [{ ...reminder, when: { kind: 'morning', time: '9' } }] }).toMatchObject({
      code: 'time_invalid',
      facts: { path: 'reminders.0.when.time' },
    });
  });
});
