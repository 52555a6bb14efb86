import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#persistence/with-business.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, OWNER, type Shop } from '#test/support/shop.ts';
import { listRuns } from './automations/list-runs.ts';
import { listContacts } from './contacts/list-contacts.ts';
import { listConversation } from './contacts/list-conversation.ts';
import { listNotifications } from './day/notifications.ts';
import { readDashboard } from './day/read-dashboard.ts';
import { searchAll } from './day/search-all.ts';
import { listOrders } from './orders/list-orders.ts';
import { listProducts } from './products/list-products.ts';
import { writeCursor } from './page.ts';

let database: TestDatabase;
let shop: Shop;
let contactId: string;

beforeAll(async () => {
  database = await testDatabase();
  shop = await aShop(database);
  contactId = await shop.client();
  await shop.orders(contactId);
});
afterAll(() => database.drop());

type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: Plan[];
};

/** The plans of every query that a list makes, as the application role. */
async function plansOf(list: (tx: Tx) => Promise<unknown>): Promise<Plan[]> {
  const plans: Plan[] = [];
  await shop.within(
    async (tx) => {
      // Tables of a test are small enough to read whole: this asks whether there is an index that serves.
      await tx.sql(`select set_config('enable_seqscan', 'off', true)`);
      const explained: Tx = {
        ...tx,
        async sql<T>(query: string, params?: readonly unknown[]): Promise<T[]> {
          const [row] = await tx.sql<{ 'QUERY PLAN': { Plan: Plan }[] }>(`explain (format json) ${query}`, params);
          plans.push(...(row?.['QUERY PLAN'] ?? []).map((one) => one.Plan));
          return tx.sql<T>(query, params);
        },
      };
      await list(explained);
    },
    { actor: OWNER },
  );
  return plans;
}

const parts = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(parts)];

/** By table, the indexes that it is read by, each with the column that it leads with. */
async function indexesOf(plans: Plan[]): Promise<{ table: string; leads: string[] }[]> {
  const { rows } = await database.owner.query(
    `select c.relname as index, t.relname as table, a.attname as column from pg_index i join pg_class c on c.oid = i.indexrelid
     join pg_class t on t.oid = i.indrelid join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]`,
  );
  const known = new Map(rows.map((row: { index: string; table: string; column: string }) => [row.index, row]));
  const found = new Map<string, string[]>();
  for (const part of plans.flatMap(parts)) {
    const index = known.get(part['Index Name'] ?? '');
    if (!index) continue;
    // An index that is walked whole, without a condition, leads nowhere.
    const leads = part['Index Cond']?.includes(index.column) ? index.column : `all of ${part['Index Name']}`;
    found.set(index.table, [...(found.get(index.table) ?? []), leads]);
  }
  return [...found].map(([table, leads]) => ({ table, leads }));
}

const after = (first: string | number) => writeCursor([first, newId()]);
const NOW = new Date(0).toISOString();

describe('a list of a business is read by an index that leads with the business', () => {
  it.each<[string, string[], (tx: Tx) => Promise<unknown>]>([
    ['orders', ['order', 'payment', 'order_line'], (tx) => listOrders(tx, { view: 'all', limit: 50 })],
    [
      'the next page of orders that were searched for in a period',
      ['order', 'payment', 'order_line'],
      (tx) => listOrders(tx, { view: 'action', search: '7999', from: NOW, to: NOW, cursor: after(NOW), limit: 50 }),
    ],
    [
      'clients',
      ['contact', 'contact_identity', 'contact_tag', 'incoming_message'],
      (tx) => listContacts(tx, { limit: 50 }),
    ],
    [
      'the next page of unread clients that were searched for',
      ['contact'],
      (tx) => listContacts(tx, { search: 'anna 7999', unread: true, cursor: after(NOW), limit: 50 }),
    ],
    [
      'a conversation',
      ['contact', 'message', 'incoming_message'],
      (tx) => listConversation(tx, { contactId, limit: 50 }),
    ],
    [
      'the next page of a conversation with the screens of the bot',
      ['message', 'incoming_message'],
      (tx) => listConversation(tx, { contactId, screens: true, cursor: after(NOW), limit: 50 }),
    ],
    ['runs', ['run'], (tx) => listRuns(tx, { limit: 50 })],
    ['people inside', ['run'], (tx) => listRuns(tx, { state: 'live', limit: 50 })],
    [
      'the next page of the runs of an automation',
      ['run'],
      (tx) => listRuns(tx, { automationId: newId(), cursor: after(NOW), limit: 50 }),
    ],
    [
      'the first page',
      ['order', 'payment', 'message', 'incoming_message', 'contact', 'run', 'alarm', 'bot', 'variant', 'product'],
      (tx) => readDashboard(tx),
    ],
    ['notifications', ['contact', 'alarm', 'bot', 'payment', 'payment_account'], (tx) => listNotifications(tx)],
    [
      'what is found everywhere',
      ['contact', 'order', 'payment', 'product', 'automation'],
      (tx) => searchAll(tx, { q: '7999' }),
    ],
    ['products', ['category', 'product', 'variant'], (tx) => listProducts(tx)],
  ])('%s', async (_what, tables, list) => {
    const plans = await plansOf(list);
    const whole = plans.flatMap(parts).filter((part) => part['Node Type'] === 'Seq Scan');
    expect(whole.map((part) => part['Relation Name'])).toEqual([]);
    const indexes = await indexesOf(plans);
    for (const table of tables) {
      const leads = [...new Set(indexes.find((one) => one.table === table)?.leads ?? [])];
      expect({ table, leads }).toEqual({ table, leads: ['business_id'] });
    }
  });
});
