import { DAY } from './clock.ts';
import type { Chance } from './chance.ts';

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** An RRULE that the language of automations accepts; `after` is the moment that its COUNT and UNTIL lie about. */
export function ruleByChance(chance: Chance, after: number): string {
  const frequency = chance.one(['DAILY', 'WEEKLY', 'WEEKLY', 'MONTHLY', 'MONTHLY', 'YEARLY']);
  const parts = [`FREQ=${frequency}`];
  if (chance.often(0.5)) parts.push(`INTERVAL=${chance.whole(1, frequency === 'YEARLY' ? 3 : 9)}`);
  parts.push(...daysOf(chance, frequency));
  if (chance.often(0.3)) parts.push(`WKST=${chance.one(names)}`);
  const end = chance.whole(1, 5);
  if (end === 1) parts.push(`COUNT=${chance.whole(1, 200)}`);
  if (end === 2) parts.push(`UNTIL=${untilOf(chance, after)}`);
  return parts.join(';');
}

function daysOf(chance: Chance, frequency: string): string[] {
  const months = chance.often(0.25) ? [`BYMONTH=${listOf(chance, 12)}`] : [];
  const plain = `BYDAY=${chance.some(names, 0.35).join(',') || 'SU'}`;
  const monthDays = `BYMONTHDAY=${chance.often(0.3) ? chance.one(['-1', '-2', '31', '29,-1', '30']) : listOf(chance, 31)}`;
  if (frequency === 'DAILY') return [...months, ...chance.some([plain, monthDays], 0.2)];
  if (frequency === 'WEEKLY') return [...months, ...chance.some([plain], 0.8)];
  const numbered = `BYDAY=${chance.one([1, 2, 3, 4, 5, -1, -2])}${chance.one(names)}`;
  const position = `BYSETPOS=${chance.one(['1', '-1', '2', '1,-1', '3,-2'])}`;
  const days = chance.one([
    [],
    [plain],
    [numbered],
    [monthDays],
    [plain, monthDays],
    [plain, position],
    [monthDays, position],
  ]);
  return [...months, ...days];
}

const listOf = (chance: Chance, most: number): string =>
  [...new Set([chance.whole(1, most), chance.whole(1, most)])].join(',');

function untilOf(chance: Chance, after: number): string {
  const stamp = new Date(after + chance.whole(-2 * DAY, 60 * DAY)).toISOString().replace(/[-:]|\.\d+/g, '');
  return chance.one([stamp.slice(0, 8), stamp, stamp.slice(0, 15)]);
}
