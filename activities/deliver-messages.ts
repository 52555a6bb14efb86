import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { newId } from '#platform/ids.ts';
import { logger } from '#platform/logger.ts';
import type { Tx } from '#persistence/with-business.ts';
import {
  claimMessages,
  decideDoubts,
  telegramPace,
  type ClaimedMessage,
  type Pace,
} from '#use-cases/messages/claim-messages.ts';
import {
  acquireLease,
  findBotsWithMessages,
  nextMessageAt,
  releaseLease,
  renewLease,
} from '#use-cases/messages/lease-bot.ts';
import { recordSending, type Outcome } from '#use-cases/messages/record-sending.ts';
import { beatHeart } from '#use-cases/operations/heartbeats.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { sendMessage } from './send-message.ts';

const TURN_MS = 10 * 60_000;
const LEASE_SECONDS = 10;
/** A reservation outlives the longest call, so that it never runs out under a sender that is alive. */
const RESERVE_SECONDS = 25;
const BATCH = 30;
/** How long a bot without anything to send keeps its lease. */
const IDLE_MS = 1_000;
const BEAT_EVERY_MS = 2_000;

export type DelivererOptions = { pace?: Pace; slowPollMs?: number };

/** One deliverer's turn: serves every bot whose lease it gets, until the turn is over or it is told to stop. */
export function deliver(dependencies: ActivityDependencies, options: DelivererOptions = {}) {
  return {
    async deliverMessages(input: { n: number }): Promise<void> {
      const context = Context.current();
      const beat = setInterval(() => context.heartbeat(), 5_000);
      try {
        await runDeliverer(dependencies, {
          ...options,
          n: input.n,
          signal: context.cancellationSignal,
          turnMs: TURN_MS,
        });
      } finally {
        clearInterval(beat);
      }
    },
  };
}

/** The loop itself, also driven without Temporal by tests that move time. */
export async function runDeliverer(
  dependencies: ActivityDependencies,
  options: DelivererOptions & { n: number; signal: AbortSignal; turnMs: number },
): Promise<void> {
  const { database } = dependencies;
  const holder = newId();
  const busy = new Map<string, Promise<void>>();
  const bells = listen(dependencies, options.signal);
  const until = Date.now() + options.turnMs;
  let beatAt = -Infinity;
  try {
    while (!options.signal.aborted && Date.now() < until) {
      const rung = bells.next((botId) => !busy.has(botId));
      for (const bot of await findBotsWithMessages(database, 200)) {
        if (busy.has(bot.botId)) continue;
        const work = serveBot(dependencies, { ...bot, holder, ...options, bells, until }).catch((error: unknown) => {
          logger.error({ error: String(error), botId: bot.botId }, 'delivery of a bot broke off; it is taken up again');
        });
        busy.set(
          bot.botId,
          work.finally(() => {
            busy.delete(bot.botId);
            // What rang for it in its last moments was left to it: the loop looks again.
            bells.hear(bot.botId);
          }),
        );
      }
      if (performance.now() - beatAt >= BEAT_EVERY_MS) {
        await beatHeart(database, `deliverer:${options.n}`, {});
        beatAt = performance.now();
      }
      const next = await nextMessageAt(database);
      const sleepMs = Math.min(options.slowPollMs ?? 1_000, Math.max(20, (next?.getTime() ?? Infinity) - Date.now()));
      await Promise.race([rung, rest(sleepMs, options.signal)]);
    }
    await Promise.all(busy.values());
  } finally {
    bells.off();
  }
}

type Result = { message: ClaimedMessage; outcome: Outcome };

