import { until } from '#test/chaos/product.ts';
import type { Person } from './people.ts';
import { lastRequest, postUpdate, sentSince, type Sent } from './telegram.ts';
import type { World } from './world.ts';

const AT_ONCE = 16;

/** Everybody presses a button that is long gone, once: from then on Telegram lets their bot write to them. */
export async function meet(world: World, people: readonly Person[]): Promise<void> {
  const after = await lastRequest(world.telegram);
  const left = [...people];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = left.pop(); one; one = left.pop()) await postUpdate(world.telegram, one.bot, oldPress(one));
    }),
  );
  const answered = async () =>
    (await sentSince(world.telegram, after)).filter((one) => one.method === 'answerCallbackQuery').length;
  await until(async () => (await answered()) >= people.length, 'everybody is answered', 1_800_000);
}

/** The messages that have arrived at people; what Telegram refused has not. */
export async function arrivedSince(world: World, after: number): Promise<Sent[]> {
  return (await sentSince(world.telegram, after)).filter((one) => one.method === 'sendMessage' && one.status === 200);
}

function oldPress({ userId, bot }: Person): Record<string, unknown> {
  const from = { id: userId, is_bot: false, first_name: 'Клиент', language_code: 'ru' };
  const chat = { id: userId, type: 'private', first_name: 'Клиент' };
  const date = Math.floor(Date.now() / 1_000);
  const message = { message_id: 1, date, chat, from: { id: Number(bot.token.split(':')[0]), is_bot: true }, text: '…' };
  return {
    callback_query: { id: `8${userId}`, from, chat_instance: String(userId), data: 'a button of long ago', message },
  };
}
