import { env } from '#platform/env.ts';
import { pause, until } from '#test/chaos/product.ts';
import { readWebhook } from '#use-cases/webhooks/webhooks.ts';
import { receiveWebhook } from '#use-cases/webhooks/receive-webhook.ts';
import { cpuPerRun, cpuSoFar } from './cpu.ts';
import { statementsOf } from './count-statements.ts';
import type { Benchmark } from './figure.ts';
import { openHand, type Hand } from './hand.ts';
import { hundredths, pressOn, type LoadResult } from './load.ts';
import { addPeople, type Person } from './people.ts';
import { profileWhile } from './profile.ts';
import { readDurability, sixStatementsPerSecond } from './six-statements.ts';
import { webhookBody, webhookChain } from './webhook-chain.ts';
import type { World } from './world.ts';

const PEOPLE = 1_000;
const SECONDS = 8;
const WARM_UP_SECONDS = 3;
const BARE_SECONDS = 3;
const GOAL = { perSecond: 1_000, floorPerSecond: 500, p99Ms: 100 };
/** What the well-known open-source builder did with the same four nodes on such a machine. */
const N8N_PER_SECOND = 113;

/** P1: runs a second from a webhook to its answer, and every run in the log. */
export const webhookRuns: Benchmark = async (world) => {
  const hand = await openHand();
  try {
    const databaseUrl = world.product.env['DATABASE_URL']!;
    const durability = await readDurability(databaseUrl);
    const people = await addPeople(world, { count: PEOPLE, firstUserId: 70_000_000, bots: world.bots });
    const contact = await aHook(world, hand, people, 'contact');
    const variable = await aHook(world, hand, people, 'variable');
    const statements = await contact.statements();
    await contact.load(50, WARM_UP_SECONDS);
    await world.analyze();
    const bareAtOnce = { databaseUrl, connections: env.databasePool, seconds: BARE_SECONDS };
    const bareBefore = await sixStatementsPerSecond(bareAtOnce);
    const at10 = await contact.load(10, SECONDS);
    const { at50, cpuMsPerRun } = await profileWhile(world, 'api', async () => {
      const before = cpuSoFar(world);
      const result = await contact.load(50, SECONDS);
      return { at50: result, cpuMsPerRun: cpuPerRun(before, cpuSoFar(world), result.requests) };
    });
    const bareAfter = await sixStatementsPerSecond(bareAtOnce);
    const bare = (bareBefore + bareAfter) / 2;
    const onlyVariable = await variable.load(50, SECONDS);
    const routedMs = await whenRouted(world);
    const kept = await contact.check();
    const keptVariable = await variable.check();
    return {
      name: 'P1',
      goal: `${GOAL.perSecond} runs/s at 50 connections with p99 ${GOAL.p99Ms} ms (floor ${GOAL.floorPerSecond}); every run in the log`,
      holds:
        at50.perSecond >= GOAL.perSecond &&
        at50.p99Ms <= GOAL.p99Ms &&
        kept.complete &&
        keptVariable.complete &&
        durability.isOn,
      setting: `webhook, condition, a field of the contact set, answer; ${PEOPLE} contacts; one API process, row-level security on, fsync ${durability.fsync}, synchronous_commit ${durability.synchronousCommit}; load and router on the same machine`,
      figures: {
        at10,
        at50,
        holdsFloor: at50.perSecond >= GOAL.floorPerSecond,
        at50SettingAVariableOnly: onlyVariable,
        bareSixStatementsPerSecond: { before: bareBefore, after: bareAfter },
        ratioToBare: { at10: hundredths(at10.perSecond / bare), at50: hundredths(at50.perSecond / bare) },
        ratioToN8n: hundredths(at50.perSecond / N8N_PER_SECOND),
        cpuMsPerRun,
        statementsPerRun: statements.length,
        ...(process.env['TAKT_BENCH_PROFILE']
          ? { statements: statements.map((text) => text.replace(/\s+/g, ' ').slice(0, 110)) }
          : {}),
        kept,
        routedAfterMs: routedMs,
      },
    };
  } finally {
    await hand.close();
  }
};

type Hook = {
  load(connections: number, seconds: number): Promise<LoadResult>;
  statements(): Promise<string[]>;
  check(): Promise<{ requests: number; runs: number; logRows: number; logRowsDue: number; complete: boolean }>;
};

async function aHook(world: World, hand: Hand, people: readonly Person[], sets: 'contact' | 'variable'): Promise<Hook> {
  const automationId = await hand.publish(webhookChain(sets));
  const { path } = await hand.within((tx) => readWebhook(tx, { automationId }));
  const token = path.split('/').at(-1) ?? '';
  let asked = 0;
  const body = (): string => webhookBody(people[(asked += 1) % people.length]!.phone, asked);
  const once = () =>
    hand.within((tx) => receiveWebhook(tx, { token, rawBody: body(), signature: undefined, key: undefined }));
  await once();
  const { logRows: linesPerRun } = await countKept(world, automationId);
  return {
    async load(connections, seconds) {
      const result = await pressOn({ url: `${world.product.urls.api}${path}`, connections, seconds, body });
      if (Object.keys(result.statuses).join() !== '200')
        throw new Error(`a webhook was answered with ${JSON.stringify(result.statuses)}`);
      return result;
    },
    async statements() {
      // The first time reads the program and the second prepares: from then on it is as under load.
      await once();
      return statementsOf(once);
    },
    async check() {
      const kept = await countKept(world, automationId);
      const logRowsDue = asked * linesPerRun;
      return { requests: asked, ...kept, logRowsDue, complete: kept.runs === asked && kept.logRows === logRowsDue };
    },
  };
}

async function countKept(world: World, automationId: string): Promise<{ runs: number; logRows: number }> {
  const { rows } = await world.rows.query<{ runs: string; log_rows: string }>(
    `select (select count(*) from run where automation_id = $1 and state = 'ended' and outcome = 'finished') as runs,
       (select count(*) from run_log l join run r on r.id = l.run_id where r.automation_id = $1) as log_rows`,
    [automationId],
  );
  return { runs: Number(rows[0]?.runs), logRows: Number(rows[0]?.log_rows) };
}

/** How long the router still works after the load has ended: what it does of a webhook comes after the answer. */
async function whenRouted(world: World): Promise<number> {
  const from = performance.now();
  await until(
    async () => {
      const { rows } = await world.rows.query('select 1 from stream_route where routed_seq < wanted_seq limit 1');
      if (rows.length > 0) await pause(200);
      return rows.length === 0;
    },
    'every event is routed',
    180_000,
  );
  return Math.round(performance.now() - from);
}
