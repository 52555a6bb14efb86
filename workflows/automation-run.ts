import { setCurrentDetails } from '@temporalio/workflow';
import type { ProcessInput } from '#domain/processes.ts';
import { database } from './proxies.ts';
import { outsideCall } from './outside-call.ts';
import { listenForWakes } from './wakes.ts';

/**
 * One person inside one automation, from the first wait on. It never sees the chain: each turn is one transaction in
 * the database, which answers until when to wait, or whom to call. So a new kind of step needs no change here.
 */
export async function automationRun(input: ProcessInput): Promise<string> {
  const wakes = listenForWakes();
  const calling = outsideCall(input);
  for (;;) {
    wakes.see();
    const move = await database('Move on').advanceRun(input);
    calling.want(move.call);
    if (move.closed) return move.outcome ?? 'finished';
    if (move.outcome !== null) continue;
    if (move.call) {
      setCurrentDetails(`Calling at “${move.nodeId}”`);
      await wakes.waitOr(() => calling.isDone());
      continue;
    }
    const details = `Waiting at “${move.nodeId}”${move.until === null ? '' : ` until ${move.until.slice(0, 16).replace('T', ' ')} UTC`}`;
    setCurrentDetails(details);
    await wakes.wait(move.until, details);
    await wakes.keepShort(input);
  }
}
