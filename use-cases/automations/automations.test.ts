import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import { route } from '#workers/router.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, OWNER, type Shop } from '#test/support/shop.ts';
import { listNotifications } from '#use-cases/day/notifications.ts';
import { advanceRun } from './advance-run.ts';
import { cancelRun } from './cancel-run.ts';
import { pressAutomationButton } from './press-button.ts';
import { publishAutomation } from './publish-automation.ts';
import { thankForTheFirstOrder } from '#use-cases/demo/automations.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const settle = async () => {
  while ((await route({ database, withBusiness: database.withBusiness })) > 0);
};

async function published(shop: Shop, document: unknown = thankForTheFirstOrder('PT2M')): Promise<string> {
  const automationId = newId();
  await shop.within((tx) => publishAutomation(tx, { automationId, document }), { actor: OWNER });
  return automationId;
}

async function paidOrder(shop: Shop, contactId: string): Promise<void> {
  const order = await shop.orders(contactId, 1);
  await shop.providerSays(order.attemptId, 'succeeded');
  await settle();
}

async function theRun(contactId: string) {
  const { rows } = await database.owner.query('select * from run where contact_id = $1', [contactId]);
  expect(rows).toHaveLength(1);
  return rows[0];
}

const after = (date: Date, seconds: number) => new Date(new Date(date).getTime() + seconds * 1000);

describe('the demo automation', () => {
  it('thanks for the first paid order alone, waits, asks, branches on the button and tags', async () => {
    const shop = await aShop(database);
    await published(shop);
    const anna = await shop.client();
    await paidOrder(shop, anna);
    const run = await theRun(anna);
    expect(run.state).toBe('waiting');
    expect((await shop.told(anna)).filter((message) => message.class === 'service')).toHaveLength(1);

    const early = await shop.within((tx) => advanceRun(tx, { runId: run.id, byWorkflow: true }), {
      now: after(run.started_at, 60),
    });
    expect(early).toMatchObject({ moveNo: 1, directive: { kind: 'wait' } });
    await shop.within((tx) => advanceRun(tx, { runId: run.id, byWorkflow: true }), { now: after(run.started_at, 125) });
    const asked = (await shop.told(anna)).filter((message) => message.class === 'service').at(-1);
    expect(JSON.stringify(asked?.payload)).toContain(':good');

    const { rows } = await database.owner.query(
      `select id from message where contact_id = $1 and class = 'service' order by seq desc limit 1`,
      [anna],
    );
    const press = () =>
      shop.within((tx) => pressAutomationButton(tx, { messageId: rows[0].id, button: 'good', contactId: anna }), {
        now: after(run.started_at, 130),
      });
    expect(await press()).toMatchObject({ again: false });
    expect(await press()).toMatchObject({ again: true });
    await settle();
    expect(await theRun(anna)).toMatchObject({ state: 'ended', outcome: 'finished' });
    const { rows: tags } = await database.owner.query('select tag from contact_tag where contact_id = $1', [anna]);
    expect(tags).toEqual([{ tag: 'happy' }]);
    // The press ended the run past its workflow, which must hear of it to end as well.
    const { rows: woken } = await database.owner.query('select wake_no from process where subject_id = $1', [run.id]);
    expect(woken).toEqual([{ wake_no: 2 }]);

    await paidOrder(shop, anna);
    await theRun(anna);
  });

  it('takes the other way when nobody presses in time, and a press after the deadline does not count', async () => {
    const shop = await aShop(database);
    await published(shop);
    const anna = await shop.client();
    await paidOrder(shop, anna);
    const run = await theRun(anna);
    await shop.within((tx) => advanceRun(tx, { runId: run.id, byWorkflow: true }), { now: after(run.started_at, 125) });
    const waiting = await theRun(anna);
    expect(waiting.listens_to).toContain('chat.button');
    await shop.within((tx) => advanceRun(tx, { runId: run.id, byWorkflow: true }), {
      now: after(waiting.deadline_at, 1),
    });
    expect(await theRun(anna)).toMatchObject({ state: 'ended', outcome: 'finished', outcome_reason: 'no_answer' });
  });

  it('is entered once by one event, with ten routers at work', async () => {
    const shop = await aShop(database);
    await published(shop);
    const clients = await Promise.all(Array.from({ length: 5 }, () => shop.client()));
    for (const client of clients) {
      const order = await shop.orders(client, 1);
      await shop.providerSays(order.attemptId, 'succeeded');
    }
    await Promise.all(Array.from({ length: 10 }, settle));
    for (const client of clients) {
      await theRun(client);
      expect((await shop.told(client)).filter((message) => message.class === 'service')).toHaveLength(1);
    }
  });

  it('sends nothing to one who said /stop, and the record says why', async () => {
    const shop = await aShop(database);
    await published(shop);
    const anna = await shop.client();
    await database.owner.query('update contact set stopped_at = now() where id = $1', [anna]);
    await paidOrder(shop, anna);
    expect((await shop.told(anna)).filter((message) => message.class === 'service')).toHaveLength(0);
    const run = await theRun(anna);
    const { rows } = await database.owner.query(
      `select facts from run_log where run_id = $1 and kind = 'went' order by ordinal limit 1`,
      [run.id],
    );
    expect(rows[0].facts).toMatchObject({ notSent: 'stopped' });
  });

  it('ends at once when staff takes the person out, and queued messages are taken back', async () => {
    const shop = await aShop(database);
    await published(shop);
    const anna = await shop.client();
    await paidOrder(shop, anna);
    const run = await theRun(anna);
    await shop.within((tx) => cancelRun(tx, { runId: run.id }), { actor: OWNER });
    expect(await theRun(anna)).toMatchObject({ state: 'ended', outcome: 'cancelled' });
    expect(
      (await shop.told(anna)).filter((message) => message.class === 'service').map((message) => message.state),
    ).toEqual(['withdrawn']);
    expect(await shop.within((tx) => advanceRun(tx, { runId: run.id, byWorkflow: true }))).toMatchObject({
      directive: { kind: 'end' },
    });
  });
});

