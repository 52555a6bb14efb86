import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isQuiet } from '#domain/time-rules.ts';
import { planReminders, type Reminder } from './reminders.ts';

const zone = 'Europe/Berlin';
const quietHours = { from: '22:00', to: '08:00' };
/** Winter: the clock in Berlin is an hour ahead of UTC. */
const berlin = (time: string): Date => new Date(`2026-01-${time}:00+01:00`);
const longAgo = new Date('2025-01-01T00:00:00Z');

const before = (minutes: number, more: Partial<Reminder> = {}): Reminder => ({
  id: `${minutes}`,
  on: true,
  when: { kind: 'before', minutes },
  toClient: true,
  toStaff: false,
  ...more,
});
const morning = (time: string): Reminder => ({ ...before(0), id: 'morning', when: { kind: 'morning', time } });

function planned(reminders: Reminder[], startsAt: Date, facts: { setAt?: Date; noQuiet?: boolean } = {}): string[] {
  const { setAt = longAgo, noQuiet = false } = facts;
  const plan = planReminders({ reminders, startsAt, setAt, zone, quietHours: noQuiet ? null : quietHours });
  return plan.map(({ id, at, skipped }) => {
    const shown = new Date(at.getTime() + 3_600_000).toISOString().slice(8, 16).replace('T', ' ');
    return `${id}: ${shown}${skipped ? ` ${skipped}` : ''}`;
  });
}

describe('the reminders of a visit', () => {
  it('come so long before it, the earliest first', () => {
    expect(planned([before(60), before(24 * 60)], berlin('10T14:00'))).toEqual(['1440: 09 14:00', '60: 10 13:00']);
  });

  it('come in the morning of its day by the clock of the place', () => {
    expect(planned([morning('09:00')], berlin('10T14:00'))).toEqual(['morning: 10 09:00']);
    expect(planned([morning('09:00')], berlin('11T00:30'))).toEqual(['morning: 11 09:00 after_visit']);
  });

  it('do not come in the morning when the visit is earlier or at that very time', () => {
    expect(planned([morning('09:00')], berlin('10T08:30'))).toEqual(['morning: 10 09:00 after_visit']);
    expect(planned([morning('09:00')], berlin('10T09:00'))).toEqual(['morning: 10 09:00 after_visit']);
  });

  it('are missed when their moment was over as the visit was booked', () => {
    const setAt = berlin('10T12:00');
    expect(planned([before(120), before(60), before(24 * 60)], berlin('10T14:00'), { setAt })).toEqual([
      '1440: 09 14:00 missed',
      '120: 10 12:00 missed',
      '60: 10 13:00',
    ]);
  });

  it('that are off, or for nobody, are not in the plan', () => {
    const none = [before(60, { on: false }), before(60, { toClient: false })];
    expect(planned(none, berlin('10T14:00'))).toEqual([]);
  });
});

describe('a reminder that falls into quiet hours', () => {
  it.each([
    ['waits for their end', 60 * 4, '10T10:00', '240: 10 08:00'],
    ['waits for their end when that is half an hour before the visit', 60, '10T08:30', '60: 10 08:00'],
    ['comes the evening before when their end is too near to the visit', 60, '10T08:29', '60: 09 21:59'],
    ['comes the evening before a visit within quiet hours', 60, '10T07:00', '60: 09 21:59'],
    ['comes the same evening when the visit is late at night', 30, '10T23:45', '30: 10 21:59'],
    ['is as it is at their end', 60, '10T09:00', '60: 10 08:00'],
    ['is as it is a minute before they begin', 61, '10T23:00', '61: 10 21:59'],
  ])('%s', (_, minutes, startsAt, plan) => {
    expect(planned([before(minutes)], berlin(startsAt))).toEqual([plan]);
  });

  it('is missed when the visit was booked after they began', () => {
    const setAt = berlin('09T22:30');
    expect(planned([before(60)], berlin('10T08:00'), { setAt })).toEqual(['60: 09 21:59 missed']);
    expect(planned([before(60)], berlin('10T10:00'), { setAt })).toEqual(['60: 10 09:00']);
  });

  it('stays where it is when there are no quiet hours', () => {
    expect(planned([before(60)], berlin('10T07:00'), { noQuiet: true })).toEqual(['60: 10 06:00']);
  });
});

