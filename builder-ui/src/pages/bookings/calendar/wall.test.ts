import { describe, expect, it } from '@jest/globals';
import { clock, daysBetween, isShown, minutesOf, minutesSince, momentOf, mondayOf, wallAt, wallOf } from './wall.ts';

describe('the clock on the wall of a place', () => {
  it('shows a moment by the zone of the place, wherever the reader is', () => {
    expect(wallOf('2026-11-20T21:30:00Z', 'Europe/Moscow')).toEqual({ day: '2026-11-21', minute: 30 });
    expect(wallOf('2026-11-20T21:30:00Z', 'America/New_York')).toEqual({ day: '2026-11-20', minute: 990 });
  });

  it('leads back to the same moment, in summer and in winter', () => {
    for (const moment of ['2026-01-10T09:15:00.000Z', '2026-07-10T09:15:00.000Z'])
      for (const zone of ['Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns'])
        expect(momentOf(wallOf(moment, zone), zone).toISOString()).toBe(moment);
  });

  it('never shows an hour that the clocks skip', () => {
    expect(isShown({ day: '2026-03-29', minute: 150 }, 'Europe/Berlin')).toBe(false);
    expect(isShown({ day: '2026-03-29', minute: 180 }, 'Europe/Berlin')).toBe(true);
    expect(isShown({ day: '2026-03-30', minute: 150 }, 'Europe/Berlin')).toBe(true);
  });

  it('means the earlier of two when an hour comes twice', () => {
    const twice = { day: '2026-10-25', minute: 150 };
    expect(isShown(twice, 'Europe/Berlin')).toBe(true);
    expect(momentOf(twice, 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('counts minutes over midnight and back', () => {
    expect(minutesSince('2026-12-31', { day: '2027-01-01', minute: 60 })).toBe(1_500);
    expect(minutesSince('2027-01-01', { day: '2026-12-31', minute: 1_380 })).toBe(-60);
    expect(wallAt('2026-12-31', 1_500)).toEqual({ day: '2027-01-01', minute: 60 });
    expect(wallAt('2027-01-01', -60)).toEqual({ day: '2026-12-31', minute: 1_380 });
    expect(clock(1_500)).toBe('01:00');
  });

  it('reads an hour as people type it, and nothing else', () => {
    expect(['9:05', '09:05', ' 23:59 ', '905', '1430', '14', '9.30'].map(minutesOf)).toEqual([
      545, 545, 1_439, 545, 870, 840, 570,
    ]);
    const none = ['24:00', '9:5', '', 'noon', '1299', '9:60', '12345'];
    expect(none.map(minutesOf)).toEqual(none.map(() => undefined));
  });

  it('begins a week on Monday, over the end of a year too', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2027-01-01')).toBe('2026-12-28');
    expect(daysBetween('2026-12-28', '2027-01-03')).toBe(6);
  });
});
