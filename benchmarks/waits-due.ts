import { until } from '#test/chaos/product.ts';
import { chainDocument, manual, say } from './chains.ts';
import type { Benchmark, Figure } from './figure.ts';
import { openHand, type Hand } from './hand.ts';
import { hundredths } from './load.ts';
import { arrivedSince, meet } from './meet.ts';
import { addBots } from './more-bots.ts';
import { addPeople, type Person } from './people.ts';
import { countRuns, letIn } from './runs.ts';
import { readDurability } from './six-statements.ts';
import { lastRequest, percentile } from './telegram.ts';
import type { BenchBot, World } from './world.ts';

type Size = { runs: number; overSeconds: number; bots: number; goalP99Ms: number };

const USUAL: Size = { runs: 400, overSeconds: 20, bots: 4, goalP99Ms: 5_000 };
/** TAKT_BENCH_BIG=on */
const BIG: Size = { runs: 10_000, overSeconds: 60, bots: 20, goalP99Ms: 120_000 };
/** So many a second are let in before the first wait is due; a slower machine says so by TAKT_BENCH_PARK_PER_SECOND. */
const PARK_PER_SECOND = Number(process.env['TAKT_BENCH_PARK_PER_SECOND'] ?? 12);

/** P4: waits that come due one after another: how late their messages are at Telegram, and that none is lost. */
export const waitsDue: Benchmark = async (world) => {
  const size = process.env['TAKT_BENCH_BIG'] === 'on' ? BIG : USUAL;
  const bots = [...world.bots, ...(await addBots(world, size.bots - world.bots.length))];
  const hand = await openHand();
  try {
    return await measure(world, hand, size, bots);
  } finally {
    await hand.close();
  }
};

async function measure(world: World, hand: Hand, size: Size, bots: readonly BenchBot[]): Promise<Figure> {
  const people = await addPeople(world, { count: size.runs, firstUserId: 73_000_000, bots });
  await meet(world, people);
  const first = Date.now() + (size.runs / PARK_PER_SECOND) * 1_000 + 15_000;
  const due = people.map((_, at) => Math.round(first + (at * size.overSeconds * 1_000) / size.runs));
  await setDates(world, people, due);
  const automationId = await hand.publish(untilLastOrder);
  const after = await lastRequest(world.telegram);
  const from = performance.now();
  await letIn(hand, automationId, people);
  const waiting = () => countRuns(world, automationId, `state = 'waiting'`);
  await until(async () => (await waiting()) === size.runs || Date.now() > first, 'every run waits', 3_600_000);
  const parkedPerSecond = hundredths(size.runs / ((performance.now() - from) / 1_000));
  if (Date.now() > first)
    throw new Error(
      `only ${await waiting()} of ${size.runs} runs waited when the first was due: give a lower TAKT_BENCH_PARK_PER_SECOND`,
    );
  const messages = () => arrivedSince(world, after);
  const last = due.at(-1) ?? first;
  await until(() => Date.now() > last, 'the last wait is due', 3_600_000);
  await until(
    async () => (await countRuns(world, automationId, `state <> 'ended'`)) === 0,
    'every run has ended',
    600_000,
  );
  await until(async () => (await messages()).length >= size.runs, 'every message has come', 600_000).catch(
    () => undefined,
  );
  const dueOf = new Map(people.map((person, at) => [person.userId, due[at] ?? NaN]));
  const late = (await messages()).map((one) => one.at - (dueOf.get(Number(one.params['chat_id'])) ?? NaN));
  const p99 = percentile(late, 0.99);
  const durability = await readDurability(world.product.env['DATABASE_URL']!);
  return {
    name: 'P4',
    goal: `waits due at ${hundredths(size.runs / size.overSeconds)}/s: lateness p99 ${size.goalP99Ms} ms, none lost`,
    holds: p99 <= size.goalP99Ms && late.length === size.runs && Math.min(...late) >= 0 && durability.isOn,
    setting: `${size.runs} runs parked, due within ${size.overSeconds} s over ${size.bots} bots (TAKT_BENCH_BIG=on: ${BIG.runs} in ${BIG.overSeconds} s over ${BIG.bots}); from the moment awaited to the message at the Telegram emulator; fsync ${durability.fsync}`,
    figures: {
      messages: late.length,
      lost: size.runs - late.length,
      earliestMs: Math.min(...late),
      p50LateMs: percentile(late, 0.5),
      p90LateMs: percentile(late, 0.9),
      p99LateMs: p99,
      maxLateMs: Math.max(...late),
      ratioToGoal: hundredths(p99 / size.goalP99Ms),
      parkedPerSecond,
    },
  };
}

/** The moment of the last order is the moment awaited, so that a wait's moment does not hang on when it began. */
const untilLastOrder = chainDocument({
  name: 'P4: a wait and a message',
  trigger: manual,
  steps: [
    {
      id: 'pause',
      type: 'wait-until',
      config: { until: { kind: 'date', reference: 'contact.lastOrderAt', offset: 'PT0S' }, ifPast: 'go_on' },
    },
    say('tell', 'Пора'),
  ],
  ways: [
    ['trigger', 'next', 'pause'],
    ['pause', 'next', 'tell'],
    ['tell', 'next', 'done'],
  ],
});

async function setDates(world: World, people: readonly Person[], due: readonly number[]): Promise<void> {
  const rows = people.map(({ contactId }, at) => ({ id: contactId, at: new Date(due[at] ?? 0).toISOString() }));
  await world.rows.query(
    `update contact c set last_order_at = d.at from jsonb_to_recordset($1::jsonb) as d(id uuid, at timestamptz) where c.id = d.id`,
    [JSON.stringify(rows)],
  );
}
