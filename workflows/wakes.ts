import { condition, continueAsNew, defineSignal, setHandler, workflowInfo } from '@temporalio/workflow';

/** The one signal of every process: empty, since what happened lies in rows. */
export const wakeSignal = defineSignal('wake');

export type Wakes = {
  /** Call before reading rows: what wakes after it is not missed. */
  see(): void;
  /** Waits for a wake-up or the moment, whichever is first. */
  wait(until: string | null, summary: string): Promise<void>;
  /** Waits for a wake-up or for something else of the workflow's own. */
  waitOr(other: () => boolean): Promise<void>;
  /** Starts a fresh history when this one has grown long and nothing waits to be seen. */
  keepShort(input: unknown): Promise<void>;
};

const LONG_HISTORY_EVENTS = 300;

export function listenForWakes(): Wakes {
  let heard = 0;
  let seen = 0;
  setHandler(wakeSignal, () => {
    heard += 1;
  });
  return {
    see() {
      seen = heard;
    },
    async wait(until, summary) {
      if (until === null) return condition(() => heard !== seen);
      const ms = Math.max(0, Date.parse(until) - Date.now());
      if (ms === 0) return;
      await condition(() => heard !== seen, ms, { summary });
    },
    waitOr: (other) => condition(() => heard !== seen || other()),
    async keepShort(input) {
      if (workflowInfo().historyLength > LONG_HISTORY_EVENTS && heard === seen) await continueAsNew(input);
    },
  };
}
