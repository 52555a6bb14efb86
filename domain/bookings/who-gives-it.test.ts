import { describe, expect, it } from '@jest/globals';
import { aPlace, answerAt, at, minutes, person, room, service, timesOf } from '#test/slot-oracle/a-place.ts';
import type { SlotFacts } from './slot-facts.ts';

const half = { stepMinutes: 30, noticeMinutes: 0, horizonDays: 30 };
const anna = (told: Parameters<typeof person>[1], time = minutes(60)): SlotFacts =>
  aPlace({ staff: [person('anna', told)], rules: half, items: [service(time, 'anna')] });

describe('buffers', () => {
  it.each([
    ['before a visit must be free', { busy: '10:00-10:30' }, { bufferBefore: 30 }, '09:00 11:00 11:30 12:00'],
    ['after a visit must be free', { busy: '11:00-11:30' }, { bufferAfter: 30 }, '09:00 09:30 11:30 12:00'],
    [
      'may lie outside working hours',
      {},
      { bufferBefore: 60, bufferAfter: 60 },
      '09:00 09:30 10:00 10:30 11:00 11:30 12:00',
    ],
    ['may lie over a break', { breaks: '10:00-10:30' }, { bufferAfter: 30 }, '09:00 10:30 11:00 11:30 12:00'],
  ])('%s', (_, told, buffers, times) => {
    expect(timesOf(anna({ hours: '09:00-13:00', ...told }, minutes(60, buffers)))).toBe(times);
  });

  it('of two neighbours add up', () => {
    // The visit of eleven o'clock is there with its own buffer of half an hour before.
    const facts = anna({ hours: '09:00-13:00', busy: '10:30-12:00' }, minutes(30, { bufferAfter: 30 }));
    expect(timesOf(facts)).toBe('09:00 09:30 12:00 12:30');
  });

  it('between the services of one visit do not push them apart', () => {
    const time = minutes(30, { bufferBefore: 15, bufferAfter: 15 });
    const facts = aPlace({
      items: [service(time, 'anna', 'chair'), service(time, 'anna', 'chair')],
      resources: [room('chair')],
    });
    expect(answerAt(facts, at('10:00'))).toBe('anna+chair 10:00-10:30, anna+chair 10:30-11:00');
  });

  it('around a visit of several services must be free all the same', () => {
    const time = minutes(30, { bufferAfter: 30 });
    const facts = { ...anna({ busy: '11:15-12:00' }), items: [service(time, 'anna'), service(time, 'anna')] };
    expect(answerAt(facts, at('10:00'))).toBe('staff_busy');
  });
});

describe('a gap in which the client waits', () => {
  const colour = minutes(120, { gap: { from: 30, minutes: 60 } });

  it('leaves the person free for somebody else', () => {
    expect(answerAt(anna({ busy: '10:30-11:30' }, colour), at('10:00'))).toBe('anna 10:00-12:00');
    expect(answerAt(anna({ busy: '10:29-11:30' }, colour), at('10:00'))).toBe('staff_busy');
    expect(answerAt(anna({ busy: '10:30-11:31' }, colour), at('10:00'))).toBe('staff_busy');
  });

  it('is used by a short visit within the colouring of another', () => {
    const cut = anna({ busy: '10:00-10:30 11:30-12:00' }, minutes(60));
    expect(answerAt(cut, at('10:30'))).toBe('anna 10:30-11:30');
  });

  it('may lie over a break, the work before and after it may not', () => {
    expect(answerAt(anna({ breaks: '10:30-11:30' }, colour), at('10:00'))).toBe('anna 10:00-12:00');
    expect(answerAt(anna({ breaks: '10:30-11:45' }, colour), at('10:00'))).toBe('not_working');
  });

  it('keeps the chair', () => {
    const facts = aPlace({ items: [service(colour, 'anna', 'chair')], resources: [room('chair', '11:00-11:15')] });
    expect(answerAt(facts, at('10:00'))).toBe('resource_busy');
  });
});

