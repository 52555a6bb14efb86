import { describe, expect, it } from '@jest/globals';
import { occupations } from '#domain/bookings/occupations.ts';
import type { Slot, SlotFacts, Span } from '#domain/bookings/slot-facts.ts';
import { freeSlots, nearestSlots, slotAt } from '#domain/bookings/slots.ts';
import { chanceFrom, zones, type Chance } from '../time-oracle/chance.ts';
import { oracleOf, type Oracle, type OracleSlot } from './oracle.ts';
import { hardDays, PIECE_MS, plus, wallAround, type Wall } from './wall.ts';
import { worldByChance } from './world-by-chance.ts';

/** Places by chance, in each of which our times are held against those of an oracle that only marks pieces of time. */
const CASES = Number(process.env['TAKT_SLOT_CASES'] ?? 20_000);
const SEED = Number(process.env['TAKT_SEED'] ?? 20_261_121);
const DAYS_EACH = 3;

type World = { facts: SlotFacts; wall: Wall; oracle: Oracle; chance: Chance };
const seen = { slots: 0, seats: 0, teams: 0, near: 0, refusals: new Map<string, number>() };

describe(`free times as the oracle counts them (TAKT_SEED=${SEED})`, () => {
  it('asks about thirty zones and more', () => expect(new Set(zones).size).toBeGreaterThanOrEqual(30));

  it(`in ${CASES.toLocaleString('en')} places`, () => {
    const chance = chanceFrom(SEED);
    // Asking Temporal about a day is slow, so that each zone has a few.
    const days = new Map(zones.map((zone) => [zone, someOf(hardDays(zone), DAYS_EACH, chance)]));
    for (let number = 0; number < CASES; number += 1) {
      const zone = chance.one(zones);
      const wall = wallAround(zone, chance.one(days.get(zone)!));
      const facts = worldByChance(chance, wall);
      const difference = differenceIn({ facts, wall, oracle: oracleOf(facts, wall), chance });
      if (!difference) continue;
      throw new Error(`They differ: ${JSON.stringify({ seed: SEED, number, day: wall.day, ...difference, facts })}`);
    }
  }, 3_600_000);

  it('among which every way to have a time and every refusal was met', () => {
    if (CASES < 5_000) return;
    expect(seen.refusals.size).toBe(11);
    for (const count of [seen.slots, seen.seats, seen.teams, seen.near, ...seen.refusals.values()])
      expect(count).toBeGreaterThan(CASES / 400);
  });
});

function someOf<T>(list: readonly T[], count: number, chance: Chance): T[] {
  const left = [...list];
  return list.slice(0, count).flatMap(() => left.splice(chance.whole(0, left.length - 1), 1));
}

type Difference = Record<string, unknown> | null;

function differenceIn(world: World): Difference {
  const { facts, wall, oracle, chance } = world;
  const count = chance.whole(1, 2);
  const slots = freeSlots(facts, { from: wall.day, count });
  const expected = oracle.free(Array.from({ length: count }, (_, index) => plus(wall.day, index)));
  seen.slots += slots.length;
  return (
    listsDiffer('freeSlots', slots, expected) ??
    first(slots, (slot) => assignmentFault(slot, world)) ??
    first(momentsByChance(world, expected), (ms) => answersDiffer(ms, world)) ??
    (chance.often(0.1) ? nearestDiffer(world) : null)
  );
}

function listsDiffer(what: string, ours: readonly Slot[], oracle: readonly OracleSlot[]): Difference {
  const [mine, theirs] = [ours.map(shown), oracle.map(shownOracle)];
  const at = mine.findIndex((slot, index) => slot !== theirs[index]);
  const index = at === -1 && theirs.length > mine.length ? mine.length : at;
  return index === -1 ? null : { what, ours: mine[index], oracle: theirs[index], counts: [mine.length, theirs.length] };
}

