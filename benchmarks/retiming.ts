import { Temporal } from '@js-temporal/polyfill';
import { wallClockInstant } from '#domain/time.ts';
import type { DeliverySlot } from '#domain/orders/delivery.ts';
import { newId } from '#platform/ids.ts';
import { until } from '#test/chaos/product.ts';
import { movePickup } from '#use-cases/orders/move-pickup.ts';
import { placeOrder } from '#use-cases/orders/place-order.ts';
import { demoShop } from '#use-cases/demo/demo-shop.ts';
import { chainDocument } from './chains.ts';
import type { Benchmark, Figure } from './figure.ts';
import { openHand, type Hand } from './hand.ts';
import { hundredths } from './load.ts';
import { countRuns } from './runs.ts';
import { readDurability } from './six-statements.ts';
import { percentile } from './telegram.ts';
import { prepareCheckouts, type World } from './world.ts';

const RUNS = 50;
const PIECES = 77;
const GOAL_LATE_MS = 1_000;
/** From the beginning to the moment awaited after the move: time enough to let everybody in. */
const AHEAD_MS = 45_000;

/** P10: fifty runs wait for one order's pick-up; it is moved closer, and they are to act at the new moment. */
export const retiming: Benchmark = async (world) => {
  const hand = await openHand();
  try {
    return await measure(world, hand);
  } finally {
    await hand.close();
  }
};

async function measure(world: World, hand: Hand): Promise<Figure> {
  const zone = demoShop.timeZone;
  const [far, near] = [slotIn(9, zone), slotIn(8, zone)];
  const due = new Date(Math.ceil((Date.now() + AHEAD_MS) / 1_000) * 1_000);
  const nearAt = wallClockInstant({ date: near.date, hour: near.fromHour, zone });
  const { orderId, contactId } = await anOrder(world, hand, far);
  const automationId = await hand.publish(beforePickup(Math.round((nearAt.getTime() - due.getTime()) / 1_000)));
  const data = { orderId, number: 1, totalMinor: 50_000, currency: 'RUB', pieces: PIECES, first: false };
  for (let n = 0; n < RUNS; n += 1)
    await hand.within(async (tx) =>
      tx.emit({ type: 'order.placed', streamId: contactId, contactId, subjectId: orderId, data }),
    );
  const runs = (where: string) => countRuns(world, automationId, where);
  await until(
    async () => (await runs(`state = 'waiting' and deadline_at > '${due.toISOString()}'`)) === RUNS,
    'all wait',
  );
  const moved = Date.now();
  await hand.within((tx) => movePickup(tx, { orderId, slot: near }));
  await until(async () => (await runs(`deadline_at = '${due.toISOString()}'`)) === RUNS, 'all are re-timed');
  const retimedMs = Date.now() - moved;
  if (Date.now() >= due.getTime())
    throw new Error('the machine is too slow: the runs were re-timed after the new moment');
  await until(async () => (await runs(`state = 'ended'`)) === RUNS, 'all have acted', 120_000);
  // The log has the moment at which a move began; that all are done is seen by whoever looks.
  const allSeenMs = Date.now() - due.getTime();
  const late = await lateness(world, automationId, due);
  const most = Math.max(...late, allSeenMs);
  const durability = await readDurability(world.product.env['DATABASE_URL']!);
  return {
    name: 'P10',
    goal: `${RUNS} runs re-timed when a pick-up moves act within ${GOAL_LATE_MS} ms of the new moment`,
    holds: late.length === RUNS && most <= GOAL_LATE_MS && Math.min(...late) >= 0 && durability.isOn,
    setting: `${RUNS} runs of one client and one order wait for its pick-up; it moves a day closer; lateness of their next step, as the log has it, and of all of them, as it is seen from outside (every 100 ms); fsync ${durability.fsync}`,
    figures: {
      runs: late.length,
      p50LateMs: percentile(late, 0.5),
      maxLateMs: Math.max(...late),
      allSeenActedAfterMs: allSeenMs,
      earliestMs: Math.min(...late),
      allRetimedAfterMs: retimedMs,
      ratioToGoal: hundredths(most / GOAL_LATE_MS),
    },
  };
}

/** A day of the business's calendar, so many from now, at noon. */
function slotIn(days: number, zone: string): DeliverySlot {
  const date = Temporal.Instant.fromEpochMilliseconds(Date.now()).toZonedDateTimeISO(zone).toPlainDate().add({ days });
  return { date: date.toString(), fromHour: 12, toHour: 14 };
}

const beforePickup = (seconds: number) =>
  chainDocument({
    name: 'P10: before the pick-up',
    // An event of an order, so that the chain knows the order; by its pieces it is one of ours.
    trigger: {
      type: 'event',
      config: { event: 'order.placed', filter: { field: 'trigger.pieces', is: 'equal', value: PIECES } },
    },
    steps: [
      {
        id: 'pause',
        type: 'wait-until',
        config: { until: { kind: 'date', reference: 'order.pickupAt', offset: `-PT${seconds}S` }, ifPast: 'go_on' },
      },
      { id: 'mark', type: 'tag', config: { tag: 'reminded' } },
    ],
    ways: [
      ['trigger', 'next', 'pause'],
      ['pause', 'next', 'mark'],
      ['mark', 'next', 'done'],
    ],
  });

async function anOrder(world: World, hand: Hand, slot: DeliverySlot): Promise<{ orderId: string; contactId: string }> {
  const bot = world.bots[0]!;
  const userId = 75_000_000;
  await prepareCheckouts(world, { count: 1, firstUserId: userId, bots: [bot], stock: 1 });
  const { rows } = await world.rows.query<{ contact_id: string }>(
    'select contact_id from contact_identity where bot_id = $1 and external_id = $2',
    [bot.id, userId],
  );
  const contactId = rows[0]?.contact_id ?? '';
  const placed = await hand.within((tx) =>
    placeOrder(tx, {
      contactId,
      botId: bot.id,
      checkoutKey: newId(),
      name: 'Клиент',
      phone: '+79000000000',
      delivery: { kind: 'pickup', slot },
      comment: null,
    }),
  );
  return { orderId: placed.orderId, contactId };
}

async function lateness(world: World, automationId: string, due: Date): Promise<number[]> {
  const { rows } = await world.rows.query<{ at: Date }>(
    `select l.at from run_log l join run r on r.id = l.run_id where r.automation_id = $1 and l.kind = 'went' and l.node_id = 'mark'`,
    [automationId],
  );
  return rows.map(({ at }) => at.getTime() - due.getTime());
}
