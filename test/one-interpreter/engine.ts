import { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { createActivities } from '#activities/index.ts';
import { TASK_QUEUE } from '#platform/temporal.ts';
import { temporal } from '@temporalio/proto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { Story } from '#automation/simulate/story.ts';
import { HttpTrouble, type HttpAnswer, type HttpTroubleCode } from '#providers/http/port.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { PreparedProvider } from '#test/support/prepared-provider.ts';
import { workflowBundle } from '#test/support/workflows.ts';
import { pump } from '#workers/pump.ts';
import { route } from '#workers/router.ts';

type SaidOf = (contactId: string, nodeId: string) => Story['calls'][number] | undefined;
export type Delivered = { id: string; businessId: string; runId: string; nodeId: string; at: Date };

/** All of production but its processes: database, router, pump, a worker, a server whose time is moved by hand. */
export type Engine = {
  database: TestDatabase;
  now(): number;
  setNow(ms: number): void;
  /** Until nothing is left to do at this moment. */
  settle(): Promise<void>;
  /** One round of deliverer, router and pump, as they go beside one another where time is the wall's. */
  turn(): Promise<void>;
  /** The next moment at which a run's wait ends, or a date or a schedule comes. */
  nextDue(): Promise<number | undefined>;
  /** Moves the server's time there, and waits until every timer that is due has moved its run. Answers how many were. */
  goTo(ms: number): Promise<number>;
  /** What servers of others say from now on. */
  answerCalls(said: SaidOf): void;
  /** The messages that came since the last call. */
  takeDelivered(): Delivered[];
  close(): Promise<void>;
};

/** `time`: of the server that skips time, moved by hand; of the real one, the wall's. */
export async function anEngine(
  environment: TestWorkflowEnvironment,
  time: 'moved' | 'real' = 'moved',
): Promise<Engine> {
  let movedMs = Date.now();
  const nowMs = (): number => (time === 'moved' ? movedMs : Date.now());
  const clock = { now: () => new Date(nowMs()) };
  let saidOf: SaidOf = () => undefined;
  const database = await testDatabase(clock);
  const doors = { database, withBusiness: database.withBusiness };
  const { namespace = 'default' } = environment;
  const client = new Client({ connection: environment.connection, namespace });
  // The product's own queue, in a namespace that no other test works in.
  const worker = await Worker.create({
    connection: environment.nativeConnection,
    namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: createActivities({
      ...doors,
      clock,
      paymentsOf: async () => new PreparedProvider(nowMs),
      telegramOf: () => Promise.reject(new Error('nothing is sent here')),
      http: { call: ({ url }) => answerOf(url, saidOf) },
    }),
  });
  const working = worker.run();
  let delivered: Delivered[] = [];
  const touched = new Set<string>();
  const rowsOf = async <T>(query: string, params: unknown[] = []): Promise<T[]> =>
    (await database.owner.query(query, params)).rows as T[];

  /** Telegram takes everything at once. */
  async function deliver(): Promise<number> {
    const rows = await rowsOf<Delivered & { contactId: string; class: string }>(
      `with sent as (update message set state = 'sent' where state = 'queued' and contact_id is not null returning *)
       select id, business_id as "businessId", run_id as "runId", node_id as "nodeId", contact_id as "contactId", class, created_at as at
       from sent order by seq`,
    );
    for (const { id, businessId, contactId, nodeId, class: kind } of rows) {
      await database.withBusiness(businessId, { kind: 'system', name: 'deliverer' }, async (tx) =>
        tx.emit({
          type: 'message.sent',
          streamId: contactId,
          contactId,
          subjectId: id,
          data: { messageId: id, class: kind, nodeId },
        }),
      );
    }
    delivered.push(...rows);
    return rows.length;
  }

  /** Processes whose workflow has something to do at this moment: it is woken, or waits for an answer that comes in no time. */
  async function unseen(): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      `select id from process where wake_no > seen_no and state = 'open'
       union select 'run:' || r.id from run r join automation a on a.id = r.automation_id where r.state = 'calling' and a.state = 'active'`,
    );
    return rows.map(({ id }) => id);
  }

  const due = () =>
    rowsOf<{ id: string }>(
      `select 'run:' || r.id as id from run r join automation a on a.id = r.automation_id
       where r.state = 'waiting' and r.deadline_at <= $1 and a.state = 'active'`,
      [clock.now()],
    );

  async function settle(): Promise<void> {
    for (let quiet = false; !quiet;) {
      while ((await deliver()) + (await route(doors)) > 0);
      for (const id of await unseen()) touched.add(id);
      await pump(database, client);
      await until(async () => (await unseen()).length === 0, 'every woken process is seen and every call answered');
      quiet = (await deliver()) + (await route(doors)) === 0 && (await unseen()).length === 0;
    }
    await Promise.all([...touched].map((id) => until(async () => !(await isBusy(client, id)), `${id} is not busy`)));
    touched.clear();
  }

  return {
    database,
    now: nowMs,
    setNow: (ms) => void (movedMs = ms),
    settle,
    async turn() {
      await deliver();
      await route(doors);
      await pump(database, client);
    },
    async nextDue() {
      const [row] = await rowsOf<{ at: Date | null }>(
        `select min(at) as at from (
           select min(r.deadline_at) as at from run r join automation a on a.id = r.automation_id where r.state = 'waiting' and a.state = 'active'
           union all select min(due_at) from date_due union all select min(due_at) from schedule_due) due`,
      );
      return row?.at?.getTime();
    },
    async goTo(ms) {
      const timers = await due();
      for (const { id } of timers) touched.add(id);
      const ahead = ms - (await environment.currentTimeMs());
      if (ahead > 0) await environment.sleep(ahead);
      if (timers.length > 0)
        await until(async () => (await due()).length === 0, 'every timer that is due has moved its run');
      return timers.length;
    },
    answerCalls: (said) => void (saidOf = said),
    takeDelivered() {
      const taken = delivered;
      delivered = [];
      return taken;
    },
    async close() {
      worker.shutdown();
      await working;
      await database.drop();
    },
  };
}

/** The address ends with the contact and the step, see random-steps.ts. Without a line: 200 and an empty object. */
function answerOf(url: string, saidOf: SaidOf): Promise<HttpAnswer> {
  const [contactId = '', nodeId = ''] = url.split('/').slice(-2);
  const said = saidOf(contactId, nodeId);
  if (said?.error) return Promise.reject(new HttpTrouble(said.error as HttpTroubleCode));
  return Promise.resolve({ status: said?.status ?? 200, headers: {}, body: said?.body ?? '{}', ms: 1 });
}

const { EventType } = temporal.api.enums.v1;
/** A history that ends so has a workflow task before it or under way. */
const BUSY = new Set<number>([
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
  EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
  EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
  EventType.EVENT_TYPE_TIMER_FIRED,
]);

async function isBusy(client: Client, id: string): Promise<boolean> {
  const { events } = await client.workflow.getHandle(id).fetchHistory();
  return BUSY.has(events?.at(-1)?.eventType ?? 0);
}

const PATIENCE_MS = 20_000;

async function until(check: () => Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((done) => setTimeout(done, 6));
  }
}
