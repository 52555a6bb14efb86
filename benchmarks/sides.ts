import type { Client } from '@temporalio/client';
import { newId } from '#platform/ids.ts';
import { until } from '#test/chaos/product.ts';
import type { Hand } from './hand.ts';
import { HAND_WRITTEN_QUEUE } from './hand-written/activities.ts';
import { happened, type HandWrittenInput } from './hand-written/workflow.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** One of the two that P2 compares: so many runs at once, each for one person, by their ids. */
export type Side = {
  start(): Promise<string[]>;
  allListen(runIds: readonly string[]): Promise<void>;
  tell(runIds: readonly string[]): Promise<void>;
  allEnded(runIds: readonly string[]): Promise<void>;
};

export function taktSide(world: World, hand: Hand, about: { automationId: string; people: readonly Person[] }): Side {
  const tell = (person: Person, what: 'start' | 'tag') =>
    hand.within(async (tx) => {
      const to = { streamId: person.contactId, contactId: person.contactId };
      if (what === 'tag') tx.emit({ ...to, type: 'contact.tagged', data: { tag: 'go on' } });
      else {
        const data = { automationId: about.automationId, by: 'benchmark', parentRunId: null };
        tx.emit({ ...to, type: 'automation.started', data });
      }
    });
  const known = new Set<string>();
  return {
    async start() {
      await Promise.all(about.people.map((person) => tell(person, 'start')));
      const fresh = async () => {
        const { rows } = await world.rows.query<{ id: string }>('select id from run where automation_id = $1', [
          about.automationId,
        ]);
        return rows.map((row) => row.id).filter((id) => !known.has(id));
      };
      await quick(async () => (await fresh()).length === about.people.length, 'every run is opened');
      const ids = await fresh();
      for (const id of ids) known.add(id);
      return ids;
    },
    allListen: (runIds) =>
      quick(
        () =>
          countIs(
            world,
            `select count(*) from run where id = any($1) and state = 'waiting' and node_id = 'listen'`,
            runIds,
          ),
        'every run of the product listens',
      ),
    async tell() {
      await Promise.all(about.people.map((person) => tell(person, 'tag')));
    },
    // Its workflow's row is closed by the very last thing that a run does.
    allEnded: (runIds) =>
      quick(
        () => countIs(world, `select count(*) from process where subject_id = any($1) and state = 'closed'`, runIds),
        'every run of the product has ended',
      ),
  };
}

export function handSide(
  world: World,
  temporal: Client,
  about: { url: string; waitMs: number; people: readonly Person[] },
): Side {
  const each = (state: 'waiting' | 'ended') =>
    `select count(*) from hand_run where id = any($1) and state = '${state}' and
       ${state === 'ended' ? 'true' : `exists (select 1 from hand_log l where l.run_id = hand_run.id and l.node_id = 'listen')`}`;
  return {
    async start() {
      const inputs = about.people.map(({ contactId }): HandWrittenInput => ({
        runId: newId(),
        contactId,
        waitMs: about.waitMs,
        url: about.url,
      }));
      await Promise.all(
        inputs.map((input) =>
          temporal.workflow.start('handWritten', {
            workflowId: `hand:${input.runId}`,
            taskQueue: HAND_WRITTEN_QUEUE,
            args: [input],
          }),
        ),
      );
      return inputs.map((input) => input.runId);
    },
    allListen: (runIds) => quick(() => countIs(world, each('waiting'), runIds), 'every hand-written run listens'),
    async tell(runIds) {
      await Promise.all(
        runIds.map((id) => temporal.workflow.getHandle(`hand:${id}`).signal(happened, { tag: 'go on' })),
      );
    },
    allEnded: (runIds) => quick(() => countIs(world, each('ended'), runIds), 'every hand-written run has ended'),
  };
}

async function countIs(world: World, query: string, runIds: readonly string[]): Promise<boolean> {
  const { rows } = await world.rows.query<{ count: string }>(query, [runIds]);
  return Number(rows[0]?.count) === runIds.length;
}

/** Looks often: a pause of the product's own `until` would be part of what is measured. */
async function quick(holds: () => Promise<boolean>, what: string): Promise<void> {
  const from = performance.now();
  while (!(await holds())) {
    if (performance.now() - from > 120_000) return until(holds, what, 1);
    await new Promise((done) => setTimeout(done, 20));
  }
}
