import { setCurrentDetails } from '@temporalio/workflow';
import type { ProcessInput } from '#domain/processes.ts';
import { database } from './proxies.ts';
import { listenForWakes } from './wakes.ts';

/**
 * The reminders of a visit. Each turn sends what is due and learns when the next one is; a moved booking wakes it and
 * the plan is made anew, earlier or later; a cancelled one ends it.
 */
export async function bookingReminders(input: ProcessInput): Promise<string> {
  const wakes = listenForWakes();
  for (;;) {
    wakes.see();
    const step = await database('Send the reminders that are due').remindOfBooking(input);
    if (step.kind === 'closed') return step.outcome;
    setCurrentDetails(step.details);
    await wakes.wait(step.until, step.details);
    await wakes.keepShort(input);
  }
}
