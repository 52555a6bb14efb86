import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { bookingProcessId, remindersProcessId, runProcessId, workflowTypes } from '#domain/processes.ts';
import { newId } from '#platform/ids.ts';
import { anEngine, chain } from '#test/support/engine.ts';
import { aSalon } from '#test/support/salon.ts';
import { aShop } from '#test/support/shop.ts';
import { createReconciler } from './reconciler.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** A Temporal server of which only the existence of workflows is known. */
function aServer() {
  const server = {
    life: 'first',
    running: new Set<string>(),
    started: [] as string[],
    ended: [] as string[],
    asked: '',
  };
  const begin = async (type: string, { workflowId }: { workflowId: string }) => {
    if (type !== 'deliverer') {
      server.running.add(workflowId);
      server.started.push(workflowId);
    }
    return { firstExecutionRunId: server.life };
  };
  const workflow = {
    start: begin,
    signalWithStart: begin,
    getHandle: (id: string) => ({
      describe: async () => {
        if (!server.running.has(id)) throw new WorkflowNotFoundError('not found', id, undefined);
        return { status: { name: 'RUNNING' } };
      },
      terminate: async () => void server.ended.push(id),
    }),
    list: async function* ({ query }: { query: string }) {
      server.asked = query;
      for (const workflowId of server.running) yield { workflowId, startTime: new Date(0) };
    },
  };
  return { server, client: { workflow } as unknown as Client };
}

describe('the reconciler', () => {
  it('starts every workflow again at once when the Temporal database was lost under a worker that lives on', async () => {
    const shop = await aShop(database);
    await shop.orders(await shop.client(), 1);
    await database.owner.query(`update process set woken_at = now() - interval '1 minute', described_at = null`);
    const { server, client } = aServer();
    const reconciler = createReconciler(database, client, { deliverers: 1 });
    await reconciler.turn();
    expect(server.started).toHaveLength(2);
    await reconciler.turn();
    expect(server.started).toHaveLength(2);

    server.life = 'second';
    server.running.clear();
    await reconciler.turn();
    expect(server.started).toHaveLength(4);
  });

  it('ends a workflow that nobody’s row knows, of whatever kind, and leaves the others alone', async () => {
    const salon = await aSalon(database);
    const { bookingId } = await salon.books(await salon.client(), new Date('2026-11-23T09:00:00Z'));
    const { server, client } = aServer();
    const gone = [bookingProcessId(newId()), remindersProcessId(newId()), runProcessId(newId())];
    for (const id of [...gone, bookingProcessId(bookingId), remindersProcessId(bookingId)]) server.running.add(id);
    await createReconciler(database, client, { deliverers: 1 }).lookForOrphans();
    expect(server.ended.sort()).toEqual(gone.sort());
    for (const type of Object.keys(workflowTypes)) expect(server.asked).toContain(`'${type}'`);
  });

  it('forgets the keys of webhooks two days after they came, five hundred a turn, and keeps the younger', async () => {
    const shop = await aShop(database);
    const id = await anEngine(database, shop).publishes(
      chain([], { trigger: { type: 'webhook', config: { contactBy: 'phone', contactPath: 'phone', create: true } } }),
    );
    await database.owner.query(
      `insert into webhook_request (business_id, automation_id, request_key, status, answer, received_at)
       select $1, $2, 'key ' || n, 200, '{}', now() - (case when n <= 1200 then interval '49 hours' else interval '47 hours' end)
       from generate_series(1, 10000) n`,
      [shop.businessId, id],
    );
    const kept = async () =>
      (
        await database.owner.query('select count(*)::int as n from webhook_request where business_id = $1', [
          shop.businessId,
        ])
      ).rows[0].n;
    const reconciler = createReconciler(database, aServer().client, { deliverers: 1 });
    const after: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      await reconciler.turn();
      after.push(await kept());
    }
    expect(after).toEqual([9_500, 9_000, 8_800, 8_800]);
  });
});