describe('of two reminders that would come within ten minutes', () => {
  it('the one nearer to the visit stays', () => {
    // Both wait for eight o'clock.
    expect(planned([before(240), before(180)], berlin('10T10:00'))).toEqual([
      '240: 10 08:00 too_near',
      '180: 10 08:00',
    ]);
    expect(planned([before(70), before(60)], berlin('10T14:00'))).toEqual(['70: 10 12:50 too_near', '60: 10 13:00']);
    expect(planned([before(71), before(60)], berlin('10T14:00'))).toEqual(['71: 10 12:49', '60: 10 13:00']);
  });

  it('a third is measured by those that stay', () => {
    expect(planned([before(78), before(69), before(60)], berlin('10T14:00'))).toEqual([
      '78: 10 12:42',
      '69: 10 12:51 too_near',
      '60: 10 13:00',
    ]);
  });

  it('both come when one is for the client and one for staff', () => {
    const toStaff = { toClient: false, toStaff: true };
    const [client, staff] = [before(65), before(60, toStaff)];
    expect(planned([client, staff], berlin('10T14:00'))).toEqual(['65: 10 12:55', '60: 10 13:00']);
    const both = before(60, { toStaff: true });
    expect(planned([client, both], berlin('10T14:00'))).toEqual(['65: 10 12:55 too_near', '60: 10 13:00']);
  });

  it('the one that is for staff as well goes to staff alone', () => {
    const plan = planReminders({
      reminders: [before(60), { ...morning('09:00'), toStaff: true }],
      startsAt: berlin('10T10:00'),
      setAt: longAgo,
      zone,
      quietHours,
    });
    expect(plan).toMatchObject([
      { id: 'morning', toClient: false, toStaff: true, skipped: null },
      { id: '60', toClient: true, toStaff: false, skipped: null },
    ]);
  });

  it('one that was missed keeps no other away', () => {
    const setAt = berlin('10T12:58');
    expect(planned([before(70), before(60)], berlin('10T14:00'), { setAt })).toEqual([
      '70: 10 12:50 missed',
      '60: 10 13:00',
    ]);
  });
});

describe('where clocks are changed', () => {
  it('the evening before keeps its wall-clock time', () => {
    // In the night to 29 March, the clock in Berlin goes from two to three.
    const startsAt = new Date('2026-03-29T08:15:00+02:00');
    const plan = planReminders({ reminders: [before(60)], startsAt, setAt: longAgo, zone, quietHours });
    expect(plan[0]?.at).toEqual(new Date('2026-03-28T21:59:00+01:00'));
  });

  it('a morning that is skipped begins when the clock has been put forward', () => {
    const startsAt = new Date('2026-03-29T10:00:00+02:00');
    const plan = planReminders({ reminders: [morning('02:30')], startsAt, setAt: longAgo, zone, quietHours: null });
    expect(plan[0]?.at).toEqual(new Date('2026-03-29T03:00:00+02:00'));
  });

  const zones = ['Europe/Berlin', 'Australia/Lord_Howe', 'America/Nuuk', 'Africa/Cairo', 'Antarctica/Troll', 'UTC'];
  const time = fc.integer({ min: 0, max: 95 }).map((quarter) => {
    const text = (part: number): string => `${part}`.padStart(2, '0');
    return `${text(Math.floor(quarter / 4))}:${text((quarter % 4) * 15)}`;
  });
  const when = fc.oneof(
    fc.record({ kind: fc.constant('before' as const), minutes: fc.integer({ min: 0, max: 3000 }) }),
    fc.record({ kind: fc.constant('morning' as const), time }),
  );
  const reminders = fc.array(
    fc.record({ id: fc.uuid(), on: fc.boolean(), when, toClient: fc.boolean(), toStaff: fc.boolean() }),
    { maxLength: 5 },
  );
  const startsAt = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });

  it('and everywhere else, one comes after the booking, before the visit, and not in quiet hours', () => {
    fc.assert(
      fc.property(
        fc.record({
          reminders,
          startsAt,
          ahead: fc.integer({ min: 1, max: 4 * 86_400_000 }),
          zone: fc.constantFrom(...zones),
          quietHours: fc.option(fc.record({ from: time, to: time })),
        }),
        ({ ahead, ...facts }) => {
          const setAt = new Date(facts.startsAt.getTime() - ahead);
          const plan = planReminders({ ...facts, setAt });
          const wanted = facts.reminders.filter(({ on, toClient, toStaff }) => on && (toClient || toStaff));
          expect(plan.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());
          expect(plan).toEqual([...plan].sort((a, b) => a.at.getTime() - b.at.getTime()));
          for (const { at, skipped } of plan) {
            if (skipped) continue;
            expect(at.getTime()).toBeLessThan(facts.startsAt.getTime());
            expect(at.getTime()).toBeGreaterThan(setAt.getTime());
            expect(facts.quietHours !== null && isQuiet(at, facts.quietHours, facts.zone)).toBe(false);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
