import type { Client } from '@temporalio/client';
import { processPriorities, workflowTypes, type ProcessType } from '#domain/processes.ts';
import type { Database } from '#persistence/database.ts';
import { findProcessesToWake, markRung, type ProcessToWake } from '#use-cases/processes/find-processes.ts';
import { searchAttributes, TASK_QUEUE } from '#platform/temporal.ts';

/** A turn is short, so that who comes during it and goes before others need not wait long. */
const PAGE = 50;
const AT_ONCE = 10;

/** Turns process rows into workflows: an empty signal-with-start for each row that woke and was not seen. */
export async function pump(database: Database, client: Client): Promise<number> {
  const processes = await findProcessesToWake(database, PAGE);
  for (let from = 0; from < processes.length; from += AT_ONCE) {
    await Promise.all(processes.slice(from, from + AT_ONCE).map((process) => wake(client, process)));
  }
  await markRung(database, processes);
  return processes.length;
}

/**
 * May race with anyone: the id is the process's, a running workflow is signalled, an ended one is started again. Whoever
 * woke for the first time needs no signal: a workflow that starts, or has just been started, reads the rows anyway.
 */
export async function wake(client: Client, process: ProcessToWake): Promise<void> {
  const type = workflowTypes[process.type as ProcessType];
  const options = optionsOf(process);
  if (process.wakeNo === FIRST_WAKE) await client.workflow.start(type, options);
  else await client.workflow.signalWithStart(type, { ...options, signal: 'wake' });
}

/** The number with which a row is written. */
const FIRST_WAKE = 1;

const optionsOf = (process: ProcessToWake) => ({
  workflowId: process.id,
  taskQueue: TASK_QUEUE,
  args: [{ businessId: process.businessId, subjectId: process.subjectId }],
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
  staticSummary: summaries[process.type as ProcessType],
  priority: { priorityKey: processPriorities[process.type as ProcessType] },
  typedSearchAttributes: [
    { key: searchAttributes.businessId, value: process.businessId },
    { key: searchAttributes.processType, value: process.type },
    { key: searchAttributes.subjectId, value: process.subjectId },
    ...(process.contactId ? [{ key: searchAttributes.contactId, value: process.contactId }] : []),
    ...(process.versionId ? [{ key: searchAttributes.automationVersionId, value: process.versionId }] : []),
  ],
});

const summaries: Readonly<Record<ProcessType, string>> = {
  checkout: 'An order from its placing to its completion',
  'payment-timeout': 'A payment until its last link is final',
  'automation-run': 'One person inside one automation',
  bulk: 'Work over many people, a page at a time',
  booking: 'A visit from its booking to its end',
  'booking-reminders': 'The reminders of a visit',
};