async function serveBot(
  dependencies: ActivityDependencies,
  bot: {
    botId: string;
    businessId: string;
    holder: string;
    signal: AbortSignal;
    pace?: Pace | undefined;
    bells: Bells;
    until: number;
  },
): Promise<void> {
  const lease = await acquireLease(dependencies.database, { ...bot, seconds: LEASE_SECONDS });
  if (!lease) return;
  const actor = { kind: 'system', name: 'deliverer' } as const;
  const record = (tx: Tx, results: readonly Result[]) =>
    recordSending(tx, { botId: bot.botId, fence: lease.fence, results });
  let results: Result[] = [];
  try {
    await dependencies.withBusiness(bot.businessId, actor, (tx) => decideDoubts(tx, bot.botId));
    // Stops by its own monotonic clock, well before the lease that the database's clock ends.
    let leaseEnds = performance.now() + (LEASE_SECONDS - 3) * 1_000;
    let idle = false;
    while (!bot.signal.aborted && Date.now() < bot.until) {
      if (performance.now() > leaseEnds - 3_000) {
        const asked = performance.now();
        if (!(await renewLease(dependencies.database, lease, LEASE_SECONDS))) return;
        leaseEnds = asked + (LEASE_SECONDS - 3) * 1_000;
      }
      const rung = bot.bells.next((botId) => botId === bot.botId);
      const sent = results;
      // What was sent is written and what comes next is reserved in one transaction.
      const claim = await dependencies.withBusiness(bot.businessId, actor, async (tx) => {
        if (sent.length > 0) await record(tx, sent);
        return claimMessages(tx, {
          botId: bot.botId,
          fence: lease.fence,
          limit: BATCH,
          reserveSeconds: RESERVE_SECONDS,
          pace: bot.pace ?? telegramPace,
        });
      });
      results = [];
      if (claim.lost) return;
      if (claim.messages.length > 0) {
        results = await sendBatch(dependencies, bot, claim.messages);
        idle = false;
        continue;
      }
      const restMs = claim.nextAt === null ? IDLE_MS : claim.nextAt.getTime() - Date.now();
      if (restMs > IDLE_MS || (idle && claim.nextAt === null)) return;
      // The lease is kept for a moment, since a chat that speaks is about to speak again.
      idle = claim.nextAt === null;
      await (idle
        ? Promise.race([rung.then(() => (idle = false)), rest(restMs, bot.signal)])
        : rest(Math.max(5, restMs), bot.signal));
    }
  } finally {
    if (results.length > 0) {
      const unwritten = results;
      await dependencies.withBusiness(bot.businessId, actor, (tx) => record(tx, unwritten));
    }
    await releaseLease(dependencies.database, lease);
  }
}

/** Sends to different chats at once. */
async function sendBatch(
  dependencies: ActivityDependencies,
  bot: { botId: string; businessId: string },
  messages: readonly ClaimedMessage[],
): Promise<Result[]> {
  const telegram = await dependencies.telegramOf(bot.botId);
  return Promise.all(
    messages.map(async (message) => ({
      message,
      outcome: await sendMessage({ ...dependencies, telegram, ...bot }, message),
    })),
  );
}

type Bells = ReturnType<typeof listen>;

/** The doorbell of the ledger: each ring names the bot that has something to send. */
function listen({ database }: ActivityDependencies, signal: AbortSignal) {
  const waiting = new Set<{ wants: (botId: string) => boolean; wake: () => void }>();
  const hear = (botId: string): void => {
    for (const one of waiting) {
      if (!one.wants(botId)) continue;
      waiting.delete(one);
      one.wake();
    }
  };
  const off = database.bell.on('deliver:*', (topic) => hear(topic.slice('deliver:'.length)));
  const stop = (): void => {
    for (const one of waiting) one.wake();
    waiting.clear();
  };
  signal.addEventListener('abort', stop);
  return {
    hear,
    /** The next ring that is wanted, counted from now. */
    next: (wants: (botId: string) => boolean) =>
      new Promise<void>((wake) => {
        waiting.add({ wants, wake });
      }),
    off: () => {
      off();
      signal.removeEventListener('abort', stop);
      stop();
    },
  };
}

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  pause(ms, undefined, { signal }).catch(() => undefined);
