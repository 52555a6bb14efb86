import type { Tx } from '#persistence/with-business.ts';

/** What a page of a job works on and what came of it. `cursor` null: it was the last. */
export type PageResult = { cursor: string | null; done: number; skipped: Readonly<Record<string, number>> };
export type Job = { id: string; automationId: string; input: Record<string, unknown>; cursor: string | null };
export type PageHandler = (tx: Tx, job: Job) => Promise<PageResult>;

/** Small enough that a page's locks are held for a moment. */
export const PAGE = 100;

/** Counts by reason, for a page in which one by one is tried. */
export function counter(): { done: number; skipped: Record<string, number>; skip(reason: string): void } {
  const skipped: Record<string, number> = {};
  return {
    done: 0,
    skipped,
    skip(reason) {
      skipped[reason] = (skipped[reason] ?? 0) + 1;
    },
  };
}
