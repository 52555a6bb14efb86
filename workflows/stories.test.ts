import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Client, type WorkflowHandle } from '@temporalio/client';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import {
  bookingProcessId,
  orderProcessId,
  paymentProcessId,
  remindersProcessId,
  runProcessId,
} from '#domain/processes.ts';
import { newId } from '#platform/ids.ts';
import { ProviderError } from '#platform/provider-error.ts';
import { thankForTheFirstOrder } from '#use-cases/demo/automations.ts';
import { publishAutomation } from '#use-cases/automations/publish-automation.ts';
import { cancelBooking } from '#use-cases/bookings/cancel-booking.ts';
import { markBooking } from '#use-cases/bookings/mark-booking.ts';
import { moveBooking } from '#use-cases/bookings/move-booking.ts';
import { moveOrder } from '#use-cases/orders/move-order.ts';
import { receiveNotification } from '#use-cases/payments/receive-notification.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { HttpTrouble, type HttpDoor } from '#providers/http/port.ts';
import { PreparedProvider } from '#test/support/prepared-provider.ts';
import { anEngine, chain, tag, wait } from '#test/support/engine.ts';
import { aSalon } from '#test/support/salon.ts';
import { aShop, OWNER, type Shop } from '#test/support/shop.ts';
import { aWorker, timeSkippingServer, workflowBundle } from '#test/support/workflows.ts';
import { pump } from '#workers/pump.ts';
import { route } from '#workers/router.ts';

/**
 * The stories of the workflows with moved time: a real Postgres, the time-skipping server, and the product's clock is
 * its clock. A provider of our own says what the case is about; the deliverer is not here, since time stands still
 * while an activity runs.
 */

let environment: TestWorkflowEnvironment;
/** Unlike the environment's own client, it leaves time alone. */
let client: Client;
let database: TestDatabase;
let worker: { stop(): Promise<void> };
let provider: PreparedProvider;
let nowMs = Date.now();
/** What somebody else's server says when an automation calls it. */
let answerOfOthers: HttpDoor['call'];

beforeAll(async () => {
  environment = await timeSkippingServer();
  client = new Client({ connection: environment.connection });
  database = await testDatabase({ now: () => new Date(nowMs) });
});
afterAll(async () => {
  await database?.drop();
  await environment?.teardown();
});
beforeEach(async () => {
  provider = new PreparedProvider(() => nowMs);
  answerOfOthers = () => Promise.reject(new Error('nobody is called here'));
  nowMs = await environment.currentTimeMs();
  worker = await aWorker(environment, {
    database,
    withBusiness: async (businessId, actor, work, options) =>
      database.withBusiness(businessId, actor, work, { now: new Date(await environment.currentTimeMs()), ...options }),
    clock: { now: () => new Date() },
    paymentsOf: async () => provider,
    telegramOf: () => Promise.reject(new Error('nothing is sent here')),
    http: { call: (call) => answerOfOthers(call) },
  });
  startPump();
});
afterEach(async () => {
  await stopPump();
  await worker.stop();
});

/** The pump of a worker, beside the test: rows wake workflows while the test waits for their results. */
let pumping: Promise<void>;
let pumpOn = false;
const startPump = (): void => {
  pumpOn = true;
  pumping = (async () => {
    while (pumpOn) {
      nowMs = await environment.currentTimeMs();
      await pump(database, environment.client);
      await new Promise((done) => setTimeout(done, 20));
    }
  })();
};
const stopPump = async (): Promise<void> => {
  pumpOn = false;
  await pumping;
};
const unseen = async (): Promise<number> => {
  const { rows } = await database.owner.query(
    `select count(*)::int as n from process where wake_no > seen_no and state = 'open'`,
  );
  return rows[0].n;
};
/**
 * Lets time run, by the hour or in longer strides, until the workflow has ended. Never by awaiting the result with time unlocked: in the
 * moment between two locks the server would jump to the next timer it knows, and a workflow that waits for a person
 * has none but its own time-out, years away.
 */
