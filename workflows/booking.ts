import { setCurrentDetails } from '@temporalio/workflow';
import type { ProcessInput } from '#domain/processes.ts';
import { database } from './proxies.ts';
import { listenForWakes } from './wakes.ts';

/**
 * The story of a visit: use cases confirm, move, cancel, mark it arrived, done or not come to; here it is followed, and
 * one that nobody confirmed is decided by the owner's rule. Every wake-up re-reads the rows.
 */
export async function booking(input: ProcessInput): Promise<string> {
  const wakes = listenForWakes();
  for (;;) {
    wakes.see();
    const step = await database('Read the booking').nextBookingStep(input);
    switch (step.kind) {
      case 'closed':
        return step.outcome;
      case 'decide':
        await database(`Nobody has confirmed it: ${step.then}`).decideUnconfirmed(input);
        break;
      case 'wait':
        setCurrentDetails(step.details);
        await wakes.wait(step.until, step.details);
        await wakes.keepShort(input);
        break;
    }
  }
}
