import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import { anEngine, chain, say, tag, wait } from '#test/support/engine.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, OWNER } from '#test/support/shop.ts';
import { listJobs, previewRetry, retryInBulk, undoMove } from '#use-cases/bulk/jobs.ts';
import { retryRun } from '../retry-run.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const T0 = new Date('2027-03-01T09:00:00Z');
const days = (count: number): Date => new Date(T0.getTime() + count * 86_400_000);

async function people(count: number) {
  const shop = await aShop(database);
  const engine = anEngine(database, shop);
  const id = await engine.publishes(chain([wait('w', 'P5D'), say('old')]), { now: T0 });
  const contacts: string[] = [];
  for (let index = 0; index < count; index += 1) contacts.push(await shop.client());
  for (const contact of contacts) await engine.starts(id, contact, T0);
  await engine.settles(T0);
  return { shop, engine, id, contacts };
}
const shorter = chain([wait('w', 'P3D'), say('new')]);

describe('when a new version is published', () => {
  it('those inside finish the old one, unless the plan says otherwise', async () => {
    const { engine, id, contacts } = await people(2);
    await engine.publishes(shorter, { id, now: days(1) });
    await engine.worksOff(days(1));
    await engine.comesTo(days(3));
    expect(await engine.said(contacts[0]!)).toEqual([]);
    await engine.comesTo(days(5));
    expect(await engine.said(contacts[0]!)).toEqual(['queued old']);
  });

  it('those who move keep the moment at which they came, so that the new wait is counted from it', async () => {
    const { engine, id, contacts } = await people(3);
    await engine.publishes(shorter, { id, plan: { w: { do: 'move', to: 'w' } }, now: days(1) });
    await engine.worksOff(days(1));
    await engine.settles(days(1));
    await engine.comesTo(days(3));
    for (const contact of contacts) expect(await engine.said(contact)).toEqual(['queued new']);
  });

  it('those who leave get nothing more', async () => {
    const { engine, id, contacts } = await people(2);
    await engine.publishes(shorter, { id, plan: { w: { do: 'exit' } }, now: days(1) });
    await engine.worksOff(days(1));
    expect(await engine.run(id, contacts[0]!)).toMatchObject({ outcome: 'left', outcome_reason: 'published' });
  });

  it('a move can be undone for those who have not gone on, and the rest are counted', async () => {
    const { shop, engine, id, contacts } = await people(3);
    await engine.publishes(shorter, { id, plan: { w: { do: 'move', to: 'w' } }, now: days(1) });
    await engine.worksOff(days(1));
    const [gone, ...rest] = contacts;
    const run = await engine.run(id, gone!);
    const { advanceRun } = await import('../advance-run.ts');
    await shop.within((tx) => advanceRun(tx, { runId: run.id, byWorkflow: false }), { now: days(3) });
    const within = <T>(work: Parameters<typeof shop.within<T>>[0]) => shop.within(work, { actor: OWNER, now: days(3) });
    const { jobs } = await within((tx) => listJobs(tx, { automationId: id }));
    await within((tx) => undoMove(tx, { jobId: jobs[0]!.jobId, key: newId() }));
    await engine.worksOff(days(3));
    const after = await within((tx) => listJobs(tx, { automationId: id }));
    expect(after.jobs.find((job) => job.kind === 'undo_move')).toMatchObject({ state: 'done', done: 2, skipped: 1 });
    await engine.comesTo(days(5));
    for (const contact of rest) expect(await engine.said(contact)).toEqual(['queued old']);
    expect(await engine.said(gone!)).toEqual(['queued new']);
  });
});

describe('a run that failed', () => {
  /** Its text breaks when it is filled in, which no check before publication can see here. */
  async function failed(count: number) {
    const shop = await aShop(database);
    const engine = anEngine(database, shop);
    const document = chain([say('first'), tag('mark', 'seen'), say('second')]);
    const id = await engine.publishes(document);
    await database.owner.query(
      `update automation_version set document = jsonb_set(document, '{nodes,2,config,text}', '{"ru": "{{ x | nofilter }}", "en": "{{ x | nofilter }}"}') where automation_id = $1`,
      [id],
    );
    const contacts: string[] = [];
    for (let index = 0; index < count; index += 1) contacts.push(await shop.client());
    for (const contact of contacts) await engine.starts(id, contact);
    for (let attempt = 0; attempt < 6; attempt += 1) {
      await database.owner.query(
        `update run_inbox set next_attempt_at = now() - interval '1 minute' where state = 'pending' and business_id = $1`,
        [shop.businessId],
      );
      await engine.settles();
    }
    return { shop, engine, id, contacts, document };
  }

  it('is taken up again from its step by the fixed version, and what it did is not done twice', async () => {
    const { shop, engine, id, contacts, document } = await failed(1);
    const anna = contacts[0]!;
    const run = await engine.run(id, anna);
    expect(run).toMatchObject({ state: 'ended', outcome: 'failed' });
    await engine.publishes(document, { id });
    await shop.within((tx) => retryRun(tx, { runId: run.id, version: 'published' }), { actor: OWNER });
    await engine.settles();
    expect(await engine.run(id, anna)).toMatchObject({ state: 'ended', outcome: 'finished' });
    expect(await engine.said(anna)).toEqual(['queued first', 'queued second']);
  });

  it('is retried with all others of its kind after a dry look, and never twice by one press', async () => {
    const { shop, engine, id, contacts, document } = await failed(4);
    await engine.publishes(document, { id });
    const within = <T>(work: Parameters<typeof shop.within<T>>[0]) => shop.within(work, { actor: OWNER });
    const preview = await within((tx) => previewRetry(tx, { automationId: id }));
    expect(preview).toMatchObject({ count: 4, groups: [{ number: 1, count: 4 }] });
    const key = newId();
    await within((tx) => retryInBulk(tx, { automationId: id, version: 'published', key }));
    await within((tx) => retryInBulk(tx, { automationId: id, version: 'published', key }));
    await engine.worksOff();
    await engine.settles();
    for (const contact of contacts) expect(await engine.said(contact)).toEqual(['queued first', 'queued second']);
  });
});
