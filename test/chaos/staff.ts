import pg from 'pg';
import { openDatabase } from '#persistence/database.ts';
import { localDoorbell } from '#persistence/doorbell.ts';
import { businessDoor, type Actor } from '#persistence/with-business.ts';
import { cancelRun } from '#use-cases/automations/cancel-run.ts';
import { publishAutomation } from '#use-cases/automations/publish-automation.ts';
import { demoBusinessId } from '#use-cases/demo/demo-shop.ts';
import { cancelOrder, moveOrder } from '#use-cases/orders/move-order.ts';
import { newId } from '#platform/ids.ts';
import { clubWord } from './buyer.ts';
import { pause } from './product.ts';

const OWNER: Actor = { kind: 'user', userId: 'chaos', role: 'owner', name: 'Chaos' };
const next = { paid: 'processing', processing: 'shipped', shipped: 'delivered', delivered: 'completed' } as const;

export type Staff = Awaited<ReturnType<typeof openStaff>>;

/** The people of the shop: they pack, ship and complete, cancel every ninth paid order, and see to runs that hang. */
export async function openStaff(ownerUrl: string) {
  const as = (user: string): string => {
    const url = new URL(ownerUrl);
    url.username = user;
    url.password = 'takt-local-only';
    return url.toString();
  };
  const bell = localDoorbell();
  const database = await openDatabase({ appUrl: as('takt_app'), systemUrl: as('takt_system'), pool: 4, bell });
  const door = businessDoor(database);
  // A server that is killed may leave a question without an answer: then it is asked again.
  const rows = new pg.Pool({
    connectionString: ownerUrl,
    max: 2,
    connectionTimeoutMillis: 20_000,
    query_timeout: 20_000,
  });
  rows.on('error', () => undefined);
  let working = true;
  let cancelledRuns = 0;

  async function moveEverythingOneStep(): Promise<void> {
    const { rows: orders } = await rows.query<{ id: string; number: string; state: keyof typeof next }>(
      `select id, number, state from "order" where state in ('paid', 'processing', 'shipped', 'delivered') order by number`,
    );
    for (const order of orders) {
      await door(demoBusinessId, OWNER, (tx) =>
        Number(order.number) % 9 === 0 && order.state === 'paid'
          ? cancelOrder(tx, { orderId: order.id, reason: 'Разбилось при сборке' })
          : moveOrder(tx, { orderId: order.id, to: next[order.state] }),
      ).catch(() => undefined);
    }
  }

  const work = (async () => {
    while (working) {
      await moveEverythingOneStep().catch(() => undefined);
      await pause(1_500);
    }
  })();

  return {
    rows,
    publishClub: () =>
      door(demoBusinessId, OWNER, (tx) =>
        publishAutomation(tx, { automationId: newId(), document: club, note: 'chaos' }),
      ),
    /** A question that was lost on the way (*never twice*) is not answered: a person takes the client out. */
    async endRunsWithoutQuestion(): Promise<void> {
      const { rows: stuck } = await rows.query<{ id: string }>(
        `select r.id from run r where r.state <> 'ended' and exists (select 1 from message m where m.run_id = r.id and m.node_id = 'ask'
           and m.state in ('in_doubt', 'failed'))`,
      );
      for (const run of stuck) {
        await door(demoBusinessId, OWNER, (tx) => cancelRun(tx, { runId: run.id }));
        cancelledRuns += 1;
      }
    },
    cancelledRuns: () => cancelledRuns,
    async close(): Promise<void> {
      working = false;
      // What a killed server left half said must not keep the report from being read.
      const closed = work.then(() => Promise.all([rows.end(), database.close()]));
      await Promise.race([closed, pause(30_000)]);
    },
  };
}

const club = {
  schema: 1,
  name: 'Клуб',
  trigger: { type: 'keyword', config: { words: [clubWord], match: 'whole' } },
  nodes: [
    {
      id: 'welcome',
      type: 'send-message',
      config: { text: { ru: 'Вы в клубе.', en: 'You are in.' }, class: 'service' },
      at: { x: 0, y: 0 },
    },
    { id: 'pause', type: 'wait', config: { duration: 'PT3S' }, at: { x: 0, y: 1 } },
    {
      id: 'letter',
      type: 'send-message',
      config: { text: { ru: 'Первое письмо клуба.', en: 'The first letter.' }, class: 'service' },
      at: { x: 0, y: 2 },
    },
    { id: 'done', type: 'end', config: { reason: 'told' }, at: { x: 0, y: 3 } },
  ],
  edges: [
    { from: 'trigger', port: 'next', to: 'welcome' },
    { from: 'welcome', port: 'next', to: 'pause' },
    { from: 'pause', port: 'next', to: 'letter' },
    { from: 'letter', port: 'next', to: 'done' },
  ],
  settings: { reentry: 'once' },
};