describe('a word in the chat', () => {
  const keyword = {
    schema: 1,
    name: 'Opening hours',
    trigger: { type: 'keyword', config: { words: ['hours', 'часы работы'], match: 'anywhere' } },
    nodes: [
      {
        id: 'answer',
        type: 'send-message',
        config: { text: { ru: 'С 10 до 20', en: 'From 10 to 20' }, class: 'service' },
      },
      { id: 'done', type: 'end', config: {} },
    ],
    edges: [
      { from: 'trigger', port: 'next', to: 'answer' },
      { from: 'answer', port: 'next', to: 'done' },
    ],
  };

  it('starts a run that needs no workflow, whatever the case and the punctuation', async () => {
    const shop = await aShop(database);
    await published(shop, keyword);
    const anna = await shop.client();
    const { receiveText } = await import('#use-cases/messages/receive-text.ts');
    await shop.within((tx) =>
      receiveText(tx, { contactId: anna, botId: shop.botId, updateId: 1, text: 'What are your HOURS?' }),
    );
    await shop.within((tx) =>
      receiveText(tx, { contactId: anna, botId: shop.botId, updateId: 1, text: 'What are your HOURS?' }),
    );
    await settle();
    expect(await theRun(anna)).toMatchObject({ state: 'ended', outcome: 'finished' });
    expect((await shop.told(anna)).map((message) => message.body)).toEqual(['From 10 to 20']);
    const { rows } = await database.owner.query(`select 1 from process where contact_id = $1`, [anna]);
    expect(rows).toHaveLength(0);
  });
});

describe('a poisonous automation', () => {
  it('fails its own run after five attempts with an alarm that leads to it, while another automation goes on', async () => {
    const shop = await aShop(database);
    await published(shop);
    const [hello, ...others] = thankForTheFirstOrder('PT1M').nodes;
    const text = { ru: 'Poison', en: 'Poison' };
    const document = {
      ...thankForTheFirstOrder('PT1M'),
      name: 'Poison',
      nodes: [{ ...hello, config: { ...hello?.config, text } }, ...others],
    };
    const poison = await published(shop, document);
    await database.owner.query(`alter table message add constraint poison check (body <> 'Poison') not valid`);
    const anna = await shop.client();
    await paidOrder(shop, anna);
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await database.owner.query(
        `update run_inbox set next_attempt_at = now() - interval '1 minute' where state = 'pending'`,
      );
      await settle();
    }
    const { rows } = await database.owner.query(
      'select id, automation_id, state, outcome from run where contact_id = $1',
      [anna],
    );
    const failed = rows.find((run) => run.automation_id === poison);
    expect(failed).toMatchObject({ state: 'ended', outcome: 'failed' });
    expect(rows.find((run) => run.automation_id !== poison)).toMatchObject({ state: 'waiting' });
    const { rows: alarms } = await database.owner.query('select code from alarm where business_id = $1', [
      shop.businessId,
    ]);
    expect(alarms).toEqual([{ code: 'run_failed' }]);
    const { items } = await shop.within((tx) => listNotifications(tx), { actor: OWNER });
    expect(items).toMatchObject([{ kind: 'run_failed', link: `/runs/${failed.id}` }]);
    await database.owner.query('alter table message drop constraint poison');
  });
});

describe('an automation whose version cannot even be read', () => {
  it('is skipped with an alarm, and the same event reaches the others', async () => {
    const shop = await aShop(database);
    const broken = await published(shop, { ...thankForTheFirstOrder('PT1M'), name: 'Broken' });
    await database.owner.query(`update automation_version set document = '{"schema": 99}' where automation_id = $1`, [
      broken,
    ]);
    await published(shop);
    const anna = await shop.client();
    await paidOrder(shop, anna);
    expect(await theRun(anna)).toMatchObject({ state: 'waiting' });
    const { rows } = await database.owner.query('select code from alarm where business_id = $1', [shop.businessId]);
    expect(rows).toEqual([{ code: 'automation_unreadable' }]);
  });
});

describe('publishing', () => {
  it('refuses a broken automation with every reason and its path', async () => {
    const shop = await aShop(database);
    const broken = { ...keywordless(), nodes: [{ id: 'wait', type: 'wait', config: { duration: 'soon' } }] };
    await expect(published(shop, broken)).rejects.toMatchObject({
      code: 'automation_invalid',
      facts: {
        issues: expect.arrayContaining([
          expect.objectContaining({ code: 'duration_invalid', path: 'nodes.0.config.duration' }),
        ]),
      },
    });
  });
});

function keywordless() {
  return {
    schema: 1,
    name: 'x',
    trigger: { type: 'event', config: { event: 'order.paid' } },
    edges: [{ from: 'trigger', port: 'next', to: 'wait' }],
  };
}
