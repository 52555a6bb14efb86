import { formatPress } from '#bot/callback-codec.ts';
import { pause, until } from '#test/chaos/product.ts';
import { demoCatalog } from '#use-cases/demo/demo-shop.ts';
import { findButton, type Chat } from '#test/chaos/phone.ts';
import type { Benchmark } from './figure.ts';
import { call, lastRequest, percentile, sentSince } from './telegram.ts';
import type { BenchBot, World } from './world.ts';

const CLIENTS = 200;
const PER_SECOND = 50;
const SECONDS = 20;
const WARM_UP_SECONDS = 6;
const GOAL_MS = 150;

type Browser = { bot: BenchBot; userId: number; messageId: number; step: number };

/** P8: people look around in the catalogue; from the press at Telegram to the bot's message at Telegram. */
export const answerTime: Benchmark = async (world) => {
  const url = world.telegram;
  const browsers = await openCatalogues(url, world.bots);
  const waits: number[] = [];
  const posts: { userId: number; token: string; at: number }[] = [];
  const after = await lastRequest(url);
  const total = PER_SECOND * (SECONDS + WARM_UP_SECONDS);
  const from = performance.now();
  const posting: Promise<unknown>[] = [];
  for (let n = 0; n < total; n += 1) {
    const due = (n * 1_000) / PER_SECOND - (performance.now() - from);
    if (due > 0) await pause(due);
    const browser = browsers[n % browsers.length]!;
    if (n >= PER_SECOND * WARM_UP_SECONDS)
      posts.push({ userId: browser.userId, token: browser.bot.token, at: Date.now() });
    posting.push(press(url, browser));
  }
  await Promise.all(posting);
  const spoken = (one: { method: string }): boolean => /^(send|edit)/.test(one.method);
  await until(async () => (await waiting(world)) === 0, 'everything is answered', 120_000);
  const heard = new Map<string, number[]>();
  for (const one of (await sentSince(url, after)).filter(spoken)) {
    const key = `${one.token} ${String(one.params['chat_id'])}`;
    heard.set(key, [...(heard.get(key) ?? []), one.at]);
  }
  for (const post of posts) {
    const at = heard.get(`${post.token} ${post.userId}`)?.find((time) => time >= post.at);
    if (at !== undefined) waits.push(at - post.at);
  }
  const p99 = percentile(waits, 0.99);
  return {
    name: 'P8',
    goal: `the bot answers in ${GOAL_MS} ms or less at p99`,
    holds: p99 <= GOAL_MS && waits.length === posts.length,
    setting: `${PER_SECOND} updates/s for ${SECONDS} s from ${CLIENTS} browsing clients over ${world.bots.length} bots; update in to message out at the emulator; real processes`,
    figures: {
      presses: posts.length,
      answers: waits.length,
      p50Ms: percentile(waits, 0.5),
      p90Ms: percentile(waits, 0.9),
      p99Ms: p99,
      maxMs: Math.max(...waits),
    },
  };
};

async function openCatalogues(url: string, bots: readonly BenchBot[]): Promise<Browser[]> {
  const browsers: Browser[] = [];
  for (let at = 0; at < CLIENTS; at += 1) {
    const bot = bots[at % bots.length]!;
    const { id } = await call<{ id: number }>(url, 'POST', '/emulator/users', {
      first_name: `Клиент ${at}`,
      language_code: 'ru',
    });
    browsers.push({ bot, userId: id, messageId: 0, step: 0 });
    await call(url, 'POST', `/emulator/chats/${id}/send?token=${encodeURIComponent(bot.token)}`, { text: '/catalog' });
  }
  for (const browser of browsers) {
    await until(async () => {
      const chat = await call<Chat>(
        url,
        'GET',
        `/emulator/chats/${browser.userId}?token=${encodeURIComponent(browser.bot.token)}`,
      );
      browser.messageId = findButton(chat, 'cg:')?.messageId ?? 0;
      return browser.messageId > 0;
    }, 'every client has a catalogue');
  }
  return browsers;
}

async function waiting(world: World): Promise<number> {
  const { rows } = await world.rows.query<{ count: string }>(
    `select (select count(*) from update where processed_at is null and dead_at is null) + (select count(*) from message where state in ('queued', 'reserved')) as count`,
  );
  return Number(rows[0]?.count);
}

/** Into a section, a product card, back to the sections, into the next one. */
function press(url: string, browser: Browser): Promise<unknown> {
  const category = demoCatalog[Math.floor(browser.step / 3) % demoCatalog.length]!;
  const data = [
    formatPress({ do: 'products', categoryId: category.id, page: 1 }),
    formatPress({ do: 'product', productId: category.products[browser.step % category.products.length]!.id }),
    formatPress({ do: 'categories' }),
  ][browser.step % 3];
  browser.step += 1;
  return call(url, 'POST', `/emulator/chats/${browser.userId}/press?token=${encodeURIComponent(browser.bot.token)}`, {
    message_id: browser.messageId,
    data,
  });
}