describe('rooms and equipment', () => {
  const needing = (...needs: string[]) => [service(minutes(60), 'anna', ...needs)];
  const all = [room('blue'), room('green'), room('laser')];

  it.each([
    [
      'one of a list is taken, the first that is free',
      needing('blue green'),
      [room('blue', '10:30-11:00'), room('green')],
      'anna+green 10:00-11:00',
    ],
    ['one of each list, in the order of the lists', needing('laser', 'blue green'), all, 'anna+laser+blue 10:00-11:00'],
    ['two of one list are two', needing('blue green', 'blue green'), all, 'anna+blue+green 10:00-11:00'],
    ['one alone is never two', needing('blue', 'blue'), all, 'resource_busy'],
    ['what one list alone can use is left to it', needing('blue green', 'blue'), all, 'anna+green+blue 10:00-11:00'],
    ['also over three', needing('blue green', 'green laser', 'blue'), all, 'anna+green+laser+blue 10:00-11:00'],
    [
      'what is taken back to back is free',
      needing('blue'),
      [room('blue', '09:00-10:00 11:00-12:00')],
      'anna+blue 10:00-11:00',
    ],
    ['what was sold is never free', needing('sold'), all, 'resource_busy'],
    ['an empty list can never be had', [{ ...needing()[0]!, needs: [[]] }], all, 'resource_busy'],
  ])('%s', (_, items, resources, answer) => {
    expect(answerAt(aPlace({ items, resources }), at('10:00'))).toBe(answer);
  });

  it('are taken with the buffers', () => {
    const items = [service(minutes(60, { bufferBefore: 15, bufferAfter: 15 }), 'anna', 'blue')];
    const answers = ['09:00-09:45', '09:00-09:46', '11:14-12:00', '11:15-12:00'].map((busy) =>
      answerAt(aPlace({ items, resources: [room('blue', busy)] }), at('10:00')),
    );
    expect(answers.map((answer) => answer === 'resource_busy')).toEqual([false, true, true, false]);
  });
});

describe('when anybody will do', () => {
  const days = (...list: string[]): Date[] => list.map((day) => at('09:00', `2026-06-${day}`));
  const two = (annaHas: Date[], borisHas: Date[], more: Partial<SlotFacts> = {}): SlotFacts =>
    aPlace({
      staff: [person('anna', { visits: annaHas }), person('boris', { visits: borisHas })],
      items: [service(minutes(60), 'anna boris')],
      ...more,
    });

  it.each([
    ['the first of the list, when all have as many', [], [], 'anna'],
    ['who has fewer visits that day', days('10', '10'), days('10'), 'boris'],
    ['who has fewer that week, when the day is even', days('10', '12'), days('10'), 'boris'],
    ['the day counts before the week', days('10'), days('08', '09', '11'), 'boris'],
    ['Monday begins a week', days('15'), days('08'), 'anna'],
    ['Sunday ends it', days('14'), [], 'boris'],
  ])('%s', (_, annaHas, borisHas, who) => {
    expect(answerAt(two(annaHas, borisHas), at('10:00'))).toBe(`${who} 10:00-11:00`);
  });

  it('the day is that of the place: what is late on Tuesday in London is early on Wednesday in Tokyo', () => {
    const late = [at('20:00', '2026-06-09')];
    expect(answerAt(two(late, []), at('10:00'))).toBe('boris 10:00-11:00');
    const tokyo = two(late, days('11'), { zone: 'Asia/Tokyo' });
    // Both have one this week; the one of Anna is on this day in Tokyo.
    expect(answerAt(tokyo, at('02:00'))).toMatch(/^boris/);
  });

  it('somebody else comes when the fair choice is taken', () => {
    const facts = two([], days('10'), { staff: [person('anna', { busy: '10:00-11:00' }), person('boris')] });
    expect(answerAt(facts, at('10:00'))).toBe('boris 10:00-11:00');
  });

  it('the refusal is that of the one who got furthest', () => {
    const staff = [person('anna', { hours: '10:00-10:30' }), person('boris', { busy: '10:00-11:00' })];
    expect(answerAt(two([], [], { staff }), at('10:00'))).toBe('staff_busy');
  });

  it('each has their own time', () => {
    const items = [
      {
        staff: [
          { id: 'anna', time: minutes(90) },
          { id: 'boris', time: minutes(45) },
        ],
        needs: [],
      },
    ];
    const staff = [person('anna', { busy: '11:00-12:00' }), person('boris', { busy: '10:45-12:00' })];
    expect(answerAt(aPlace({ staff, items }), at('10:00'))).toBe('boris 10:00-10:45');
  });
});

