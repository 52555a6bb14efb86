import { pause, until } from '#test/chaos/product.ts';
import { chainDocument, say } from './chains.ts';
import type { Benchmark, Figure } from './figure.ts';
import { openHand, type Hand } from './hand.ts';
import { hundredths } from './load.ts';
import { arrivedSince, meet } from './meet.ts';
import { addPeople, type Person } from './people.ts';
import { readDurability } from './six-statements.ts';
import { call, lastRequest, percentile } from './telegram.ts';
import type { World } from './world.ts';

const PEOPLE = 200;
const PER_SECOND = 20;
const SECONDS = 25;
const WARM_UP_SECONDS = 6;
const GOAL = { p50Ms: 50, p99Ms: 250 };
const TAG = 'bench event';

/** P3: an event is written, an automation starts on it, its message is at Telegram: how long that takes. */
export const eventToMessage: Benchmark = async (world) => {
  const hand = await openHand();
  try {
    return await measure(world, hand);
  } finally {
    await hand.close();
  }
};

async function measure(world: World, hand: Hand): Promise<Figure> {
  await hand.publish(
    chainDocument({
      name: 'P3: an event sends a message',
      trigger: {
        type: 'event',
        config: { event: 'contact.tagged', filter: { field: 'trigger.tag', is: 'equal', value: TAG } },
      },
      steps: [say('tell', 'Мы всё видим')],
      ways: [
        ['trigger', 'next', 'tell'],
        ['tell', 'next', 'done'],
      ],
    }),
  );
  const people = await addPeople(world, { count: PEOPLE, firstUserId: 71_000_000, bots: world.bots });
  await meet(world, people);
  const after = await lastRequest(world.telegram);
  const posts: { userId: number; at: number }[] = [];
  const writing: Promise<unknown>[] = [];
  const from = performance.now();
  for (let n = 0; n < PER_SECOND * (SECONDS + WARM_UP_SECONDS); n += 1) {
    const due = (n * 1_000) / PER_SECOND - (performance.now() - from);
    if (due > 0) await pause(due);
    const person = people[n % people.length]!;
    posts.push({ userId: person.userId, at: Date.now() });
    writing.push(tagged(hand, person));
  }
  await Promise.all(writing);
  const arrived = () => arrivedSince(world, after);
  await until(async () => (await arrived()).length >= posts.length, 'every event has brought its message', 120_000);
  const waits = waitsOf(posts, await arrived()).slice(PER_SECOND * WARM_UP_SECONDS);
  const bareMs = await barePathMs(world, hand);
  const [p50, p99] = [percentile(waits, 0.5), percentile(waits, 0.99)];
  const durability = await readDurability(world.product.env['DATABASE_URL']!);
  return {
    name: 'P3',
    goal: `p50 ${GOAL.p50Ms} ms and p99 ${GOAL.p99Ms} ms at ${PER_SECOND} events/s`,
    holds: p50 <= GOAL.p50Ms && p99 <= GOAL.p99Ms && durability.isOn,
    setting: `${PER_SECOND} events/s for ${SECONDS} s about ${PEOPLE} people over ${world.bots.length} bots; from before the transaction that writes the event to the request at the Telegram emulator; fsync ${durability.fsync}`,
    figures: {
      events: waits.length,
      p50Ms: p50,
      p90Ms: percentile(waits, 0.9),
      p99Ms: p99,
      maxMs: Math.max(...waits),
      bareTransactionAndPostMs: bareMs,
      ratioToBareAtP50: hundredths(p50 / bareMs),
      ratioToGoal: { p50: hundredths(p50 / GOAL.p50Ms), p99: hundredths(p99 / GOAL.p99Ms) },
    },
  };
}

const tagged = (hand: Hand, { contactId }: Person): Promise<void> =>
  hand.within(async (tx) => tx.emit({ type: 'contact.tagged', streamId: contactId, contactId, data: { tag: TAG } }));

/** The n-th message to a person answers the n-th event about them: one stream is routed in order. */
function waitsOf(
  posts: readonly { userId: number; at: number }[],
  messages: readonly { at: number; params: Record<string, unknown> }[],
): number[] {
  const heard = new Map<number, number[]>();
  for (const { at, params } of messages) {
    const userId = Number(params['chat_id']);
    heard.set(userId, [...(heard.get(userId) ?? []), at]);
  }
  return posts.map(({ userId, at }) => (heard.get(userId)?.shift() ?? Infinity) - at);
}

/** What it is held against: the least that any such product does, a commit and a request to Telegram, one after the other. */
async function barePathMs(world: World, hand: Hand): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 100; n += 1) {
    const from = performance.now();
    await hand.within(async (tx) => {
      await tx.sql('insert into stream (id, business_id, last_seq) values (gen_random_uuid(), ?, 1)', [tx.businessId]);
    });
    await call(world.telegram, 'POST', `/bot${world.bots[0]!.token}/getMe`, {});
    times.push(performance.now() - from);
  }
  return hundredths(percentile(times, 0.5));
}