/** Rooms may be chosen in several ways: each must be of its list, free, and another. */
function assignmentFault(slot: Slot, { facts, oracle, wall }: World): Difference {
  if (slot.sessionId !== null) {
    seen.seats += 1;
    return occupations(slot, facts.items).length === 0 ? null : { what: 'a seat takes time', slot };
  }
  const parts = slot.items.map(({ staffId, startsAt, endsAt, resourceIds }) => ({
    staffId,
    from: +startsAt,
    to: +endsAt,
    roomIds: resourceIds,
  }));
  if (new Set(parts.map(({ staffId }) => staffId)).size > 1) seen.teams += 1;
  const bad = parts.find((part, index) => !oracle.roomsWillDo(index, part, part.roomIds));
  if (bad) return { what: 'rooms', bad };
  const ours = occupations(slot, facts.items);
  const taken = oracle.takes(parts);
  const ids = ours.map(({ resourceId }) => resourceId);
  const isAll = ids.join() === [...taken.keys()].sort().join();
  const isSame = ours.every(({ resourceId, spans }) => areSame(spans, taken.get(resourceId) ?? [], wall));
  return isAll && isSame ? null : { what: 'occupations', ours, oracle: [...taken] };
}

/** The same pieces, and told in as few spans as there can be. */
function areSame(ours: readonly Span[], theirs: readonly Span[], wall: Wall): boolean {
  const marks = (spans: readonly Span[]): string => {
    const marked = new Set<number>();
    for (const { from, to } of spans)
      for (let ms = from; ms < to; ms += PIECE_MS) marked.add((ms - wall.startMs) / PIECE_MS);
    return [...marked].sort((a, b) => a - b).join();
  };
  return marks(ours) === marks(theirs) && ours.every(({ from }, index) => index === 0 || from > ours[index - 1]!.to);
}

function momentsByChance({ chance, wall, facts }: World, free: readonly OracleSlot[]): number[] {
  const dayMs = Date.parse(`${wall.day}T00:00:00Z`);
  const some = Array.from({ length: 4 }, () => dayMs + chance.whole(-6 * 4, 50 * 4) * 15 * 60_000);
  const near = free.length > 0 ? [chance.one(free).startMs + chance.one([0, 0, PIECE_MS, -PIECE_MS])] : [];
  const sessions = (facts.sessions ?? []).map(({ from }) => from);
  return [...some, ...near, ...sessions, some[0]! + chance.whole(1, 899_999)];
}

function answersDiffer(ms: number, { facts, oracle, chance }: World): Difference {
  const by = chance.one(['client', 'staff'] as const);
  const ours = slotAt(facts, new Date(ms), by);
  const theirs = oracle.decide(ms, by);
  if (typeof theirs === 'string') seen.refusals.set(theirs, (seen.refusals.get(theirs) ?? 0) + 1);
  const mine = 'slot' in ours ? shown(ours.slot) : ours.refusal;
  const other = typeof theirs === 'string' ? theirs : shownOracle(theirs);
  return mine === other ? null : { what: 'slotAt', at: new Date(ms), by, ours: mine, oracle: other };
}

/** Only where the horizon lies within the days that the wall has. */
function nearestDiffer({ facts, wall, oracle, chance }: World): Difference {
  const days = wall.days.filter((day) => day >= oracle.today && day <= oracle.lastDate);
  if (oracle.today < plus(wall.day, -2) || oracle.lastDate > plus(wall.day, 2)) return null;
  const wantedMs = Date.parse(`${wall.day}T00:00:00Z`) + chance.whole(-40 * 4, 80 * 4) * 15 * 60_000;
  const count = chance.whole(1, 6);
  const away = ({ startMs }: OracleSlot): number => Math.abs(startMs - wantedMs);
  const nearest = oracle.free(days).sort((a, b) => away(a) - away(b) || a.startMs - b.startMs);
  const expected = nearest.slice(0, count).sort((a, b) => a.startMs - b.startMs);
  seen.near += expected.length;
  const difference = listsDiffer('nearestSlots', nearestSlots(facts, new Date(wantedMs), count), expected);
  return difference && { ...difference, wanted: new Date(wantedMs), count };
}

const shown = ({ startsAt, endsAt, sessionId, items }: Slot): string =>
  shownOracle({
    startMs: startsAt.getTime(),
    endMs: endsAt.getTime(),
    sessionId,
    parts: items.map((item) => ({ staffId: item.staffId, from: item.startsAt.getTime(), to: item.endsAt.getTime() })),
  });

function shownOracle({ startMs, endMs, sessionId, parts }: OracleSlot): string {
  const who = parts.map(({ staffId, from, to }) => `${staffId} ${from}..${to}`);
  return [`${startMs}..${endMs}`, sessionId ?? 'new', ...who].join(' | ');
}

function first<T>(list: readonly T[], faultOf: (one: T) => Difference): Difference {
  for (const one of list) {
    const fault = faultOf(one);
    if (fault) return fault;
  }
  return null;
}
