import { until } from '#test/chaos/product.ts';
import type { Benchmark } from './figure.ts';
import { confirmPress, lastRequest, percentile, postUpdate, sentSince } from './telegram.ts';
import { prepareCheckouts } from './world.ts';

const ORDERS = 150;
const GOAL_PER_SECOND = 5;

/** Orders per second from the confirm button to "paid" in the client's chat; the client pays as soon as there is a link. */
export const ordersPerSecond: Benchmark = async (world) => {
  const url = world.telegram;
  const { checkouts } = await prepareCheckouts(world, {
    count: ORDERS,
    firstUserId: 50_000_000,
    bots: world.bots,
    stock: ORDERS,
  });
  const after = await lastRequest(url);
  const from = Date.now();
  await Promise.all(checkouts.map((checkout) => postUpdate(url, checkout.bot, confirmPress(checkout))));
  const told = async () => {
    const people = new Set(checkouts.map((one) => one.userId));
    return (await sentSince(url, after)).filter(
      (one) =>
        one.status === 200 &&
        people.has(Number(one.params['chat_id'])) &&
        /оплачен<\/b>/.test(String(one.params['text'])),
    );
  };
  await until(async () => (await told()).length >= ORDERS, 'every client is told of the payment', 180_000);
  const times = (await told()).map((one) => one.at - from);
  const perSecond = Math.round((ORDERS / (Math.max(...times) / 1_000)) * 10) / 10;
  return {
    name: 'orders',
    goal: `${GOAL_PER_SECOND} orders/s from confirm to paid and told`,
    holds: perSecond >= GOAL_PER_SECOND,
    setting: `${ORDERS} confirms at once over ${world.bots.length} bots; the payment emulator pays at once; one worker, one bot process, Temporal on SQLite`,
    figures: {
      orders: ORDERS,
      perSecond,
      firstToldMs: Math.min(...times),
      p50ToldMs: percentile(times, 0.5),
      lastToldMs: Math.max(...times),
    },
  };
};
