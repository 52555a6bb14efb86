import { mkdirSync } from 'node:fs';
import pg from 'pg';
import { demoBusinessId, demoCatalog } from '#use-cases/demo/demo-shop.ts';
import { demoServices } from '#use-cases/demo/demo-salon.ts';
import { newId } from '#platform/ids.ts';
import { startServices } from '../../scripts/launcher/services.js';
import { buy, clubWord, plans, type BuyerPlan, type BuyerStory } from './buyer.ts';
import { openCashier, type Cashier } from './cashier.ts';
import { visit, visitPlans, type VisitStory } from './booker.ts';
import { checkLedgers } from './check-ledgers.ts';
import { killAtRandom, type Kill } from './killer.ts';
import { findButton, openPhones, type Phones } from './phone.ts';
import { pause, startProduct, until } from './product.ts';
import { seeded, type Random } from './random.ts';
import { openStaff, type Staff } from './staff.ts';

export type ChaosOptions = {
  dir: string;
  orders: number;
  runs: number;
  bookings: number;
  kills: number;
  seed: number;
  deadlineSeconds?: number | undefined;
  say?: ((line: string) => void) | undefined;
};
export type ChaosReport = {
  ok: boolean;
  seed: number;
  seconds: number;
  kills: Kill[];
  violations: string[];
  figures: Record<string, unknown>;
};

/** The one product that runs out, so that late money meets an empty shelf. */
const SCARCE = 'cedar-cream';
const AT_ONCE = 25;
/** A settling in which nothing at all moves for this long is stuck: longer than the slowest poll of the product. */
const STUCK_MS = 330_000;

/** Kills everything again and again while clients buy; when all has settled, the ledgers must add up. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const say = options.say ?? (() => undefined);
  const from = performance.now();
  const random = seeded(options.seed);
  mkdirSync(options.dir, { recursive: true });
  const services = await startServices({ dir: options.dir });
  const product = await startProduct({
    dir: options.dir,
    env: {
      ...services.env,
      TAKT_DEMO_PAYMENT_DEADLINE_SECONDS: String(options.deadlineSeconds ?? 20),
      TAKT_DEMO_WAIT: 'PT3S',
    },
    prepare: (env) => fillShelves(env['DATABASE_URL']!, options.orders),
  });
  say(`the product is up after ${seconds(from)} s; seed ${options.seed}`);
  const phones = openPhones(product.urls.telegram);
  const cashier = openCashier(product.urls.payments);
  const staff = await openStaff(product.env['DATABASE_URL']!);
  try {
    await staff.publishClub();
    await phones.faults({ loseAnswersEvery: 41, failEvery: 47, deliverTwice: true });
    await cashier.faults({ duplicateNotifications: true, shuffleNotifications: true });
    const stories = await newPeople(phones, random.fork('plans'), options);
    const visits = await newVisitors(phones, random.fork('visits'), options.bookings);
    const members = options.runs;
    const everybody = new Set(stories.map((story) => story.userId));
    const visitors = await joinClubOnly(phones, members - Math.min(members, options.orders));
    visitors.forEach((userId) => everybody.add(userId));

    const killing = killAtRandom(product, services, random.fork('kills'), {
      kills: options.kills,
      // The first orders must be on their way, or nothing is in flight.
      begin: () =>
        until(() => stories.some((story) => story.acceptedNumber !== undefined), 'an order was accepted', 120_000),
      onKill: (kill) => say(`${seconds(from)} s: kill -9 ${kill.target}, down for ${kill.downSeconds} s`),
    });
    const answering = answerQuestions(phones, everybody);
    let bought = 0;
    const left: (() => Promise<void>)[] = mixed(
      stories.map((story) => () => buy(phones, cashier, story)),
      visits.map((story) => () => visit(phones, story)),
    );
    const buying = Promise.all(
      Array.from({ length: Math.min(AT_ONCE, left.length) }, async () => {
        for (let tell = left.shift(); tell; tell = left.shift()) {
          await tell();
          bought += 1;
        }
      }),
    );
    const kills = await killing;
    say(`${seconds(from)} s: ${kills.length} kills done, ${bought} of ${stories.length + visits.length} stories told`);
    await phones.faults({ loseAnswersEvery: 0, failEvery: 0, deliverTwice: false });
    const stuck = await settle({
      staff,
      cashier,
      buying,
      bought: () => bought,
      say: (line) => say(`${seconds(from)} s: ${line}`),
    });
    answering.stop();
    const hanging = stuck === undefined ? [] : await whatHangs(phones, [...stories, ...visits]);
    const found = await checkLedgers({
      rows: staff.rows,
      stories,
      visits,
      clubMembers: members,
      payments: await cashier.payments(),
      requests: await phones.requests(),
    });
    return {
      ok: found.violations.length === 0 && stuck === undefined,
      seed: options.seed,
      seconds: seconds(from),
      kills,
      violations: [...(stuck === undefined ? [] : [`it did not settle: ${stuck}`]), ...hanging, ...found.violations],
      figures: {
        killed: tally(kills.map((kill) => kill.target)),
        ...found.figures,
        runsEndedByStaff: staff.cancelledRuns(),
        processesThatEndedUnasked: product.endedUnasked,
      },
    };
  } finally {
    phones.close();
    await staff.close();
    await product.stop();
    await services.stop();
  }
}

/** Enough of everything but one product. */
async function fillShelves(ownerUrl: string, pieces: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const scarce = demoCatalog.flatMap((category) => category.products).find((product) => product.photo === SCARCE);
  for (const variant of demoCatalog.flatMap((category) => category.products).flatMap((product) => product.variants)) {
    if (scarce?.variants.some((one) => one.id === variant.id)) continue;
    const id = newId();
    await client.query('update variant set on_hand = on_hand + $2 where id = $1', [variant.id, pieces * 2]);
    await client.query(
      `insert into stock_entry (id, business_id, variant_id, kind, on_hand_change, reserved_change, on_hand_after, reserved_after, actor, entry_key, created_at)
       select $1, $2, $3, 'adjust', $4, 0, on_hand, reserved, 'chaos', $5, now() from variant where id = $3`,
      [id, demoBusinessId, variant.id, pieces * 2, `chaos:${id}`],
    );
  }
  await client.end();
}

