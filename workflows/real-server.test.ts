import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { orderProcessId, paymentProcessId, runProcessId } from '#domain/processes.ts';
import { wallClock } from '#platform/clock.ts';
import { registerSearchAttributes } from '#platform/temporal.ts';
import { HttpTrouble, type HttpDoor } from '#providers/http/port.ts';
import { cancelRun } from '#use-cases/automations/cancel-run.ts';
import { moveOrder } from '#use-cases/orders/move-order.ts';
import { receiveNotification } from '#use-cases/payments/receive-notification.ts';
import { anEngine, chain } from '#test/support/engine.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { PreparedProvider } from '#test/support/prepared-provider.ts';
import { aShop, OWNER } from '#test/support/shop.ts';
import { aWorker, realServer } from '#test/support/workflows.ts';
import { pump } from '#workers/pump.ts';
import { createReconciler } from '#workers/reconciler.ts';
import { route } from '#workers/router.ts';

/** A sample of the stories on the real server, where time is time: what an operator sees and what a lost server costs. */

let environment: TestWorkflowEnvironment;
let database: TestDatabase;
let worker: { stop(): Promise<void> };
const provider = new PreparedProvider(() => Date.now());
/** What somebody else's server says when an automation calls it. */
let answerOfOthers: HttpDoor['call'] = () => Promise.reject(new Error('nobody is called here'));

beforeAll(async () => {
  environment = await realServer();
  await registerSearchAttributes(environment.connection as Connection, 'default');
  database = await testDatabase();
  worker = await aWorker(environment, {
    database,
    withBusiness: database.withBusiness,
    clock: wallClock,
    paymentsOf: async () => provider,
    telegramOf: () => Promise.reject(new Error('nothing is sent here')),
    http: { call: (call) => answerOfOthers(call) },
  });
});
afterAll(async () => {
  await worker?.stop();
  await database?.drop();
  await environment?.teardown();
});

async function until(check: () => Promise<boolean>): Promise<void> {
  while (!(await check())) {
    await pump(database, environment.client);
    await new Promise((done) => setTimeout(done, 20));
  }
}

describe('an order on the real server', () => {
  it('is paid and told by its history in prose, and is found by business, process, order and client', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    const order = await shop.orders(anna, 1);
    await until(async () => provider.states.has(`p-${order.attemptId}`));
    provider.says(order.attemptId, { status: 'succeeded' });
    await receiveNotification({ database, withBusiness: database.withBusiness }, { attemptId: order.attemptId });
    await until(async () => (await shop.order(order.orderId)).state === 'paid');
    expect(await environment.client.workflow.getHandle(paymentProcessId(order.paymentId)).result()).toBe('paid');

    const handle = environment.client.workflow.getHandle(orderProcessId(order.orderId));
    const { events } = await handle.fetchHistory();
    const summaries = (events ?? []).flatMap((event) => {
      const data = event.userMetadata?.summary?.data;
      return data ? [JSON.parse(Buffer.from(data).toString('utf8')) as string] : [];
    });
    expect(summaries).toEqual(
      expect.arrayContaining([
        'An order from its placing to its completion',
        'Read the order',
        'Make the payment link',
      ]),
    );
    const text = JSON.stringify(events);
    for (const secret of ['+79990000000', 'Anna', 'Test street']) expect(text).not.toContain(secret);

    for (const query of [
      `BusinessId = '${shop.businessId}'`,
      `ProcessType = 'checkout' AND SubjectId = '${order.orderId}'`,
      `ContactId = '${anna}'`,
    ]) {
      const find = async (): Promise<string[]> => {
        const ids: string[] = [];
        for await (const found of environment.client.workflow.list({ query })) ids.push(found.workflowId);
        return ids;
      };
      await until(async () => (await find()).includes(orderProcessId(order.orderId)));
    }
  });

  it('whose workflow was lost is started again from its rows and ends right', async () => {
    const shop = await aShop(database);
    const order = await shop.orders(await shop.client(), 1);
    await until(async () => provider.states.has(`p-${order.attemptId}`));
    for (const id of [orderProcessId(order.orderId), paymentProcessId(order.paymentId)]) {
      await environment.client.workflow.getHandle(id).terminate('lost for the test');
    }
    provider.says(order.attemptId, { status: 'succeeded' });
    await database.owner.query(`update process set woken_at = now() - interval '1 minute', described_at = null`);
    await createReconciler(database, environment.client, { deliverers: 0 }).turn();
    await receiveNotification({ database, withBusiness: database.withBusiness }, { attemptId: order.attemptId });
    await until(async () => (await shop.order(order.orderId)).state === 'paid');
    for (const to of ['processing', 'shipped', 'delivered', 'completed'] as const) {
      await shop.within((tx) => moveOrder(tx, { orderId: order.orderId, to }), { actor: OWNER });
    }
    await until(async () => {
      const { rows } = await database.owner.query(
        `select 1 from process where state = 'open' and subject_id = any($1)`,
        [[order.orderId, order.paymentId]],
      );
      return rows.length === 0;
    });
  });

  it('that has a workflow without an open row is ended with the reason', async () => {
    const shop = await aShop(database);
    const order = await shop.orders(await shop.client(), 1);
    const id = orderProcessId(order.orderId);
    await until(async () => provider.states.has(`p-${order.attemptId}`));
    await database.owner.query(`update process set state = 'closed' where id = $1`, [id]);
    const reconciler = createReconciler(database, environment.client, { deliverers: 0, youngMs: 0 });
    await until(async () => {
      await reconciler.lookForOrphans();
      return (await environment.client.workflow.getHandle(id).describe()).status.name === 'TERMINATED';
    });
  });
});

describe('a call to somebody else on the real server', () => {
  it('is cut off when its person is taken out, and their workflow ends at once', async () => {
    let isAsked = false;
    let isCutOff = false;
    answerOfOthers = ({ signal }) =>
      new Promise((_, reject) => {
        isAsked = true;
        signal?.addEventListener('abort', () => {
          isCutOff = true;
          reject(new HttpTrouble('aborted'));
        });
      });
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const call = { method: 'POST', url: 'https://partner.example/points', body: '{}' };
    const id = await engine.publishes(chain([{ id: 'call', type: 'call-http', config: call }]));
    const anna = await shop.client();
    await engine.starts(id, anna);
    while ((await route({ database, withBusiness: database.withBusiness })) > 0);
    await until(async () => isAsked);
    const { id: runId } = await engine.run(id, anna);
    await shop.within((tx) => cancelRun(tx, { runId }), { actor: OWNER });
    const ended = environment.client.workflow.getHandle(runProcessId(runId)).result();
    await until(async () => isCutOff);
    expect(await ended).toBe('cancelled');
  });
});
