import { CancellationScope, isCancellation } from '@temporalio/workflow';
import type { ProcessInput } from '#domain/processes.ts';
import { database, outside } from './proxies.ts';

export type WantedCall = { key: string; timeoutSeconds: number; retries: number };

/** The one outside call that a run may have under way; who no longer waits for it lets it be cancelled at once. */
export function outsideCall(input: ProcessInput) {
  let current: { key: string; scope: CancellationScope; done: boolean } | undefined;

  async function make(wanted: WantedCall): Promise<void> {
    const call = { ...input, key: wanted.key, retries: wanted.retries };
    try {
      await outside(`Call for “${wanted.key}”`, wanted.timeoutSeconds).callOutside(call);
    } catch (error) {
      if (isCancellation(error)) return;
      await database('Say that the call could not be made').failOutsideCall(call);
    }
  }

  return {
    isDone: () => current?.done ?? false,

    /** Begins the call unless it is under way, or ends the one that nobody waits for. */
    want(wanted: WantedCall | undefined): void {
      if (current && current.key !== wanted?.key) {
        current.scope.cancel();
        current = undefined;
      }
      if (!wanted || current) return;
      const call = { key: wanted.key, scope: new CancellationScope(), done: false };
      current = call;
      void call.scope
        .run(() => make(wanted))
        .catch((error: unknown) => {
          if (!isCancellation(error)) throw error;
        })
        .finally(() => {
          call.done = true;
        });
    },
  };
}