const ended = async (id: string, stride: Parameters<typeof environment.sleep>[0] = '1 hour'): Promise<string> => {
  const handle = client.workflow.getHandle(id);
  for (;;) {
    await until(async () => (await unseen()) === 0 && !(await isBusy(handle)));
    if ((await handle.describe()).status.name !== 'RUNNING') break;
    await environment.sleep(stride);
  }
  const result = (await handle.result()) as string;
  await record(handle);
  return result;
};

const { EventType } = temporal.api.enums.v1;
/** A history that ends so has a workflow task before it or under way. */
const BUSY = new Set<number>([
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
  EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
  EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
]);
const isBusy = async (handle: WorkflowHandle): Promise<boolean> => {
  const { events } = await handle.fetchHistory();
  return BUSY.has(events?.at(-1)?.eventType ?? 0);
};

/** With TAKT_RECORD_HISTORIES=yes the stories become the fixtures that later code must replay. */
async function record(handle: {
  fetchHistory(): Promise<unknown>;
  describe(): Promise<{ type: string }>;
}): Promise<void> {
  if (!process.env['TAKT_RECORD_HISTORIES']) return;
  const { type } = await handle.describe();
  const story = (expect.getState().currentTestName ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .slice(0, 60);
  // Names of machines stay out of what is committed.
  const text = historyToJSON((await handle.fetchHistory()) as never).replaceAll(
    /("identity": *)"[^"]*"/g,
    '$1"worker"',
  );
  const json: unknown = JSON.parse(text);
  writeFileSync(new URL(`../test/histories/${type}.${story}.json`, import.meta.url), JSON.stringify(json, null, 1));
}
const until = async (check: () => Promise<boolean> | boolean): Promise<void> => {
  while (!(await check())) {
    await new Promise((done) => setTimeout(done, 20));
  }
};

async function order(shop: Shop, quantity = 1) {
  const contactId = await shop.client();
  nowMs = await environment.currentTimeMs();
  const placed = await shop.orders(contactId, quantity, { now: new Date(nowMs) });
  await until(
    async () => provider.states.has(`p-${placed.attemptId}`) && (await attemptState(placed.attemptId)) === 'pending',
  );
  return { ...placed, contactId };
}
const attemptState = async (id: string): Promise<string> => {
  const { rows } = await database.owner.query('select state from payment_attempt where id = $1', [id]);
  return rows[0].state;
};

describe('an order that is never paid', () => {
  it('is asked about at the deadline, cancelled once, and its link is watched until it closes', async () => {
    const shop = await aShop(database);
    const placed = await order(shop);
    expect(await ended(orderProcessId(placed.orderId))).toBe('cancelled');
    expect(await shop.order(placed.orderId)).toMatchObject({ state: 'cancelled', payment: 'expired' });
    expect(await shop.stock()).toEqual({ onHand: 10, reserved: 0 });
    provider.says(placed.attemptId, { status: 'canceled', cancellationReason: 'expired_on_confirmation' });
    expect(await ended(paymentProcessId(placed.paymentId))).toBe('expired');
    const { rows } = await database.owner.query(`select state from process where contact_id = $1`, [placed.contactId]);
    expect(rows).toEqual([{ state: 'closed' }, { state: 'closed' }]);
  });

  it('is cancelled after five silent minutes when the provider does not answer', async () => {
    const shop = await aShop(database);
    const placed = await order(shop);
    provider.broken = new ProviderError({
      service: 'yookassa',
      method: 'get',
      code: 'timeout',
      message: 'silent',
      retryable: true,
      ambiguous: true,
    });
    expect(await ended(orderProcessId(placed.orderId))).toBe('cancelled');
    const { rows } = await database.owner.query('select expired_at, deadline_at from payment where id = $1', [
      placed.paymentId,
    ]);
    expect(rows[0].expired_at.getTime() - rows[0].deadline_at.getTime()).toBeGreaterThanOrEqual(5 * 60_000);
    provider.broken = undefined;
    provider.says(placed.attemptId, { status: 'canceled', cancellationReason: 'expired_on_confirmation' });
    expect(await ended(paymentProcessId(placed.paymentId))).toBe('expired');
  });
});

