import { until } from '#test/chaos/product.ts';
import type { Benchmark } from './figure.ts';
import { confirmPress, lastRequest, percentile, postUpdate, sentSince } from './telegram.ts';
import { prepareCheckouts } from './world.ts';

const CLIENTS = 1_000;
const PIECES = 10;
const GOAL_PER_SECOND = 300;

/** P9: a thousand clients confirm the last ten pieces at once, through the door of one bot. */
export const lastPieces: Benchmark = async (world) => {
  const url = world.telegram;
  const bot = world.bots[1]!;
  const { checkouts, variantId } = await prepareCheckouts(world, {
    count: CLIENTS,
    firstUserId: 60_000_000,
    bots: [bot],
    stock: PIECES,
  });
  const after = await lastRequest(url);
  const from = Date.now();
  await Promise.all(checkouts.map((checkout) => postUpdate(url, bot, confirmPress(checkout))));
  const postedMs = Date.now() - from;
  const answers = async () =>
    (await sentSince(url, after)).filter((one) => one.method === 'answerCallbackQuery' && one.status === 200);
  await until(async () => (await answers()).length >= CLIENTS, 'every button is answered', 120_000);
  const times = (await answers()).map((one) => one.at - from);
  const answeredMs = Math.max(...times);
  const { rows: orders } = await world.rows.query('select 1 from order_line where variant_id = $1', [variantId]);
  const { rows: shelf } = await world.rows.query<{ on_hand: number; reserved: number }>(
    'select on_hand, reserved from variant where id = $1',
    [variantId],
  );
  const queued = async () =>
    Number(
      (
        await world.rows.query<{ count: string }>(
          `select count(*) from message where bot_id = $1 and state in ('queued', 'reserved')`,
          [bot.id],
        )
      ).rows[0]?.count,
    );
  const left = await queued();
  const drainFrom = performance.now();
  await until(async () => (await queued()) === 0, 'every message has gone out', 180_000);
  const perSecond = Math.round(CLIENTS / (answeredMs / 1_000));
  return {
    name: 'P9',
    goal: `exactly ${PIECES} orders; buttons answered at ${GOAL_PER_SECOND}/s or better; messages at the bot's pace`,
    holds: orders.length === PIECES && perSecond >= GOAL_PER_SECOND,
    setting: `${CLIENTS} clients press confirm at once for the last ${PIECES} pieces, one bot, by long polling; from the first post to the last answer at the emulator`,
    figures: {
      orders: orders.length,
      onHand: shelf[0]?.on_hand,
      reserved: shelf[0]?.reserved,
      buttonsPerSecond: perSecond,
      answeredMs,
      postedMs,
      answerP50Ms: percentile(times, 0.5),
      messagesPerSecondAfter:
        left === 0 ? null : Math.round((left / ((performance.now() - drainFrom) / 1_000)) * 10) / 10,
    },
  };
};
