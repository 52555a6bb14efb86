import type { EventData, EventType } from '#domain/events.ts';
import { newId } from '#platform/ids.ts';
import { advanceRun, advanceRunFromWorkflow } from '#use-cases/automations/advance-run.ts';
import { publishAutomation, type PublishPlan } from '#use-cases/automations/publish-automation.ts';
import { nextBulkPage } from '#use-cases/bulk/next-page.ts';
import { route } from '#workers/router.ts';
import { tick } from '#workers/clock.ts';
import type { TestDatabase } from './database.ts';
import { OWNER, type Shop } from './shop.ts';

type Node = { id: string; type: string; config: Record<string, unknown> };

/** A chain as a line of steps, ports that are not named leading to the end: `chain([...steps], { on: 'order.paid' })`. */
export function chain(
  nodes: readonly Node[],
  about: {
    trigger?: { type: string; config: Record<string, unknown> };
    settings?: Record<string, unknown>;
    edges?: readonly [from: string, port: string, to: string][];
    name?: string;
  } = {},
): Record<string, unknown> {
  const ports: Record<string, readonly string[]> = {
    if: ['yes', 'no'],
    repeat: ['again', 'done'],
    ask: ['answered', 'invalid', 'timeout'],
    'wait-for-event': ['happened', 'timeout'],
    'call-http': ['ok', 'error'],
    'run-automation': ['finished', 'timeout'],
    book: ['done', 'refused'],
    'move-booking': ['done', 'refused'],
    'cancel-booking': ['done', 'refused'],
    'offer-slots': ['booked', 'none', 'timeout'],
  };
  const own = new Map((about.edges ?? []).map(([from, port, to]) => [`${from}:${port}`, to]));
  const edges = nodes.flatMap((node, index) => {
    const all = node.type === 'end' ? [] : portsOf(node, ports[node.type] ?? ['next']);
    return all.map((port) => ({
      from: node.id,
      port,
      to: own.get(`${node.id}:${port}`) ?? nodes[index + 1]?.id ?? 'done',
    }));
  });
  return {
    schema: 2,
    name: about.name ?? 'Test',
    trigger: about.trigger ?? { type: 'manual', config: {} },
    nodes: [
      ...nodes,
      ...(nodes.some((node) => node.id === 'done') ? [] : [{ id: 'done', type: 'end', config: { reason: 'done' } }]),
    ],
    edges: [{ from: 'trigger', port: 'next', to: nodes[0]?.id ?? 'done' }, ...edges],
    settings: about.settings ?? {},
  };
}

function portsOf(node: Node, usual: readonly string[]): readonly string[] {
  if (node.type === 'wait-until' && (node.config['until'] as { kind: string }).kind === 'date')
    return (node.config['ifPast'] ?? 'branch') === 'branch' ? ['next', 'past'] : ['next'];
  return usual;
}

export const say = (id: string, text = id, more: Record<string, unknown> = {}): Node => ({
  id,
  type: 'send-message',
  config: { text: { ru: text, en: text }, format: 'html', buttons: [], class: 'service', ...more },
});
export const wait = (id: string, duration: string): Node => ({ id, type: 'wait', config: { duration } });
export const tag = (id: string, name: string): Node => ({ id, type: 'tag', config: { tag: name } });

/** The engine without Temporal: events are routed, timers fire when the test says what time it is. */
export function anEngine(database: TestDatabase, shop: Pick<Shop, 'businessId' | 'within' | 'told'>) {
  const doors = { database, withBusiness: database.withBusiness };
  const engine = {
    async publishes(document: unknown, more: { id?: string; plan?: PublishPlan; now?: Date } = {}): Promise<string> {
      const automationId = more.id ?? newId();
      const plan = more.plan ? { plan: more.plan } : {};
      await shop.within((tx) => publishAutomation(tx, { automationId, document, ...plan }), {
        actor: OWNER,
        ...(more.now ? { now: more.now } : {}),
      });
      return automationId;
    },

    happens: <T extends EventType>(
      contactId: string,
      type: T,
      data: EventData[T],
      more: { now?: Date; subjectId?: string } = {},
    ): Promise<void> =>
      shop.within(
        async (tx) => {
          const event = {
            type,
            streamId: contactId,
            contactId,
            data,
            ...(more.subjectId ? { subjectId: more.subjectId } : {}),
          };
          tx.emit(event as never);
        },
        more.now ? { now: more.now } : {},
      ),

    starts: (automationId: string, contactId: string, now?: Date): Promise<void> =>
      engine.happens(
        contactId,
        'automation.started',
        { automationId, by: 'test', parentRunId: null },
        now ? { now } : {},
      ),

    /** What workflows would do that were woken: a turn of each run whose row says so. */
    async wakes(now?: Date): Promise<number> {
      const { rows } = await database.owner.query(
        `select subject_id from process where business_id = $1 and type = 'automation-run' and state = 'open' and wake_no > seen_no`,
        [shop.businessId],
      );
      for (const { subject_id: runId } of rows)
        await shop.within((tx) => advanceRunFromWorkflow(tx, runId), now ? { now } : {});
      return rows.length;
    },

    /** Routes until nobody has news. */
    async settles(now?: Date): Promise<void> {
      const within: typeof doors.withBusiness = (id, actor, work, options) =>
        doors.withBusiness(id, actor, work, { ...(now ? { now } : {}), ...options });
      while ((await route({ database, withBusiness: within })) + (await engine.wakes(now)) > 0);
    },

    /** What is due at that moment: timers of runs, dates, schedules, jobs; then everything that follows. */
    async comesTo(now: Date): Promise<void> {
      await tick(doors, now);
      await engine.worksOff(now);
      await engine.settles(now);
      const { rows } = await database.owner.query(
        `select id from run where business_id = $1 and state in ('waiting', 'opened') and deadline_at <= $2 order by deadline_at`,
        [shop.businessId, now],
      );
      for (const { id } of rows) await shop.within((tx) => advanceRun(tx, { runId: id, byWorkflow: false }), { now });
      await engine.settles(now);
    },

    /** Does every page of every open job. */
    async worksOff(now?: Date): Promise<void> {
      const { rows } = await database.owner.query(`select id from bulk_job where business_id = $1 and state = 'open'`, [
        shop.businessId,
      ]);
      for (const { id } of rows) {
        for (let closed = false; !closed;) {
          const page = await shop.within((tx) => nextBulkPage(tx, id), now ? { now } : {});
          if (page.held) await engine.settles(now);
          closed = page.closed;
        }
      }
    },

    async run(automationId: string, contactId: string) {
      const { rows } = await database.owner.query(
        'select * from run where automation_id = $1 and contact_id = $2 order by started_at, id',
        [automationId, contactId],
      );
      return rows.at(-1);
    },

    async runs(automationId: string): Promise<Record<string, unknown>[]> {
      const { rows } = await database.owner.query('select * from run where automation_id = $1 order by id', [
        automationId,
      ]);
      return rows;
    },

    async log(runId: string): Promise<{ kind: string; node_id: string | null; facts: Record<string, unknown> }[]> {
      const { rows } = await database.owner.query(
        'select kind, node_id, facts from run_log where run_id = $1 order by move_no, ordinal',
        [runId],
      );
      return rows;
    },

    async said(contactId: string): Promise<string[]> {
      return (await shop.told(contactId)).map((message) => `${message.state} ${message.body}`);
    },
  };
  return engine;
}
