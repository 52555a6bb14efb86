import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pause, until } from '#test/chaos/product.ts';
import { chainDocument, manual, say } from './chains.ts';
import type { Benchmark, Figure } from './figure.ts';
import { openHand, type Hand } from './hand.ts';
import { hundredths } from './load.ts';
import { arrivedSince, meet } from './meet.ts';
import { addPeople, type Person } from './people.ts';
import { letIn } from './runs.ts';
import { lastRequest, percentile } from './telegram.ts';
import type { World } from './world.ts';

/** TAKT_BENCH_PARKED=10000 and 100000 are the sizes of the goals; the usual one ends in about a minute. */
const RUNS = Number(process.env['TAKT_BENCH_PARKED'] ?? 1_000);
const WOKEN = 100;
const WOKEN_PER_SECOND = 10;
const TABLES = ['run', 'run_log', 'run_inbox', 'process', 'event', 'stream', 'stream_route', 'effect', 'node_tally'];
const TAG = 'wake up';

/** P5: what people who wait cost: memory of the worker, bytes in either store, and how fast one of them wakes. */
export const parked: Benchmark = async (world) => {
  const hand = await openHand();
  try {
    return await measure(world, hand);
  } finally {
    await hand.close();
  }
};

async function measure(world: World, hand: Hand): Promise<Figure> {
  const people = await addPeople(world, { count: RUNS, firstUserId: 74_000_000, bots: world.bots });
  const woken = spread(people, WOKEN);
  await meet(world, woken);
  const automationId = await hand.publish(parkedChain);
  const before = await look(world);
  const from = performance.now();
  await letIn(hand, automationId, people);
  await until(async () => (await waiting(world, automationId)) === RUNS, 'every run is parked', 7_200_000);
  const parkedMs = performance.now() - from;
  // What the servers still write by themselves, and what the worker still holds of the way there.
  await pause(5_000);
  const after = await look(world);
  const wakes = await wake(world, hand, woken);
  const p99 = percentile(wakes, 0.99);
  return {
    name: 'P5',
    goal: 'none is set: it is shown',
    holds: wakes.length === Math.min(WOKEN, RUNS),
    setting: `${RUNS} runs wait for an event or a month (TAKT_BENCH_PARKED=10000, 100000 for more); the worker keeps 600 workflows in memory; ${Math.min(WOKEN, RUNS)} are woken, ${WOKEN_PER_SECOND} a second, from all over; Temporal on SQLite`,
    figures: {
      runs: RUNS,
      parkedPerSecond: hundredths(RUNS / (parkedMs / 1_000)),
      workerMb: { before: before.workerMb, parked: after.workerMb },
      bytesPerRun: {
        postgres: Math.round((after.postgresBytes - before.postgresBytes) / RUNS),
        temporal: Math.round((after.temporalBytes - before.temporalBytes) / RUNS),
      },
      ratioTemporalToPostgres: hundredths(
        (after.temporalBytes - before.temporalBytes) / (after.postgresBytes - before.postgresBytes),
      ),
      wake: { p50Ms: percentile(wakes, 0.5), p99Ms: p99, maxMs: Math.max(...wakes) },
    },
  };
}

const parkedChain = chainDocument({
  name: 'P5: a wait that somebody ends',
  trigger: manual,
  steps: [
    {
      id: 'listen',
      type: 'wait-for-event',
      config: {
        event: 'contact.tagged',
        filter: { field: 'tag', is: 'equal', value: TAG },
        timeout: 'P30D',
      },
    },
    say('tell', 'Проснулись'),
  ],
  ways: [
    ['trigger', 'next', 'listen'],
    ['listen', 'happened', 'tell'],
    ['listen', 'timeout', 'done'],
    ['tell', 'next', 'done'],
  ],
});

/** So many of them, from all over. */
function spread<T>(all: readonly T[], count: number): T[] {
  const every = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, at) => at % every === 0).slice(0, count);
}

/** From before the event is written to the message at the Telegram emulator. */
async function wake(world: World, hand: Hand, some: readonly Person[]): Promise<number[]> {
  const after = await lastRequest(world.telegram);
  const told = new Map<number, number>();
  for (const { contactId, userId } of some) {
    told.set(userId, Date.now());
    await hand.within(async (tx) =>
      tx.emit({ type: 'contact.tagged', streamId: contactId, contactId, data: { tag: TAG } }),
    );
    await pause(Math.max(0, 1_000 / WOKEN_PER_SECOND - (Date.now() - (told.get(userId) ?? 0))));
  }
  const messages = () => arrivedSince(world, after);
  await until(async () => (await messages()).length >= some.length, 'everybody who was woken has spoken', 120_000);
  return (await messages()).map((one) => one.at - (told.get(Number(one.params['chat_id'])) ?? NaN));
}

async function waiting(world: World, automationId: string): Promise<number> {
  const { rows } = await world.rows.query<{ count: string }>(
    // Its workflow has had its turn too.
    `select count(*) from run r join process p on p.subject_id = r.id where r.automation_id = $1 and r.state = 'waiting' and p.seen_no >= p.wake_no`,
    [automationId],
  );
  return Number(rows[0]?.count);
}

async function look(world: World): Promise<{ workerMb: number; postgresBytes: number; temporalBytes: number }> {
  const { rows } = await world.rows.query<{ bytes: string }>(
    'select sum(pg_total_relation_size(name::regclass)) as bytes from unnest($1::text[]) as name',
    [TABLES],
  );
  const file = join(process.env['TAKT_DATA_DIR'] ?? '.', 'temporal.db');
  const temporalBytes = [file, `${file}-wal`].reduce(
    (sum, path) => sum + (existsSync(path) ? statSync(path).size : 0),
    0,
  );
  const kb = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${world.product.pid('workers')}/status`, 'utf8'))?.[1];
  return { workerMb: Math.round(Number(kb ?? 0) / 1_024), postgresBytes: Number(rows[0]?.bytes), temporalBytes };
}