describe('an order that is paid', () => {
  it('is paid when the notification comes, and completes three days after delivery', async () => {
    const shop = await aShop(database);
    const placed = await order(shop);
    provider.says(placed.attemptId, { status: 'succeeded' });
    await receiveNotification({ database, withBusiness: database.withBusiness }, { attemptId: placed.attemptId });
    await until(async () => (await shop.order(placed.orderId)).state === 'paid');
    expect(await ended(paymentProcessId(placed.paymentId))).toBe('paid');
    for (const to of ['processing', 'shipped', 'delivered'] as const) {
      nowMs = await environment.currentTimeMs();
      await shop.within((tx) => moveOrder(tx, { orderId: placed.orderId, to }), { actor: OWNER, now: new Date(nowMs) });
    }
    expect(await ended(orderProcessId(placed.orderId))).toBe('completed');
  });

  it('is paid also when every notification is lost, because the provider is asked now and then', async () => {
    const shop = await aShop(database);
    const placed = await order(shop);
    provider.says(placed.attemptId, { status: 'succeeded' });
    expect(await ended(paymentProcessId(placed.paymentId))).toBe('paid');
    expect(await shop.order(placed.orderId)).toMatchObject({ state: 'paid' });
  });

  it('late is accepted or refunded, and the workflows that had ended are opened again', async () => {
    const shop = await aShop(database, { stock: 1 });
    const placed = await order(shop);
    expect(await ended(orderProcessId(placed.orderId))).toBe('cancelled');
    const other = await order(shop);
    provider.says(placed.attemptId, { status: 'succeeded' });
    provider.says(other.attemptId, { status: 'succeeded' });
    expect(await ended(paymentProcessId(placed.paymentId))).toBe('refunded');
    expect(provider.calls.filter((call) => call.startsWith('refund'))).toHaveLength(1);
    expect(await ended(paymentProcessId(other.paymentId))).toBe('paid');
    expect(await shop.order(placed.orderId)).toMatchObject({ state: 'cancelled', payment: 'refunded' });
    expect(await shop.stock()).toEqual({ onHand: 0, reserved: 0 });
  });
});

describe('a person inside an automation', () => {
  it('waits through the workflow and goes on when the time has come', async () => {
    const shop = await aShop(database);
    await shop.within(
      (tx) => publishAutomation(tx, { automationId: newId(), document: thankForTheFirstOrder('PT2M') }),
      { actor: OWNER },
    );
    const placed = await order(shop);
    provider.says(placed.attemptId, { status: 'succeeded' });
    expect(await ended(paymentProcessId(placed.paymentId))).toBe('paid');
    nowMs = await environment.currentTimeMs();
    while ((await route({ database, withBusiness: database.withBusiness })) > 0);
    const { rows } = await database.owner.query('select id from run where contact_id = $1', [placed.contactId]);
    expect(await ended(runProcessId(rows[0].id))).toBe('finished');
    const { rows: runs } = await database.owner.query(
      'select outcome_reason, ended_at - started_at as took from run where id = $1',
      [rows[0].id],
    );
    expect(runs[0]).toMatchObject({ outcome_reason: 'no_answer' });
    expect((await shop.told(placed.contactId)).filter((message) => message.class === 'service')).toHaveLength(2);
  });
});

