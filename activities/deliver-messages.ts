import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { newId } from '#platform/ids.ts';
import { logger } from '#platform/logger.ts';
import { claimMessages, decideDoubts, telegramPace, type Pace } from '#use-cases/messages/claim-messages.ts';
import {
  acquireLease,
  findBotsWithMessages,
  nextMessageAt,
  releaseLease,
  renewLease,
  type Lease,
} from '#use-cases/messages/lease-bot.ts';
import { recordSending } from '#use-cases/messages/record-sending.ts';
import { beatHeart } from '#use-cases/operations/heartbeats.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { sendMessage } from './send-message.ts';

const TURN_MS = 10 * 60_000;
const LEASE_SECONDS = 10;
/** A reservation outlives the longest call, so that it never runs out under a sender that is alive. */
const RESERVE_SECONDS = 25;
const BATCH = 30;

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
  const bell = doorbellPromise(dependencies, options.signal);
  const until = Date.now() + options.turnMs;
  try {
    while (!options.signal.aborted && Date.now() < until) {
      bell.reset();
      for (const bot of await findBotsWithMessages(database, 200)) {
        if (busy.has(bot.botId)) continue;
        const work = serveBot(dependencies, { ...bot, holder, ...options }).catch((error: unknown) => {
          logger.error({ error: String(error), botId: bot.botId }, 'delivery of a bot broke off; it is taken up again');
        });
        busy.set(
          bot.botId,
          work.finally(() => busy.delete(bot.botId)),
        );
      }
      await beatHeart(database, `deliverer:${options.n}`, {});
      const next = await nextMessageAt(database);
      const sleepMs = Math.min(options.slowPollMs ?? 1_000, Math.max(20, (next?.getTime() ?? Infinity) - Date.now()));
      await Promise.race([bell.rung(), pause(sleepMs, undefined, { signal: options.signal }).catch(() => undefined)]);
    }
    await Promise.all(busy.values());
  } finally {
    bell.off();
  }
}

async function serveBot(
  dependencies: ActivityDependencies,
  bot: { botId: string; businessId: string; holder: string; signal: AbortSignal; pace?: Pace | undefined },
): Promise<void> {
  const lease = await acquireLease(dependencies.database, { ...bot, seconds: LEASE_SECONDS });
  if (!lease) return;
  const actor = { kind: 'system', name: 'deliverer' } as const;
  try {
    await dependencies.withBusiness(bot.businessId, actor, (tx) => decideDoubts(tx, bot.botId));
    // Stops by its own monotonic clock, well before the lease that the database's clock ends.
    let leaseEnds = performance.now() + (LEASE_SECONDS - 3) * 1_000;
    while (!bot.signal.aborted) {
      if (performance.now() > leaseEnds - 3_000) {
        const asked = performance.now();
        if (!(await renewLease(dependencies.database, lease, LEASE_SECONDS))) return;
        leaseEnds = asked + (LEASE_SECONDS - 3) * 1_000;
      }
      const claim = await dependencies.withBusiness(bot.businessId, actor, (tx) =>
        claimMessages(tx, {
          botId: bot.botId,
          fence: lease.fence,
          limit: BATCH,
          reserveSeconds: RESERVE_SECONDS,
          pace: bot.pace ?? telegramPace,
        }),
      );
      if (claim.lost) return;
      if (claim.messages.length === 0) {
        if (claim.nextAt === null || claim.nextAt.getTime() - Date.now() > 1_000) return;
        await pause(Math.max(5, claim.nextAt.getTime() - Date.now()));
        continue;
      }
      await sendBatch(dependencies, bot, lease, claim.messages);
    }
  } finally {
    await releaseLease(dependencies.database, lease);
  }
}

/** Sends to different chats at once; the results of the batch are written together. */
async function sendBatch(
  dependencies: ActivityDependencies,
  bot: { botId: string; businessId: string },
  lease: Lease,
  messages: Parameters<typeof sendMessage>[1][],
): Promise<void> {
  const telegram = await dependencies.telegramOf(bot.botId);
  const results = await Promise.all(
    messages.map(async (message) => ({
      message,
      outcome: await sendMessage({ ...dependencies, telegram, ...bot }, message),
    })),
  );
  await dependencies.withBusiness(bot.businessId, { kind: 'system', name: 'deliverer' }, (tx) =>
    recordSending(tx, { botId: bot.botId, fence: lease.fence, results }),
  );
}

function doorbellPromise({ database }: ActivityDependencies, signal: AbortSignal) {
  let wake: () => void = () => undefined;
  let promise = new Promise<void>((done) => (wake = done));
  const off = database.bell.on('deliver', () => wake());
  signal.addEventListener('abort', () => wake());
  return {
    reset() {
      promise = new Promise<void>((done) => (wake = done));
    },
    rung: () => promise,
    off,
  };
}
