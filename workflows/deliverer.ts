import { continueAsNew, setCurrentDetails, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';

const { deliverMessages } = proxyActivities<Activities>({
  startToCloseTimeout: '15 minutes',
  heartbeatTimeout: '20 seconds',
  // One that died is replaced at once: its leases run out within seconds.
  retry: { initialInterval: '1 second', maximumInterval: '10 seconds' },
  summary: 'Send what the ledger holds',
});

/** Sends messages for ever, in long turns; it serves every bot whose lease it gets. */
export async function deliverer(input: { n: number }): Promise<void> {
  setCurrentDetails(`Deliverer ${input.n}: sends what the ledger holds, for every bot whose lease it gets`);
  while (workflowInfo().historyLength < 200) await deliverMessages(input);
  await continueAsNew(input);
}
