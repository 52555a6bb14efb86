import { describe, expect, it } from '@jest/globals';
import { nextOccurrence, recurrenceProblem } from '#automation/recurrence.ts';
import * as rules from '#domain/time-rules.ts';
import { chanceFrom, zones, type Chance } from './chance.ts';
import { DAY } from './clock.ts';
import * as oracle from './oracle.ts';
import * as rrule from './rrule-oracle.ts';
import { ruleByChance } from './rules-by-chance.ts';

/** 100,000 questions about time, each asked of our rules and of an oracle that knows only Intl and how to count. */
const SEED = Number(process.env['TAKT_SEED'] ?? 20_260_101);
type Answers = { input: unknown; ours: unknown; oracle: unknown };

function agree(name: string, count: number, ask: (chance: Chance, zone: string, at: number) => Answers): void {
  it(`${name}: ${count.toLocaleString('en')} cases`, () => {
    const chance = chanceFrom(SEED + count);
    for (let number = 0; number < count; number += 1) {
      const zone = chance.zone();
      const at = chance.instant(zone);
      const { input, ours, oracle: other } = ask(chance, zone, at);
      if (shown(ours) === shown(other)) continue;
      const report = { seed: SEED, number, zone, at: new Date(at), input, ours: shown(ours), oracle: shown(other) };
      throw new Error(`They differ: ${JSON.stringify(report, null, 1)}`);
    }
  });
}

describe(`time as the oracle counts it (TAKT_SEED=${SEED})`, () => {
  it('asks about thirty zones and more', () => expect(new Set(zones).size).toBeGreaterThanOrEqual(30));

  agree('the next moment in a window', 16_000, (chance, zone, at) => {
    const window = windowOf(chance);
    return {
      input: window,
      ours: rules.nextInWindow(new Date(at), window, zone),
      oracle: oracle.nextOpen(at, { window }, zone, 16),
    };
  });

  agree('whether a moment is in a window or quiet', 10_000, (chance, zone, at) => {
    const [window, quiet] = [windowOf(chance), quietOf(chance)];
    return {
      input: { window, quiet },
      ours: [rules.inWindow(new Date(at), window, zone), rules.isQuiet(new Date(at), quiet, zone)],
      oracle: [oracle.inWindow(at, window, zone), oracle.isQuiet(at, quiet, zone)],
    };
  });

  agree('the end of the quiet hours', 12_000, (chance, zone, at) => {
    const quiet = quietOf(chance);
    return {
      input: quiet,
      ours: rules.afterQuietHours(new Date(at), quiet, zone),
      oracle: oracle.nextOpen(at, { quiet }, zone, 8),
    };
  });

  agree('the next moment that a window and quiet hours both allow', 14_000, (chance, zone, at) => {
    const given = {
      window: chance.often(0.9) ? windowOf(chance) : undefined,
      quiet: chance.often(0.9) ? quietOf(chance) : undefined,
    };
    return {
      input: given,
      ours: rules.nextAllowed(new Date(at), given, zone),
      oracle: oracle.nextOpen(at, given, zone, 8),
    };
  });

  agree('the next time that the clock shows', 12_000, (chance, zone, at) => {
    const wanted = { days: daysOf(chance), time: chance.time() };
    const date = chance.often(0.5) ? new Date(at).toISOString().slice(0, 10) : chance.date();
    return {
      input: { ...wanted, date },
      ours: [rules.nextWallClock(new Date(at), wanted, zone), rules.atWallClock(date, wanted.time, zone)],
      oracle: [oracle.nextWallClock(at, wanted, zone), oracle.atWallClock(date, wanted.time, zone)],
    };
  });

  agree('a moment moved by an offset', 14_000, (chance, zone, at) => {
    const offset = offsetOf(chance);
    return {
      input: offset,
      ours: rules.withOffset(new Date(at), offset, zone),
      oracle: oracle.withOffset(at, offset, zone),
    };
  });

  agree('the next return of a birthday', 8_000, (chance, zone, at) => {
    const offset = `${chance.one(['', '-'])}P${chance.one([0, 0, 1, 3, 7, 30, 400])}D`;
    const yearly = { date: chance.often(0.2) ? '1996-02-29' : chance.date(), offset, time: chance.time() };
    return {
      input: yearly,
      ours: rules.nextYearly(new Date(at), yearly, zone),
      oracle: oracle.nextYearly(at, yearly, zone),
    };
  });

  agree('the next occurrence of a rule', 14_000, (chance, zone, at) => {
    const startDate = new Date(at + chance.whole(-900 * DAY, 60 * DAY)).toISOString().slice(0, 10);
    const recurrence = { rule: ruleByChance(chance, at), startDate, time: chance.time() };
    // A rule without a day in five years is refused before anybody asks for its next occurrence.
    const problem = recurrenceProblem(recurrence);
    if (problem !== undefined) {
      const first = rrule.nextOccurrence(recurrence, Date.parse(startDate) - 3 * DAY, zone);
      return { input: recurrence, ours: [problem, null], oracle: ['rule_empty', first] };
    }
    return {
      input: recurrence,
      ours: nextOccurrence(recurrence, new Date(at), zone),
      oracle: rrule.nextOccurrence(recurrence, at, zone),
    };
  });
});

const allDays = [1, 2, 3, 4, 5, 6, 7] as const;
const daysOf = (chance: Chance): rules.Weekday[] => chance.some(allDays, chance.one([0.2, 0.4, 0.9]));
const windowOf = (chance: Chance): rules.TimeWindow => ({ days: daysOf(chance), ...quietOf(chance) });

function quietOf(chance: Chance): rules.QuietHours {
  const from = chance.time();
  return { from, to: chance.often(0.1) ? from : chance.time() };
}

function offsetOf(chance: Chance): string {
  const sign = chance.one(['', '-']);
  const exact = `T${chance.one([`${chance.whole(0, 80)}H`, `${chance.whole(0, 3000)}M`, `${chance.whole(0, 9)}H${chance.whole(0, 59)}S`])}`;
  const days = chance.one([
    `${chance.whole(0, 40)}D`,
    `${chance.whole(0, 9)}W`,
    `${chance.whole(0, 14)}M`,
    '1Y',
    '1Y1M2D',
  ]);
  return `${sign}P${chance.one([exact, days, days, `${days}${exact}`])}`;
}

/** Moments and their milliseconds read alike. */
function shown(answer: unknown): string {
  if (Array.isArray(answer)) return answer.map(shown).join(', ');
  if (typeof answer === 'number') return new Date(answer).toISOString();
  return answer instanceof Date ? answer.toISOString() : String(answer);
}
