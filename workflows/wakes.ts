import {
  CancellationScope,
  continueAsNew,
  defineSignal,
  isCancellation,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';

/** The one signal of every process: empty, since what happened lies in rows. */
export const wakeSignal = defineSignal('wake');

export type Wakes = {
  /** Call before reading rows: what wakes after it is not missed. */
  see(): void;
  /** Whether nobody woke it since. */
  areSeen(): boolean;
  /** Ends a wait from inside: something of the workflow's own is done. */
  endWait(): void;
  /** Waits for a wake-up or the moment, whichever is first. */
  wait(until: string | null, summary: string): Promise<void>;
  /** Starts a fresh history when this one has grown long and nothing waits to be seen. */
  keepShort(input: unknown): Promise<void>;
};

const LONG_HISTORY_EVENTS = 300;

/**
 * Waits are made of a timer and of what ends it, not of the SDK's `condition`: that is asked again at each turn of the
 * workflow and makes three times the promises, each of which the SDK follows with a stack of its own.
 */
export function listenForWakes(): Wakes {
  let heard = 0;
  let seen = 0;
  let stop: (() => void) | undefined;
  const endWait = (): void => stop?.();
  setHandler(wakeSignal, () => {
    heard += 1;
    endWait();
  });

  const untilHeard = (): Promise<void> =>
    new Promise((resolve, reject) => {
      stop = resolve;
      void CancellationScope.current().cancelRequested.catch(reject);
      if (heard !== seen) resolve();
    });

  async function untilHeardOr(ms: number, summary: string): Promise<void> {
    const scope = new CancellationScope();
    const timer = scope.run(() => sleep(ms, { summary }));
    let isStopped = false;
    stop = () => {
      isStopped = true;
      scope.cancel();
    };
    if (heard !== seen) stop();
    try {
      await timer;
    } catch (error) {
      // Nobody has ended it: the whole workflow is cancelled.
      if (!isStopped || !isCancellation(error)) throw error;
    }
  }

  return {
    see() {
      seen = heard;
    },
    areSeen: () => heard === seen,
    endWait,
    async wait(until, summary) {
      const ms = until === null ? null : Math.max(0, Date.parse(until) - Date.now());
      if (ms === 0) return;
      await (ms === null ? untilHeard() : untilHeardOr(ms, summary));
      stop = undefined;
    },
    async keepShort(input) {
      if (workflowInfo().historyLength > LONG_HISTORY_EVENTS && heard === seen) await continueAsNew(input);
    },
  };
}
