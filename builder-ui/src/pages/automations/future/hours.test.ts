import { describe, expect, it } from '@jest/globals';
import { everyHour, fullest, seriesOf, sumHours, type HourRow } from './hours.ts';

const row = (hour: string, automationId: string, due: number): HourRow => ({
  hour: `2026-11-21T${hour}:00:00.000Z`,
  automationId,
  automation: automationId.toUpperCase(),
  due,
});

describe('what is to come', () => {
  const rows = [row('10', 'a', 3), row('10', 'b', 2), row('12', 'b', 7)];
  const series = seriesOf(rows, 'others');

  it('is counted hour by hour, with the busiest automation first', () => {
    expect(series.map((one) => one.name)).toEqual(['B', 'A']);
    expect(sumHours(rows, series)).toEqual([
      { hour: '2026-11-21T10:00:00.000Z', total: 5, parts: { s0: 2, s1: 3 } },
      { hour: '2026-11-21T12:00:00.000Z', total: 7, parts: { s0: 7 } },
    ]);
    expect(fullest(sumHours(rows, series))?.total).toBe(7);
  });

  it('keeps its distances: hours with nothing are there too, and what is overdue counts as now', () => {
    const all = everyHour(sumHours([...rows, row('02', 'a', 1)], series), Date.parse('2026-11-21T10:30:00Z'));
    expect(all).toHaveLength(169);
    expect(all.slice(0, 3).map((one) => one.total)).toEqual([6, 0, 7]);
  });

  it('shows at most five colours: the rest is one', () => {
    const many = Array.from({ length: 9 }, (_, index) => row('10', `x${index}`, 9 - index));
    const shown = seriesOf(many, 'others');
    expect(shown.map((one) => one.name)).toEqual(['X0', 'X1', 'X2', 'X3', 'others']);
    expect(sumHours(many, shown)[0]?.parts['rest']).toBe(5 + 4 + 3 + 2 + 1);
  });
});
