import { setCurrentDetails, workflowInfo, continueAsNew } from '@temporalio/workflow';
import type { ProcessInput } from '#domain/processes.ts';
import { database } from './proxies.ts';
import { listenForWakes } from './wakes.ts';

const LONG_HISTORY_EVENTS = 300;

/** Work over many people: each page is one transaction that also writes how far it came, so it goes on wherever it stopped. */
export async function bulk(input: ProcessInput): Promise<string> {
  listenForWakes();
  for (;;) {
    const page = await database('Next page').nextBulkPage(input);
    if (page.closed) return `done for ${page.done}`;
    setCurrentDetails(`${page.done} done`);
    if (workflowInfo().historyLength > LONG_HISTORY_EVENTS) await continueAsNew(input);
  }
}