describe('a call to somebody else', () => {
  const asks = { type: 'call-http', config: { method: 'POST', url: 'https://partner.example/points', body: '{}' } };
  const livesThrough = async (
    steps = [wait('pause', 'PT2H'), tag('mark', 'told')],
    edges: [string, string, string][] = [],
  ) => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    nowMs = await environment.currentTimeMs();
    const id = await engine.publishes(
      chain([{ id: 'call', ...asks }, ...steps], { edges: [['call', 'error', 'done'], ...edges] }),
      { now: new Date(nowMs) },
    );
    const anna = await shop.client();
    await engine.starts(id, anna, new Date(nowMs));
    while ((await route({ database, withBusiness: database.withBusiness })) > 0);
    const { id: runId } = await engine.run(id, anna);
    const startedMs = nowMs;
    await until(async () => (await unseen()) === 0);
    const { runId: first } = await client.workflow.getHandle(runProcessId(runId)).describe();
    expect(await ended(runProcessId(runId))).toBe('finished');
    const log = await engine.log(runId);
    const hours = ((await environment.currentTimeMs()) - startedMs) / 3_600_000;
    const histories = await lengthsOf(runProcessId(runId), first);
    return {
      hours,
      histories,
      went: log.filter(({ kind }) => kind === 'went').map(({ node_id, facts }) => [node_id, facts.port]),
    };
  };

  it('is followed by its answer, and waits go from then', async () => {
    answerOfOthers = async () => ({ status: 200, headers: {}, body: '{"points": 5}', ms: 1 });
    const { hours, went } = await livesThrough();
    expect(went).toEqual([
      ['call', 'ok'],
      ['pause', 'next'],
      ['mark', 'next'],
    ]);
    expect(hours).toBeGreaterThanOrEqual(2);
  });

  it('that was not made is followed by its error', async () => {
    answerOfOthers = () => Promise.reject(new HttpTrouble('address_private'));
    expect((await livesThrough()).went).toEqual([['call', 'error']]);
  });

  it('is made a hundred times without a wait between, and no history grows beyond 500 events', async () => {
    answerOfOthers = async () => ({ status: 200, headers: {}, body: '{}', ms: 1 });
    const again = { id: 'again', type: 'repeat', config: { times: 99 } };
    const { went, histories } = await livesThrough([again], [['again', 'again', 'call']]);
    expect(went.filter(([node]) => node === 'call')).toHaveLength(100);
    expect(histories.length).toBeGreaterThan(1);
    expect(Math.max(...histories)).toBeLessThan(500);
  });
});

describe('a person who stays for a year', () => {
  it('is written to every fourth day, and no history of their workflow grows beyond 500 events', async () => {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    nowMs = await environment.currentTimeMs();
    const startedMs = nowMs;
    const id = await engine.publishes(
      chain(
        [tag('mark', 'still here'), wait('pause', 'P3DT16H'), { id: 'again', type: 'repeat', config: { times: 100 } }],
        {
          edges: [['again', 'again', 'mark']],
        },
      ),
      { now: new Date(nowMs) },
    );
    const anna = await shop.client();
    await engine.starts(id, anna, new Date(nowMs));
    while ((await route({ database, withBusiness: database.withBusiness })) > 0);
    const { id: runId } = await engine.run(id, anna);
    await until(async () => (await unseen()) === 0);
    const { runId: firstExecution } = await client.workflow.getHandle(runProcessId(runId)).describe();
    expect(await ended(runProcessId(runId), '88 hours')).toBe('finished');
    expect((await environment.currentTimeMs()) - startedMs).toBeGreaterThan(365 * 86_400_000);
    expect(
      (await engine.log(runId)).filter(({ node_id, kind }) => node_id === 'pause' && kind === 'went'),
    ).toHaveLength(101);

    const lengths = await lengthsOf(runProcessId(runId), firstExecution);
    expect(lengths.length).toBeGreaterThan(1);
    expect(Math.max(...lengths)).toBeLessThan(500);
  });
});

