import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AutomationDraft } from '#automation/document.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, MANAGER, MASTER, OWNER, type Shop } from '#test/support/shop.ts';
import { thankForTheFirstOrder } from '#use-cases/demo/automations.ts';
import { route } from '#workers/router.ts';
import { advanceRun } from './advance-run.ts';
import { changeAutomationState, type StateChange } from './change-state.ts';
import { countPeople } from './count-people.ts';
import { createAutomation, duplicateAutomation } from './create-automation.ts';
import { listAutomations } from './list-automations.ts';
import { listRuns } from './list-runs.ts';
import { publishDraft } from './publish-automation.ts';
import { readAutomation } from './read-automation.ts';
import { restoreVersion, saveDraft } from './save-draft.ts';
import { listVersions } from './versions.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const owner = { actor: OWNER };
const demo = (name = 'Thanks'): AutomationDraft =>
  ({ ...structuredClone(thankForTheFirstOrder('PT2M') as AutomationDraft), name }) satisfies AutomationDraft;
const after = (date: Date, seconds: number) => new Date(new Date(date).getTime() + seconds * 1000);
const settle = async () => {
  while ((await route({ database, withBusiness: database.withBusiness })) > 0);
};

function hands(shop: Shop) {
  const on = {
    begins: (name: string) => shop.within((tx) => createAutomation(tx, { name }), owner),
    draws: (document: unknown = demo(), name = 'Thanks') =>
      shop.within((tx) => createAutomation(tx, { name, document }), owner),
    saves: (automationId: string, revision: number, document: unknown) =>
      shop.within((tx) => saveDraft(tx, { automationId, revision, document }), owner),
    publishes: (automationId: string, revision: number, note?: string) =>
      shop.within((tx) => publishDraft(tx, { automationId, revision, note }), owner),
    says: (automationId: string, change: StateChange) =>
      shop.within((tx) => changeAutomationState(tx, { automationId, change }), owner),
    sees: (automationId: string) => shop.within((tx) => readAutomation(tx, { automationId }), owner),
    counts: (automationId: string, version?: number) =>
      shop.within((tx) => countPeople(tx, { automationId, version }), owner),
    sells: async () => {
      const contactId = await shop.client();
      const order = await shop.orders(contactId, 1);
      await shop.providerSays(order.attemptId, 'succeeded');
      await settle();
      const { rows } = await database.owner.query('select * from run where contact_id = $1', [contactId]);
      return { contactId, run: rows[0] as { id: string; started_at: Date } | undefined };
    },
    moves: (runId: string, now: Date) => shop.within((tx) => advanceRun(tx, { runId, byWorkflow: true }), { now }),
  };
  return on;
}

