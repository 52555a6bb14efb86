import { Agent, request } from 'node:http';
import { formatPress } from '#bot/callback-codec.ts';
import type { BenchBot, Checkout } from './world.ts';

export type Sent = {
  n: number;
  at: number;
  token: string;
  method: string;
  params: Record<string, unknown>;
  status: number;
};
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** A lean client: what posts a thousand updates at once must not be what is measured. */
export function call<T>(url: string, method: string, path: string, body?: unknown): Promise<T> {
  return new Promise((done, fail) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const asked = request(
      `${url}${path}`,
      {
        method,
        agent,
        headers:
          text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const said = Buffer.concat(chunks).toString('utf8');
          if (answer.statusCode !== 200)
            fail(new Error(`${method} ${path}: ${answer.statusCode} ${said.slice(0, 200)}`));
          else done(JSON.parse(said) as T);
        });
      },
    );
    asked.on('error', fail);
    asked.end(text);
  });
}

export async function lastRequest(url: string): Promise<number> {
  return (await call<{ lastRequest: number }>(url, 'GET', '/emulator/state')).lastRequest;
}

/** What the bots sent since; `at` in milliseconds of the clock that posted the updates too. */
export async function sentSince(url: string, after: number): Promise<Sent[]> {
  const list = await call<(Omit<Sent, 'at'> & { at: string })[]>(url, 'GET', `/emulator/requests?after=${after}`);
  return list.map((one) => ({ ...one, at: Date.parse(one.at) }));
}

/** The press of a confirm button under a summary, as Telegram delivers it. */
export function confirmPress(checkout: Checkout): Record<string, unknown> {
  const from = { id: checkout.userId, is_bot: false, first_name: 'Клиент', language_code: 'ru' };
  const chat = { id: checkout.userId, type: 'private', first_name: 'Клиент' };
  const data = formatPress({ do: 'confirm', key: checkout.key });
  return {
    callback_query: {
      id: `9${checkout.userId}${String(checkout.bot.token.split(':')[0])}`,
      from,
      chat_instance: String(checkout.userId),
      data,
      message: {
        message_id: 1,
        date: Math.floor(Date.now() / 1000),
        chat,
        from: { id: Number(checkout.bot.token.split(':')[0]), is_bot: true, first_name: 'Bench' },
        text: 'Проверьте заказ',
        reply_markup: { inline_keyboard: [[{ text: 'Подтвердить', callback_data: data }]] },
      },
    },
  };
}

export const postUpdate = (url: string, bot: BenchBot, update: unknown): Promise<unknown> =>
  call(url, 'POST', `/emulator/updates?token=${encodeURIComponent(bot.token)}`, update);

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