/** How many events each history of a workflow has, from its first on. */
async function lengthsOf(workflowId: string, first: string): Promise<number[]> {
  const lengths: number[] = [];
  for (let execution: string | undefined = first; execution;) {
    const { events } = await client.workflow.getHandle(workflowId, execution).fetchHistory();
    lengths.push(events?.length ?? 0);
    execution = events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
  }
  return lengths;
}

describe('a visit', () => {
  /** Five in the afternoon in Moscow, so many days from now, of a day on which the salon works. */
  const afternoon = (days: number): Date => {
    const day = new Date(nowMs + days * 86_400_000);
    day.setUTCHours(14, 0, 0, 0);
    return day.getUTCDay() === 0 ? new Date(day.getTime() + 86_400_000) : day;
  };
  const aVisit = async (days: number, settings: Record<string, unknown> = {}) => {
    const salon = await aSalon(database, { settings });
    const client = await salon.client();
    nowMs = await environment.currentTimeMs();
    const startsAt = afternoon(days);
    const { bookingId } = await salon.books(client, startsAt, { now: new Date(nowMs) });
    const as = () => ({ actor: OWNER, now: new Date(nowMs) });
    const reminded = async () =>
      (
        await database.owner.query(
          `select reminder, outcome, extract(epoch from starts_at - due_at)::int / 60 as minutes_before from booking_reminder
           where booking_id = $1 and outcome = 'sent' order by due_at`,
          [bookingId],
        )
      ).rows.map((row) => `${row.reminder} ${row.minutes_before}`);
    return { salon, bookingId, startsAt, as, reminded };
  };

  it('is reminded of at its new time when it moves, and its story ends when it is done', async () => {
    const { salon, bookingId, startsAt, as, reminded } = await aVisit(3);
    await until(async () => (await unseen()) === 0);
    const later = afternoon((startsAt.getTime() - nowMs) / 86_400_000 + 4);
    await salon.within((tx) => moveBooking(tx, { bookingId, startsAt: later }), as());
    expect(await ended(remindersProcessId(bookingId))).toBe('no_more_reminders');
    expect(await reminded()).toEqual(['24h 1440', 'morning 480', '1h 60']);
    expect((await environment.currentTimeMs()) < later.getTime() + 3_600_000).toBe(true);
    nowMs = await environment.currentTimeMs();
    for (const to of ['arrived', 'done'] as const) await salon.within((tx) => markBooking(tx, { bookingId, to }), as());
    expect(await ended(bookingProcessId(bookingId))).toBe('done');
  });

  it('that is cancelled is not reminded of', async () => {
    const { salon, bookingId, as, reminded } = await aVisit(3);
    await until(async () => (await unseen()) === 0);
    await salon.within((tx) => cancelBooking(tx, { bookingId, reason: null }), as());
    expect(await ended(remindersProcessId(bookingId))).toBe('cancelled');
    expect(await ended(bookingProcessId(bookingId))).toBe('cancelled');
    expect(await reminded()).toEqual([]);
  });

  it('that nobody confirms is cancelled by the rule, and its time is free again', async () => {
    const rules = { confirmsItself: false, unconfirmed: { minutesBefore: 120, then: 'cancel' } };
    const { salon, bookingId, startsAt } = await aVisit(2, { booking: rules });
    expect(await ended(bookingProcessId(bookingId))).toBe('cancelled');
    expect(await salon.booking(bookingId)).toMatchObject({ state: 'cancelled', cancelledBy: 'rule' });
    expect(await salon.taken(salon.staff.anna)).toEqual([]);
    expect((await environment.currentTimeMs()) < startsAt.getTime()).toBe(true);
  });
});

describe('recorded histories', () => {
  const folder = new URL('../test/histories/', import.meta.url);
  it.each(readdirSync(folder).filter((name) => name.endsWith('.json')))(
    'of %s are replayed by today’s code',
    async (name) => {
      const history = historyFromJSON(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
      await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history);
    },
  );
});