describe('a limit of visits', () => {
  const visits = [at('09:00'), at('12:00', '2026-06-11')];
  it.each([
    ['a day that is not reached', { maxPerDay: 2 }, 'anna 15:00-16:00'],
    ['a day', { maxPerDay: 1 }, 'day_full'],
    ['a week that is not reached', { maxPerWeek: 3 }, 'anna 15:00-16:00'],
    ['a week', { maxPerWeek: 2 }, 'week_full'],
    ['both: the day is named', { maxPerDay: 1, maxPerWeek: 2 }, 'day_full'],
    ['none at all', { maxPerDay: 0 }, 'day_full'],
  ])('%s', (_, limits, answer) => {
    expect(answerAt(anna({ visits, ...limits }), at('15:00'))).toBe(answer);
  });

  it('a visit of two services counts once', () => {
    const facts = anna({ visits, maxPerDay: 2 });
    expect(answerAt({ ...facts, items: [...facts.items, ...facts.items] }, at('15:00'))).toMatch(/^anna/);
  });

  it('is counted by the day and the week of the place', () => {
    const facts = {
      ...anna({ visits: [at('23:30', '2026-06-14')], maxPerWeek: 1, hours: '00:00-00:00' }),
      zone: 'Asia/Tokyo',
    };
    // Sunday evening in London is Monday in Tokyo.
    expect(answerAt(facts, at('10:00', '2026-06-14'))).toMatch(/^anna/);
    expect(answerAt(facts, at('10:00', '2026-06-15'))).toBe('week_full');
  });
});

describe('a visit of several services', () => {
  const staff = [person('anna'), person('boris'), person('clara')];
  const visit = (givers: string[], more: Partial<SlotFacts> = {}): SlotFacts =>
    aPlace({ staff, items: givers.map((list) => service(minutes(60), list)), ...more });

  it('goes on where the service before it ended', () => {
    expect(answerAt(visit(['anna', 'boris']), at('10:00'))).toBe('anna 10:00-11:00, boris 11:00-12:00');
  });

  it('ends when the place closes at the latest', () => {
    expect(timesOf(visit(['anna', 'boris']))).toMatch(/16:00$/);
  });

  it('is given by one person when one can give all of it', () => {
    const busier = [person('anna'), person('boris', { visits: [at('09:00')] }), person('clara')];
    const facts = visit(['anna boris', 'boris clara'], { staff: busier });
    expect(answerAt(facts, at('10:00'))).toBe('boris 10:00-11:00, boris 11:00-12:00');
  });

  it('is shared when nobody is free for all of it', () => {
    const taken = [person('anna', { busy: '11:00-12:00' }), person('boris', { busy: '10:00-11:00' })];
    const facts = visit(['anna boris', 'anna boris'], { staff: taken });
    expect(answerAt(facts, at('10:00'))).toBe('anna 10:00-11:00, boris 11:00-12:00');
  });

  it('is found whenever there is a way, also when the fair choice leads nowhere', () => {
    // Anna is quick; at half past ten nobody can go on. Boris takes an hour, and then Clara is there.
    const items = [
      {
        staff: [
          { id: 'anna', time: minutes(30) },
          { id: 'boris', time: minutes(60) },
        ],
        needs: [],
      },
      service(minutes(60), 'clara'),
    ];
    const facts = aPlace({ staff: [person('anna'), person('boris'), person('clara', { busy: '10:00-11:00' })], items });
    expect(answerAt(facts, at('10:00'))).toBe('boris 10:00-11:00, clara 11:00-12:00');
  });
});
