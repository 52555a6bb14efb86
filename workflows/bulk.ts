import { setCurrentDetails } from '@temporalio/workflow';
import type { ProcessInput } from '#domain/processes.ts';
import { database } from './proxies.ts';
import { listenForWakes } from './wakes.ts';

const REST_MS = 1_000;

/** Work over many people: each page is one transaction that also writes how far it came, so it goes on wherever it stopped. */
export async function bulk(input: ProcessInput): Promise<string> {
  const wakes = listenForWakes();
  for (;;) {
    wakes.see();
    const page = await database('Next page').nextBulkPage(input);
    if (page.closed) return `done for ${page.done}`;
    setCurrentDetails(`${page.done} done${page.held ? '; waits until they are served' : ''}`);
    if (page.held)
      await wakes.wait(new Date(Date.now() + REST_MS).toISOString(), `${page.done} done; waits until they are served`);
    await wakes.keepShort(input);
  }
}
