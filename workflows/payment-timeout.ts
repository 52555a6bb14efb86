import { setCurrentDetails } from '@temporalio/workflow';
import type { ProcessInput } from '#domain/processes.ts';
import { database, payments } from './proxies.ts';
import { listenForWakes } from './wakes.ts';

/**
 * The story of a payment: looks at the provider when a notification hints, asks it at the deadline, lets the database
 * decide once, gives back what is due, and lives until every link is final, since a link can be paid late.
 */
export async function paymentTimeout(input: ProcessInput): Promise<string> {
  const wakes = listenForWakes();
  for (;;) {
    wakes.see();
    const step = await database('Read the payment').nextPaymentStep(input);
    switch (step.kind) {
      case 'closed':
        return step.outcome;
      case 'check':
        for (const attemptId of step.attemptIds) {
          await payments('Ask the provider about the payment').checkAttempt({ ...input, attemptId });
        }
        break;
      case 'refund':
        for (const refundId of step.refundIds) {
          setCurrentDetails('Giving the money back');
          await payments('Give the money back').sendRefund({ ...input, refundId });
        }
        break;
      case 'expire':
        await database('The deadline has come: expire the payment').expirePayment({ ...input, orderId: step.orderId });
        break;
      case 'wait':
        setCurrentDetails(step.details);
        await wakes.wait(step.until, step.details);
        await wakes.keepShort(input);
        break;
    }
  }
}
