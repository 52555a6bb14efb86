import { setCurrentDetails } from '@temporalio/workflow';
import type { ProcessInput } from '#domain/processes.ts';
import { database, payments } from './proxies.ts';
import { listenForWakes } from './wakes.ts';

/**
 * The story of an order: `place-order` has priced it and held its stock; here the payment link is made, the payment
 * is waited for, fulfilment is followed, and a delivered order completes. Every wake-up re-reads the rows.
 */
export async function checkout(input: ProcessInput): Promise<string> {
  const wakes = listenForWakes();
  for (;;) {
    wakes.see();
    const step = await database('Read the order').nextCheckoutStep(input);
    switch (step.kind) {
      case 'closed':
        return step.outcome;
      case 'make_link':
        setCurrentDetails('Making the payment link');
        await payments('Make the payment link').makePaymentLink({ ...input, attemptId: step.attemptId });
        break;
      case 'complete':
        await database('Complete the order').completeOrder(input);
        break;
      case 'wait':
        setCurrentDetails(step.details);
        await wakes.wait(step.until, step.details);
        await wakes.keepShort(input);
        break;
    }
  }
}
