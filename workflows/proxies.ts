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
