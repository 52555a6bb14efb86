import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from '@temporalio/client';
import type { ProcessType } from '#domain/processes.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, type Shop } from '#test/support/shop.ts';
import { wakeProcess } from '#use-cases/processes/process.ts';
import { pump } from './pump.ts';

let database: TestDatabase;
let shop: Shop;
beforeAll(async () => {
  database = await testDatabase();
  shop = await aShop(database);
});
afterAll(() => database.drop());
beforeEach(() => database.owner.query(`update process set state = 'closed', closed_at = now()`));

/** A Temporal server that only writes down what it was asked. */
function aServer() {
  const asked: string[] = [];
  const workflow = {
    start: async (_: string, { workflowId }: { workflowId: string }) => void asked.push(`start ${workflowId}`),
    signalWithStart: async (_: string, { workflowId }: { workflowId: string }) => void asked.push(`wake ${workflowId}`),
  };
  return { asked, client: { workflow } as unknown as Client };
}
const wakes = (type: ProcessType, ids: readonly string[], now = new Date()): Promise<void> =>
  shop.within(
    async (tx) => {
      for (const id of ids) await wakeProcess(tx, { id, type, subjectId: newId(), contactId: null });
    },
    { now },
  );

describe('who is woken', () => {
  it('first is an order, whatever stood in line before it', async () => {
    const people = Array.from({ length: 300 }, () => `run:${newId()}`);
    await wakes('automation-run', people, new Date('2026-01-01'));
    await wakes('booking', ['booking:late']);
    await wakes('checkout', ['order:latest']);
    const { asked, client } = aServer();
    expect(await pump(database, client)).toBe(50);
    expect(asked.slice(0, 2)).toEqual(['start order:latest', 'start booking:late']);
    while ((await pump(database, client)) > 0);
    expect(new Set(asked)).toEqual(new Set(['order:latest', 'booking:late', ...people].map((id) => `start ${id}`)));
    expect(asked).toHaveLength(302);
  });

  it('is started the first time, and told from then on', async () => {
    const { asked, client } = aServer();
    await wakes('automation-run', ['run:a']);
    await pump(database, client);
    await wakes('automation-run', ['run:a']);
    await pump(database, client);
    expect(asked).toEqual(['start run:a', 'wake run:a']);
  });
});
