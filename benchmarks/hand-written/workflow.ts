import {
  condition,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import type { HandWrittenActivities } from './activities.ts';

export type HandWrittenInput = { runId: string; contactId: string; waitMs: number; url: string };

export const happened = defineSignal<[{ tag: string }]>('happened');

const { record } = proxyLocalActivities<HandWrittenActivities>({ startToCloseTimeout: '5 seconds' });
const { callAddress } = proxyActivities<HandWrittenActivities>({ startToCloseTimeout: '30 seconds' });

/** Wait, HTTP call, wait for an event: what somebody who knows Temporal would write, with a record of each step. */
export async function handWritten(input: HandWrittenInput): Promise<string> {
  let event: { tag: string } | undefined;
  setHandler(happened, (heard) => {
    event = heard;
  });
  await record(input, 'waiting', [
    { nodeId: null, kind: 'entered', facts: { trigger: 'manual' } },
    { nodeId: 'pause', kind: 'waits', facts: { ms: input.waitMs } },
  ]);
  await sleep(input.waitMs);
  await record(input, 'calling', [
    { nodeId: 'pause', kind: 'went', facts: { port: 'next' } },
    { nodeId: 'call', kind: 'calls', facts: { url: input.url } },
  ]);
  const answer = await callAddress(input);
  await record(input, 'waiting', [
    { nodeId: 'call', kind: 'went', facts: { port: 'ok', status: answer.status } },
    { nodeId: 'listen', kind: 'waits', facts: { event: 'contact.tagged' } },
  ]);
  const inTime = await condition(() => event !== undefined, '1 hour');
  await record(input, 'ended', [
    { nodeId: 'listen', kind: 'went', facts: { port: inTime ? 'happened' : 'timeout', data: event } },
    { nodeId: 'done', kind: 'ended', facts: { outcome: 'finished', reason: 'done' } },
  ]);
  return 'finished';
}
