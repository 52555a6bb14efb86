import { CancellationScope, isCancellation } from '@temporalio/workflow';
import type { MovedOn } from '#activities/move-on.ts';
import type { ProcessInput } from '#domain/processes.ts';
import { database, outside } from './proxies.ts';

export type WantedCall = NonNullable<MovedOn['call']>;

type Call = { key: string; scope: CancellationScope; isDone: boolean; moved?: MovedOn | undefined };

/**
 * The one outside call that a run may have under way; who no longer waits for it lets it be cancelled at once.
 * @param tell called when the call that is waited for has ended.
 */
export function outsideCall(input: ProcessInput, tell: () => void) {
  let current: Call | undefined;

  /** @returns where the run stands after the answer, when the call has taken that turn too. */
  async function make(wanted: WantedCall): Promise<MovedOn | undefined> {
    const call = { ...input, key: wanted.key, retries: wanted.retries };
    try {
      const result = await outside(`Call for “${wanted.key}”`, wanted.timeoutSeconds).callOutside(call);
      return typeof result === 'string' ? undefined : result;
    } catch (error) {
      if (isCancellation(error)) return undefined;
      await database('Say that the call could not be made').failOutsideCall(call);
      return undefined;
    }
  }

  function begin(wanted: WantedCall): void {
    const call: Call = { key: wanted.key, scope: new CancellationScope(), isDone: false };
    current = call;
    void call.scope
      .run(() => make(wanted))
      .then(
        (moved) => {
          call.isDone = true;
          call.moved = moved;
          if (current === call) tell();
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }

  return {
    isDone: (): boolean => current?.isDone ?? false,
    isMaking: (wanted: WantedCall): boolean => current?.key === wanted.key,

    /** Once: the turn that the call has taken. */
    takeMoved(): MovedOn | undefined {
      const moved = current?.moved;
      if (current) current.moved = undefined;
      return moved;
    },

    /** Begins the call unless it is under way, or ends the one that nobody waits for. */
    want(wanted: WantedCall | undefined): void {
      if (current && current.key !== wanted?.key) {
        current.scope.cancel();
        current = undefined;
      }
      if (wanted && !current) begin(wanted);
    },
  };
}
