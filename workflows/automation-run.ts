import { setCurrentDetails } from '@temporalio/workflow';
import type { MovedOn } from '#activities/move-on.ts';
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
  const calling = outsideCall(input, wakes.endWait);
  let move = await turn();
  for (;;) {
    if (move.call && !calling.isMaking(move.call)) await wakes.keepShort(input);
    calling.want(move.call);
    if (move.closed) return move.outcome ?? 'finished';
    if (move.call) {
      setCurrentDetails(`Calling at “${move.nodeId}”`);
      if (!calling.isDone()) await wakes.wait(null, '');
    } else if (move.outcome === null) {
      const details = `Waiting at “${move.nodeId}”${move.until === null ? '' : ` until ${move.until.slice(0, 16).replace('T', ' ')} UTC`}`;
      setCurrentDetails(details);
      await wakes.wait(move.until, details);
      await wakes.keepShort(input);
    }
    // A call takes the turn after its answer itself; whoever was woken since looks once more.
    const moved = calling.takeMoved();
    move = moved && wakes.areSeen() ? moved : await turn();
  }

  function turn(): Promise<MovedOn> {
    const isWoken = !wakes.areSeen();
    wakes.see();
    return database('Move on').advanceRun({ ...input, isWoken });
  }
}