async function newPeople(phones: Phones, random: Random, options: ChaosOptions): Promise<BuyerStory[]> {
  const products = demoCatalog.flatMap((category) =>
    category.products.flatMap((product) =>
      product.variants.map((variant) => ({
        scarce: product.photo === SCARCE,
        categoryId: category.id,
        productId: product.id,
        variantId: variant.id,
      })),
    ),
  );
  const stories: BuyerStory[] = [];
  for (const index of random.shuffle(Array.from({ length: options.orders }, (_, at) => at))) {
    const wantsScarce = random.next() < 0.1;
    const plan: BuyerPlan = {
      plan: plans[index % (plans.length + 2)] ?? 'pays',
      name: `Клиент ${index + 1}`,
      product: random.pick(products.filter((one) => one.scarce === wantsScarce)),
      pieces: random.next() < 0.3 ? 2 : 1,
      doubled: random.next() < 0.3,
      joinsClub: index < options.runs,
    };
    stories.push({
      ...plan,
      userId: await phones.newPerson({ first_name: plan.name, language_code: 'ru' }),
      at: 'not begun',
    });
  }
  return stories;
}

/** Visitors of the salon, each with a service of the demo. */
async function newVisitors(phones: Phones, random: Random, count: number): Promise<VisitStory[]> {
  const visits: VisitStory[] = [];
  for (let at = 0; at < count; at += 1) {
    const service = random.pick(demoServices);
    visits.push({
      userId: await phones.newPerson({ first_name: `Гостья ${at + 1}`, language_code: 'ru' }),
      plan: random.pick(visitPlans),
      serviceId: service.id,
      categoryId: service.categoryId,
      doubled: random.next() < 0.3,
      random: random.fork(String(at)),
      at: 'not begun',
    });
  }
  return visits;
}

/** One list of two, in turns. */
const mixed = <T>(one: readonly T[], other: readonly T[]): T[] =>
  Array.from({ length: Math.max(one.length, other.length) }).flatMap((_, at) =>
    [one[at], other[at]].filter((item) => item !== undefined),
  );

async function joinClubOnly(phones: Phones, count: number): Promise<number[]> {
  const people: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const userId = await phones.newPerson({ first_name: `Гость ${at + 1}`, language_code: 'ru' });
    await phones.send(userId, { text: '/start' });
    await phones.send(userId, { text: clubWord });
    people.push(userId);
  }
  return people;
}

