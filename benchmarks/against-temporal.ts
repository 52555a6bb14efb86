import type { Client } from '@temporalio/client';
import { runProcessId } from '#domain/processes.ts';
import { connectTemporal } from '#platform/temporal.ts';
import { startHttpEmulator } from '#providers/http/emulator/server.ts';
import { chainDocument, manual } from './chains.ts';
import type { Benchmark, Figure } from './figure.ts';
import { openHand, type Hand } from './hand.ts';
import { handSide, taktSide, type Side } from './sides.ts';
import { startHandWritten } from './hand-written/start.ts';
import { hundredths } from './load.ts';
import { addPeople } from './people.ts';
import { restart } from './profile.ts';
import { readDurability } from './six-statements.ts';
import { percentile } from './telegram.ts';
import type { World } from './world.ts';

const RUNS = 50;
/** The machine swings by a third between rounds; few of them would tell of the machine. */
const ROUNDS = 12;
const WAIT = { iso: 'PT1S', ms: 1_000 };
const GOAL = { ratio: 1.15, floor: 1.25 };

/** P2: wait, HTTP call, wait for event, by the product and by hand in Temporal, in turns in one run. */
export const againstTemporal: Benchmark = async (world) => {
  const partner = await startHttpEmulator({ port: 0 });
  world.product.env['TAKT_HTTP_ALLOW'] = partner.host;
  await restart(world, 'workers');
  const hand = await openHand();
  const byHand = await startHandWritten(world.product.env);
  const temporal = await connectTemporal();
  try {
    return await measure(world, { hand, temporal, url: `${partner.url}/echo` });
  } finally {
    await byHand.stop();
    await temporal.connection.close();
    await hand.close();
    await partner.close();
  }
};

async function measure(world: World, doors: { hand: Hand; temporal: Client; url: string }): Promise<Figure> {
  const { hand, temporal, url } = doors;
  const people = await addPeople(world, { count: RUNS, firstUserId: 72_000_000, bots: world.bots });
  const automationId = await hand.publish(sameByProduct(url));
  const sides = {
    takt: taktSide(world, hand, { automationId, people }),
    hand: handSide(world, temporal, { url, waitMs: WAIT.ms, people }),
  };
  const times: Record<keyof typeof sides, number[]> = { takt: [], hand: [] };
  const ids: Record<keyof typeof sides, string[]> = { takt: [], hand: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of round % 2 === 0 ? (['takt', 'hand'] as const) : (['hand', 'takt'] as const)) {
      const { runIds, ms } = await timeOf(sides[name]);
      // The first round warms up.
      if (round === 0) {
        await world.analyze();
        continue;
      }
      times[name].push(ms / RUNS);
      ids[name].push(...runIds);
    }
  }
  const taktEvents = await historyEvents(temporal, ids.takt.map(runProcessId));
  const handEvents = await historyEvents(
    temporal,
    ids.hand.map((id) => `hand:${id}`),
  );
  const [taktMs, handMs] = [percentile(times.takt, 0.5), percentile(times.hand, 0.5)];
  const ratio = { time: hundredths(taktMs / handMs), historyEvents: hundredths(taktEvents / handEvents) };
  const durability = await readDurability(world.product.env['DATABASE_URL']!);
  const worst = Math.max(ratio.time, ratio.historyEvents);
  return {
    name: 'P2',
    goal: `at most ${GOAL.ratio} times the time and the history events of the same by hand (floor ${GOAL.floor})`,
    holds: worst <= GOAL.ratio && durability.isOn,
    setting: `${RUNS} runs at once, ${ROUNDS} rounds in turns after one to warm up; a wait of ${WAIT.ms} ms (taken off), a call to a server beside it, a wait for an event; both keep a row a step in Postgres; time: from the first start to the last end, by the number of runs, median of the rounds; fsync ${durability.fsync}`,
    figures: {
      msPerRun: { takt: hundredths(taktMs), hand: hundredths(handMs) },
      historyEventsPerRun: { takt: taktEvents, hand: handEvents },
      ratio,
      holdsFloor: worst <= GOAL.floor,
      rounds: { takt: times.takt.map(hundredths), hand: times.hand.map(hundredths) },
    },
  };
}

/** Starts all, tells all of the event when all wait for it, and waits for all to end. */
async function timeOf(side: Side): Promise<{ runIds: string[]; ms: number }> {
  const from = performance.now();
  const runIds = await side.start();
  await side.allListen(runIds);
  const listened = performance.now() - from;
  const told = performance.now();
  await side.tell(runIds);
  await side.allEnded(runIds);
  return { runIds, ms: listened - WAIT.ms + performance.now() - told };
}

async function historyEvents(temporal: Client, workflowIds: readonly string[]): Promise<number> {
  const lengths: number[] = [];
  for (const id of workflowIds) lengths.push((await temporal.workflow.getHandle(id).describe()).historyLength);
  return hundredths(lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
}

const sameByProduct = (url: string) =>
  chainDocument({
    name: 'P2: wait, call, wait for an event',
    trigger: manual,
    steps: [
      { id: 'pause', type: 'wait', config: { duration: WAIT.iso } },
      { id: 'call', type: 'call-http', config: { method: 'POST', url, body: '{"from": "takt"}' } },
      { id: 'listen', type: 'wait-for-event', config: { event: 'contact.tagged', timeout: 'PT1H' } },
    ],
    ways: [
      ['trigger', 'next', 'pause'],
      ['pause', 'next', 'call'],
      ['call', 'ok', 'listen'],
      ['call', 'error', 'listen'],
      ['listen', 'happened', 'done'],
      ['listen', 'timeout', 'done'],
    ],
  });