describe('a draft', () => {
  it('is saved as it is drawn, unfinished too, and runs for nobody', async () => {
    const shop = await aShop(database);
    const on = hands(shop);
    const { id } = await on.begins('New');
    const empty = await on.sees(id);
    expect(empty).toMatchObject({ state: 'draft', published: null, draft: { revision: 1, document: { nodes: [] } } });
    const half = { ...demo(), nodes: [{ id: 'wait-1', type: 'wait', config: {} }], edges: [] };
    expect(await on.saves(id, 1, half)).toMatchObject({ revision: 2 });
    expect((await on.sees(id)).draft.document).toMatchObject({ ...half, schema: 2, settings: { reentry: 'once' } });
    await expect(on.publishes(id, 2)).rejects.toMatchObject({ code: 'automation_invalid' });
    expect((await on.sells()).run).toBeUndefined();
  });

  it('of two editors is not overwritten unseen: the second gets both to choose from', async () => {
    const shop = await aShop(database);
    const on = hands(shop);
    const { id, revision } = await on.draws();
    const results = await Promise.allSettled([
      on.saves(id, revision, demo('Anna’s')),
      on.saves(id, revision, demo('Boris’s')),
    ]);
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((one) => one.status === 'rejected');
    const kept = await on.sees(id);
    expect(lost?.reason).toMatchObject({
      code: 'draft_conflict',
      facts: { revision: revision + 1, document: { name: kept.name }, savedBy: 'Owner' },
    });
    await expect(on.publishes(id, revision)).rejects.toMatchObject({ code: 'draft_conflict' });
    expect(await on.saves(id, revision + 1, demo('Chosen'))).toMatchObject({ revision: revision + 2 });
  });

  it('differs from what is published only when it does something else', async () => {
    const shop = await aShop(database);
    const on = hands(shop);
    const { id, revision } = await on.draws();
    await on.publishes(id, revision, 'first');
    const fresh = await on.sees(id);
    expect(fresh).toMatchObject({ changed: false, published: { number: 1, note: 'first' }, state: 'active' });
    const { document } = fresh.draft;
    const moved = {
      ...document,
      nodes: document.nodes.map((node) => ({ ...node, at: { x: 1, y: 2 } })).reverse(),
      notes: [{ id: 'note-1', text: 'Ask Marina', at: { x: 0, y: 0 } }],
    };
    const saved = await on.saves(id, fresh.draft.revision, moved);
    expect((await on.sees(id)).changed).toBe(false);
    await on.saves(id, saved.revision, { ...moved, settings: { reentry: 'always', exitOn: [] } });
    expect((await on.sees(id)).changed).toBe(true);
    expect(await shop.within((tx) => listAutomations(tx), owner)).toMatchObject([{ id, changed: true, version: 1 }]);
  });

  it('is drawn by owners, seen by managers, and no business of masters or neighbours', async () => {
    const shop = await aShop(database);
    const neighbour = await aShop(database);
    const on = hands(shop);
    const { id, revision } = await on.draws();
    const save = (actor: typeof MANAGER) =>
      shop.within((tx) => saveDraft(tx, { automationId: id, revision, document: demo() }), { actor });
    await expect(save(MANAGER)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(save(MASTER)).rejects.toMatchObject({ code: 'forbidden' });
    const look = (actor: typeof MANAGER) => shop.within((tx) => readAutomation(tx, { automationId: id }), { actor });
    expect(await look(MANAGER)).toMatchObject({ id });
    await expect(look(MASTER)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(hands(neighbour).sees(id)).rejects.toMatchObject({ code: 'automation_not_found' });
    await expect(hands(neighbour).saves(id, revision, demo())).rejects.toMatchObject({ code: 'automation_not_found' });
  });

  it('from elsewhere is refused with a reason and a path when it is not one of ours', async () => {
    const shop = await aShop(database);
    const on = hands(shop);
    const codes = async (document: unknown) =>
      on.draws(document).then(
        () => [],
        (error: { code: string; facts: { issues?: { code: string; path: string }[] } }) =>
          error.facts.issues?.map((issue) => `${issue.code} ${issue.path}`) ?? [error.code],
      );
    expect(await codes({ ...demo(), schema: 3 })).toEqual(['schema_newer schema']);
    const many = Array.from({ length: 5_000 }, (_, index) => ({ id: `n-${index}`, type: 'end', config: {} }));
    expect(await codes({ ...demo(), nodes: many })).toEqual(['too_large nodes']);
    expect(await codes({ hello: 'world' })).toContain('shape_invalid name');
    const [node, ...rest] = demo().nodes;
    expect(await codes({ ...demo(), nodes: [{ ...node, label: 'x'.repeat(10_000) }, ...rest] })).toEqual([
      'shape_invalid nodes.0.label',
    ]);
    expect(await codes({ ...demo(), nodes: [{ ...node, config: { text: 'x'.repeat(1_100_000) } }] })).toEqual([
      'automation_too_large',
    ]);
    // A step of somebody's newer Takt is kept: it shows as a problem, and nothing is lost.
    const strange = await on.draws({ ...demo(), nodes: [{ id: 'fly', type: 'fly', config: { to: 'moon' } }, ...rest] });
    expect((await on.sees(strange.id)).draft.document.nodes[0]).toEqual({
      id: 'fly',
      type: 'fly',
      config: { to: 'moon' },
    });
    await expect(on.publishes(strange.id, 1)).rejects.toMatchObject({
      facts: { issues: expect.arrayContaining([expect.objectContaining({ code: 'step_unknown' })]) },
    });
  });

  it('can be copied, and the copy goes its own way', async () => {
    const shop = await aShop(database);
    const on = hands(shop);
    const { id } = await on.draws();
    const copy = await shop.within((tx) => duplicateAutomation(tx, { automationId: id, name: 'Thanks, copy' }), owner);
    expect((await on.sees(copy.id)).draft.document).toEqual({
      ...(await on.sees(id)).draft.document,
      name: 'Thanks, copy',
    });
  });
});

describe('versions', () => {
  it('are numbered, keep the people who are inside, and can be taken back into the draft', async () => {
    const shop = await aShop(database);
    const on = hands(shop);
    const { id, revision } = await on.draws();
    await on.publishes(id, revision, 'first');
    const anna = await on.sells();
    const draft = (await on.sees(id)).draft;
    const longer = {
      ...draft.document,
      nodes: draft.document.nodes.map((node) =>
        node.type === 'wait' ? { ...node, config: { duration: 'P1D' } } : node,
      ),
    };
    const saved = await on.saves(id, draft.revision, longer);
    await on.publishes(id, saved.revision, 'longer');
    const boris = await on.sells();
    expect(await shop.within((tx) => listVersions(tx, { automationId: id }), owner)).toMatchObject([
      { number: 2, note: 'longer', inside: 1, current: true, publishedBy: 'Owner' },
      { number: 1, note: 'first', inside: 1, current: false },
    ]);
    // The first is asked after two minutes, as the version says that she entered.
    await on.moves(anna.run!.id, after(anna.run!.started_at, 125));
    await on.moves(boris.run!.id, after(boris.run!.started_at, 125));
    const asked = async (contactId: string) =>
      (await shop.told(contactId)).filter((message) => message.class === 'service').length;
    expect([await asked(anna.contactId), await asked(boris.contactId)]).toEqual([2, 1]);
    const now = await on.sees(id);
    await shop.within((tx) => restoreVersion(tx, { automationId: id, number: 1, revision: now.draft.revision }), owner);
    const back = await on.sees(id);
    expect(back).toMatchObject({ changed: true, published: { number: 2 } });
    expect(back.draft.document).toEqual(draft.document);
  });
});

describe('a paused automation', () => {
  it('lets nobody in and moves nobody, and on resuming everybody goes on from where they stood', async () => {
    const shop = await aShop(database);
    const on = hands(shop);
    const { id, revision } = await on.draws();
    await on.publishes(id, revision);
    const anna = await on.sells();
    expect(await on.says(id, 'pause')).toEqual({ state: 'paused' });
    expect((await on.sells()).run).toBeUndefined();
    const still = await on.moves(anna.run!.id, after(anna.run!.started_at, 500));
    expect(still).toMatchObject({ moveNo: 1, directive: { kind: 'wait', until: null } });
    expect((await shop.told(anna.contactId)).filter((message) => message.class === 'service')).toHaveLength(1);
    const wakes = async () =>
      (await database.owner.query('select wake_no from process where subject_id = $1', [anna.run!.id])).rows[0].wake_no;
    const before = await wakes();
    await on.says(id, 'resume');
    expect(await wakes()).toBe(before + 1);
    await on.moves(anna.run!.id, after(anna.run!.started_at, 501));
    expect((await shop.told(anna.contactId)).filter((message) => message.class === 'service')).toHaveLength(2);
  });

  it('keeps what happens meanwhile for later, and does not look at it in a circle', async () => {
    const shop = await aShop(database);
    const on = hands(shop);
    const { id, revision } = await on.draws({ ...demo(), settings: { reentry: 'once', exitOn: ['contact.stopped'] } });
    await on.publishes(id, revision);
    const anna = await on.sells();
    await on.says(id, 'pause');
    await shop.within(async (tx) => {
      tx.emit({ type: 'contact.stopped', streamId: anna.contactId, contactId: anna.contactId, data: {} });
      await Promise.resolve();
    });
    await settle();
    const inbox = async () =>
      (await database.owner.query(`select state from run_inbox where run_id = $1 order by seq`, [anna.run!.id])).rows;
    expect(await inbox()).toEqual([{ state: 'taken' }, { state: 'pending' }]);
    await on.says(id, 'resume');
    await settle();
    const { rows } = await database.owner.query('select outcome, outcome_reason from run where id = $1', [
      anna.run!.id,
    ]);
    expect(rows).toEqual([{ outcome: 'left', outcome_reason: 'contact.stopped' }]);
  });

  it('goes to the archive and comes back paused; what cannot be is refused', async () => {
    const shop = await aShop(database);
    const on = hands(shop);
    const { id, revision } = await on.draws();
    await expect(on.says(id, 'pause')).rejects.toMatchObject({ code: 'automation_state_refused' });
    await on.publishes(id, revision);
    expect(await on.says(id, 'archive')).toEqual({ state: 'archived' });
    expect((await on.sells()).run).toBeUndefined();
    await expect(on.says(id, 'resume')).rejects.toMatchObject({ code: 'automation_state_refused' });
    expect(await on.says(id, 'unarchive')).toEqual({ state: 'paused' });
  });
});

describe('the counts on the canvas', () => {
  it('are those of the log, per node, way out and version', async () => {
    const shop = await aShop(database);
    const on = hands(shop);
    const { id, revision } = await on.draws();
    await on.publishes(id, revision);
    const people = [await on.sells(), await on.sells(), await on.sells()];
    await on.moves(people[0]!.run!.id, after(people[0]!.run!.started_at, 125));
    const counts = await on.counts(id);
    expect(counts).toMatchObject({ entered: 3, inside: 3, failed: 0 });
    const { rows } = await database.owner.query(
      `select l.node_id, l.facts ->> 'port' as port, count(*)::int as passed from run_log l join run r on r.id = l.run_id
       where r.automation_id = $1 and l.kind = 'went' group by 1, 2 order by 1, 2`,
      [id],
    );
    const counted = counts.edges.filter((edge) => edge.from !== 'trigger');
    expect(counted.map((edge) => [edge.from, edge.port, edge.passed]).sort()).toEqual(
      rows.map((row) => [row.node_id, row.port, row.passed]).sort(),
    );
    expect(Object.values(counts.nodes).reduce((sum, node) => sum + node.waiting, 0)).toBe(3);
    const waits = Object.entries(counts.nodes).find(([, node]) => node.waiting === 2)![0];
    const there = await shop.within(
      (tx) => listRuns(tx, { automationId: id, nodeId: waits, state: 'waiting', limit: 50 }),
      owner,
    );
    expect(there.runs).toHaveLength(2);
    const through = await shop.within((tx) => listRuns(tx, { automationId: id, nodeId: waits, limit: 50 }), owner);
    expect(through.runs).toHaveLength(3);
    expect(await on.counts(id, 2)).toMatchObject({ entered: 0, inside: 0 });
  });
});