/** Whoever is asked how it went answers once, as soon as the question is there. */
function answerQuestions(phones: Phones, everybody: ReadonlySet<number>) {
  let answering = true;
  const answered = new Set<number>();
  void (async () => {
    while (answering) {
      for (const userId of everybody) {
        if (!answering || answered.has(userId)) continue;
        const question = findButton(await phones.chat(userId), 'm:');
        if (!question) continue;
        await phones.press(userId, question.messageId, question.data);
        answered.add(userId);
      }
      await pause(1_000);
    }
  })().catch(() => undefined);
  return { stop: () => void (answering = false) };
}

/** Waits until nothing moves any more because everything has ended. Answers what is stuck, if something is. */
async function settle(parts: {
  staff: Staff;
  cashier: Cashier;
  buying: Promise<unknown>;
  bought: () => number;
  say: (line: string) => void;
}): Promise<string | undefined> {
  let done = false;
  let broken: unknown;
  parts.buying.then(
    () => (done = true),
    (error: unknown) => (broken = error),
  );
  let last = '';
  let movedAt = performance.now();
  let toldAt = movedAt;
  for (;;) {
    await pause(1_000);
    if (broken !== undefined) return `a client could not go on: ${String(broken)}`;
    const left = await whatIsLeft(parts.staff.rows).catch((error: unknown) => ({ unreadable: String(error) }));
    if (done) {
      await parts.staff.endRunsWithoutQuestion().catch(() => undefined);
      // Links that nobody will pay any more run out, as they would within an hour.
      for (const payment of await parts.cashier.payments())
        if (payment.status === 'pending') await parts.cashier.expire(payment.id);
    }
    if (done && Object.keys(left).length === 0) return undefined;
    const now = JSON.stringify([left, parts.bought()]);
    if (now !== last) movedAt = performance.now();
    last = now;
    if (performance.now() - toldAt > 10_000) {
      toldAt = performance.now();
      parts.say(`settling; stories told: ${parts.bought()}, left: ${JSON.stringify(left)}`);
    }
    if (performance.now() - movedAt > STUCK_MS) return JSON.stringify(left);
  }
}

/** The end of each chat whose story did not end: what its client sees, a line a message. The people are invented. */
async function whatHangs(
  phones: Phones,
  stories: readonly { userId: number; at: string; outcome?: string | undefined }[],
): Promise<string[]> {
  const hanging = stories.filter((story) => story.outcome === undefined).slice(0, 5);
  return Promise.all(
    hanging.map(async ({ userId, at }) => {
      const { messages } = await phones.chat(userId);
      const lines = messages.slice(-8).map((message) => {
        const buttons = (message.inline_keyboard ?? []).flat().map((button) => button.callback_data ?? 'url');
        const words = (message.text ?? message.caption ?? '').split('\n').slice(0, 3).join(' / ');
        return `  ${message.message_id} ${message.from}: ${words} [${buttons.join(' ')}]`;
      });
      return [`chat ${userId} hangs at "${at}" and sees:`, ...lines].join('\n');
    }),
  );
}

async function whatIsLeft(rows: pg.Pool): Promise<Record<string, number>> {
  const { rows: found } = await rows.query<Record<string, string>>(
    `select (select count(*) from "order" where state not in ('completed', 'cancelled')) as orders,
       (select count(*) from update where processed_at is null and dead_at is null) as updates,
       (select count(*) from message where state in ('queued', 'reserved')) as messages,
       (select count(*) from stream_route where routed_seq < wanted_seq) as streams,
       (select count(*) from run_inbox where state = 'pending') as inbox,
       (select count(*) from run where state <> 'ended') as runs,
       (select count(*) from refund where state = 'due') as refunds,
       -- A visit's story goes on until the visit; here it is enough that it was seen.
       (select count(*) from process where state = 'open' and (type not in ('booking', 'booking-reminders') or wake_no > seen_no)) as processes`,
  );
  return Object.fromEntries(
    Object.entries(found[0] ?? {})
      .map(([name, value]) => [name, Number(value)] as const)
      .filter(([, value]) => value > 0),
  );
}

function tally(words: readonly string[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const word of words) result[word] = (result[word] ?? 0) + 1;
  return result;
}

const seconds = (from: number): number => Math.round((performance.now() - from) / 100) / 10;
