import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';

/**
 * Steps that only touch our Postgres: local activities, half the price of a regular one. Short retries inside, so that
 * an outage of the database becomes a timer in the history instead of a busy worker.
 */
export const database = (summary: string) =>
  proxyLocalActivities<Activities>({
    startToCloseTimeout: '5 seconds',
    retry: { initialInterval: '100 milliseconds', maximumInterval: '10 seconds' },
    localRetryThreshold: '2 seconds',
    summary,
  });

/** Calls to the payment provider: tried again with growing pauses; each reads its row before it calls. */
export const payments = (summary: string) =>
  proxyActivities<Activities>({
    startToCloseTimeout: '30 seconds',
    retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
    priority: { priorityKey: 1 },
    summary,
  });

/**
 * Calls to servers of others. The activity counts its own tries and answers with an error at the last, so that the chain
 * can go on by it; the heartbeat lets a call that nobody waits for be cut off.
 */
export const outside = (summary: string, timeoutSeconds: number) =>
  proxyActivities<Activities>({
    startToCloseTimeout: `${timeoutSeconds + 15} seconds`,
    heartbeatTimeout: '10 seconds',
    retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute', maximumAttempts: 20 },
    priority: { priorityKey: 3 },
    summary,
  });
