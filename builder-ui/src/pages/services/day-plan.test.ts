import { describe, expect, it } from '@jest/globals';
import { endsNextDay, freeBreak, nextShift, tidyTime, workOf, type DayPlan } from './day-plan.ts';

const day = (from: string, to: string, ...breaks: [string, string][]): DayPlan => ({
  hours: [{ from, to }],
  breaks: breaks.map(([one, other]) => ({ from: one, to: other })),
});

describe('hours of a day', () => {
  it('are read as people type them', () => {
    expect(['9', '930', '9.30', '9:30', '24:00', 'soon'].map(tidyTime)).toEqual([
      '09:00',
      '09:30',
      '09:30',
      '09:30',
      '00:00',
      'soon',
    ]);
  });

  it('may end on the next day', () => {
    expect(endsNextDay({ from: '20:00', to: '02:00' })).toBe(true);
    expect(endsNextDay({ from: '09:00', to: '18:00' })).toBe(false);
  });

  it('are counted without the breaks', () => {
    expect(workOf(day('20:00', '02:00', ['23:30', '00:30']))).toBe(300);
    expect(workOf({ hours: [], breaks: [] })).toBe(0);
  });

  it('get a break that lies inside and apart from the others', () => {
    expect(freeBreak(day('10:00', '19:00'))).toEqual({ from: '13:00', to: '14:00' });
    expect(freeBreak(day('10:00', '19:00', ['13:00', '14:00']))).toEqual({ from: '11:00', to: '12:00' });
    expect(freeBreak(day('20:00', '04:00'))).toEqual({ from: '21:00', to: '22:00' });
    expect(freeBreak(day('10:00', '11:00'))).toEqual({ from: '10:15', to: '10:30' });
  });

  it('get more hours after the last', () => {
    expect(nextShift(day('09:00', '13:00'))).toEqual({ from: '14:00', to: '17:00' });
    expect(nextShift(day('09:00', '22:00'))).toEqual({ from: '23:00', to: '00:00' });
  });
});
