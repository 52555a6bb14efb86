import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop } from '#test/support/shop.ts';
import { createReconciler } from './reconciler.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** A Temporal server of which only the existence of workflows is known. */
function aServer() {
  const server = { life: 'first', running: new Set<string>(), started: [] as string[] };
  const workflow = {
    start: async () => ({ firstExecutionRunId: server.life }),
    getHandle: (id: string) => ({
      describe: async () => {
        if (!server.running.has(id)) throw new WorkflowNotFoundError('not found', id, undefined);
        return { status: { name: 'RUNNING' } };
      },
    }),
    signalWithStart: async (_type: string, { workflowId }: { workflowId: string }) => {
      server.running.add(workflowId);
      server.started.push(workflowId);
    },
    list: async function* () {},
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
});
