import type { AutomationDocument } from '#automation/document.ts';
import type { Pause } from '#automation/interpreter.ts';
import { addDuration } from '#domain/time.ts';
import { changeAutomationState } from '#use-cases/automations/change-state.ts';
import { publishAutomation } from '#use-cases/automations/publish-automation.ts';
import { tick } from '#workers/clock.ts';
import { OWNER } from '#test/support/shop.ts';
import { Agenda } from './agenda.ts';
import { happen, openShop, type Shop } from './one-shop.ts';
import { readTold } from './read-told.ts';
import type { Case } from './random-case.ts';
import type { Told } from './same-trace.ts';
import type { Engine } from './engine.ts';

/**
 * Lives the stories of many cases at once in production: rows, router, pump, clock, workflows, each case a business of
 * its own. Time goes from one moment at which anything happens to the next, for all together.
 */
export async function liveThrough(engine: Engine, cases: readonly Case[]): Promise<Told[]> {
  const { database } = engine;
  const doors = { database, withBusiness: database.withBusiness };
  const start = Math.min(...cases.map(({ story }) => Date.parse(story.start)));
  engine.setNow(start);
  const { shops, agenda } = await openAll(engine, cases);
  await engine.settle();
  await engine.goTo(start);
  const end = endOf(cases);
  for (;;) {
    const moment = Math.min(agenda.next() ?? Infinity, (await engine.nextDue()) ?? Infinity);
    if (moment > end) break;
    if (moment > engine.now()) engine.setNow(moment);
    await doAll(agenda, engine);
    while ((await tick(doors, new Date(engine.now()))) > 0) await engine.settle();
    if ((await engine.goTo(moment)) > 0) await engine.settle();
    await planAnswers(agenda, engine, shops);
  }
  return readTold(database, shops);
}

const automationsOf = ({ automationId, document, child }: Case): [string, AutomationDocument][] => [
  [automationId, document],
  ...(child ? ([[child.id, child.document]] as [string, AutomationDocument][]) : []),
];

/** The same on the real server, where time is the wall's: the stories take as long as they last. */
export async function liveForReal(engine: Engine, cases: readonly Case[]): Promise<Told[]> {
  const { shops, agenda } = await openAll(engine, cases);
  for (const end = endOf(cases); engine.now() < end; await new Promise((done) => setTimeout(done, 10))) {
    await Promise.all(agenda.take(engine.now()).map((act) => act()));
    await engine.turn();
    await planAnswers(agenda, engine, shops);
  }
  return readTold(engine.database, shops);
}

const endOf = (cases: readonly Case[]): number =>
  Math.max(...cases.map(({ story }) => addDuration(new Date(story.start), story.last, 'UTC').getTime()));

async function openAll(engine: Engine, cases: readonly Case[]): Promise<{ shops: Shop[]; agenda: Agenda }> {
  const { database } = engine;
  const shops: Shop[] = [];
  for (const one of cases) {
    const shop = await openShop(database, one);
    shops.push(shop);
    // The one that is started first: a publication asks for what it refers to.
    for (const [automationId, document] of automationsOf(one).reverse())
      await database.withBusiness(shop.businessId, OWNER, (tx) => publishAutomation(tx, { automationId, document }));
  }
  engine.answerCalls((contactId, nodeId) =>
    shops.find((shop) => shop.contactId === contactId)?.case.story.calls.find((call) => call.of === nodeId),
  );
  const agenda = new Agenda();
  for (const shop of shops) planStory(agenda, engine, shop);
  return { shops, agenda };
}

/** What is due now, in the order of each story; what one thing brings is over before the next begins. */
async function doAll(agenda: Agenda, engine: Engine): Promise<void> {
  for (let turn = agenda.take(engine.now()); turn.length > 0; turn = agenda.take(engine.now())) {
    await Promise.all(turn.map((act) => act()));
    await engine.settle();
  }
}

function planStory(agenda: Agenda, engine: Engine, shop: Shop): void {
  const { story } = shop.case;
  const change = (to: 'pause' | 'resume', policy?: Pause['policy']) => async () => {
    for (const [automationId] of automationsOf(shop.case))
      await engine.database.withBusiness(shop.businessId, OWNER, (tx) =>
        changeAutomationState(tx, { automationId, change: to, ...(policy ? { policy } : {}) }),
      );
  };
  for (const event of story.events) {
    const at = 'at' in event ? Date.parse(event.at) : addDuration(new Date(story.start), event.after, 'UTC').getTime();
    agenda.put(at, shop.businessId, () => happen(engine.database, shop, event));
  }
  for (const pause of story.pauses) {
    agenda.put(Date.parse(pause.from), shop.businessId, change('pause'));
    agenda.put(Date.parse(pause.to), shop.businessId, change('resume', pause.policy));
  }
}

/** The client answers what has come since the last look. */
async function planAnswers(agenda: Agenda, engine: Engine, shops: readonly Shop[]): Promise<void> {
  for (const message of engine.takeDelivered()) {
    const shop = shops.find(({ businessId }) => businessId === message.businessId);
    if (!shop) continue;
    const { answers } = shop.case.story;
    const index = answers.findIndex((one, at) => one.to === message.nodeId && (shop.answered.get(at) ?? 0) < one.times);
    const answer = answers[index];
    if (!answer) continue;
    shop.answered.set(index, (shop.answered.get(index) ?? 0) + 1);
    const press = { messageId: message.id, runId: message.runId, nodeId: message.nodeId, button: answer.button };
    const event =
      answer.button === undefined
        ? { type: 'chat.message' as const, data: { text: answer.text ?? '' } }
        : { type: 'chat.button' as const, data: press };
    const at = addDuration(message.at, answer.after, 'UTC').getTime();
    agenda.put(at, shop.businessId, () => happen(engine.database, shop, event));
  }
}
