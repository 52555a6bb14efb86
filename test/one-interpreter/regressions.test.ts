import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import { publishAutomation } from '#use-cases/automations/publish-automation.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, OWNER } from '#test/support/shop.ts';
import { tick } from '#workers/clock.ts';
import { route } from '#workers/router.ts';

/** What random stories have found in production once. What they found in the simulator lies beside it. */

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

const both = (text: string) => ({ ru: text, en: text });
const settle = async (): Promise<void> => {
  while ((await route({ database, withBusiness: database.withBusiness })) > 0);
};
const step = (id: string, type: string, config: Record<string, unknown>) => ({ id, type, config });
const edge = (from: string, to: string, port = 'next') => ({ from, port, to });

describe('a date that has come', () => {
  it('and whose automation did not let the client in comes once, not at every turn of the clock', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    const trigger = {
      type: 'date',
      config: {
        field: 'contact.lastOrderAt',
        offset: 'P0D',
        filter: { field: 'contact.tags', is: 'contains', value: 'vip' },
      },
    };
    const nodes = [step('m', 'send-message', { text: both('Hello') }), step('end', 'end', {})];
    const edges = [edge('trigger', 'm'), edge('m', 'end')];
    const document = { schema: 2, name: 'Date', trigger, nodes, edges };
    await shop.within((tx) => publishAutomation(tx, { automationId: newId(), document }), { actor: OWNER });
    await database.owner.query("update contact set last_order_at = now() + interval '10 seconds' where id = $1", [
      anna,
    ]);
    await shop.within(async (tx) => tx.emit({ type: 'contact.resumed', streamId: anna, contactId: anna, data: {} }));
    await shop.within(async (tx) =>
      tx.emit({ type: 'contact.changed', streamId: anna, contactId: anna, data: { field: 'note', value: '' } }),
    );
    await settle();
    for (let turn = 0; turn < 3; turn += 1) {
      await tick({ database, withBusiness: database.withBusiness }, new Date(Date.now() + 60_000));
      await settle();
    }
    expect((await shop.events(anna)).filter((type) => type === 'date.reached')).toHaveLength(1);
  });
});

describe('the log of a loop that takes no time', () => {
  it('tells of each visit what that visit did', async () => {
    const shop = await aShop(database);
    const anna = await shop.client();
    const trigger = { type: 'event', config: { event: 'contact.resumed' } };
    const nodes = [
      // A moment long past: the wait that a loop must have holds nobody.
      step('w', 'wait-until', { until: { kind: 'date', reference: 'contact.since', offset: 'P0D' }, ifPast: 'go_on' }),
      step('t', 'tag', { tag: 'seen' }),
      step('r', 'repeat', { times: 2 }),
      step('end', 'end', {}),
    ];
    const edges = [
      edge('trigger', 'w'),
      edge('w', 't'),
      edge('t', 'r'),
      edge('r', 'w', 'again'),
      edge('r', 'end', 'done'),
    ];
    const document = { schema: 2, name: 'Loop', trigger, nodes, edges };
    await shop.within((tx) => publishAutomation(tx, { automationId: newId(), document }), { actor: OWNER });
    await shop.within(async (tx) => tx.emit({ type: 'contact.resumed', streamId: anna, contactId: anna, data: {} }));
    await settle();
    const { rows } = await database.owner.query(
      `select l.facts -> 'hadIt' as had from run_log l join run r on r.id = l.run_id where r.contact_id = $1 and l.node_id = 't'
       order by l.move_no, l.ordinal`,
      [anna],
    );
    expect(rows.map(({ had }: { had: boolean }) => had)).toEqual([false, true, true]);
  });
});
