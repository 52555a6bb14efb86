import { tooManyRequests } from './refusal.ts';

/** Telegram's published pace. Every value can be changed by tests and benchmarks; Infinity switches one off. */
export type Limits = { perBotPerSecond: number; perChatPerSecond: number; chatBurst: number; groupPerMinute: number };
export const realLimits: Limits = { perBotPerSecond: 30, perChatPerSecond: 1, chatBurst: 20, groupPerMinute: 20 };

type Bucket = { tokens: number; at: number };

/** Token buckets per bot, chat and group. `take` refuses with 429 when one of them is empty. */
export function createPacer(limits: Limits, nowMs: () => number = () => performance.now()) {
  const buckets = new Map<string, Bucket>();
  const look = (key: string, perSecond: number, size: number): { bucket: Bucket; waitSeconds: number } => {
    const now = nowMs();
    let bucket = buckets.get(key);
    if (!bucket) buckets.set(key, (bucket = { tokens: size, at: now }));
    bucket.tokens = Math.min(size, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    return { bucket, waitSeconds: bucket.tokens >= 1 ? 0 : Math.ceil((1 - bucket.tokens) / perSecond) };
  };
  return {
    take(botId: number, chatId: number): void {
      const looks = [];
      if (Number.isFinite(limits.perBotPerSecond))
        looks.push(look(`b${botId}`, limits.perBotPerSecond, limits.perBotPerSecond));
      if (chatId < 0 && Number.isFinite(limits.groupPerMinute)) {
        looks.push(look(`g${botId}:${chatId}`, limits.groupPerMinute / 60, limits.groupPerMinute));
      }
      if (chatId >= 0 && Number.isFinite(limits.perChatPerSecond)) {
        looks.push(look(`c${botId}:${chatId}`, limits.perChatPerSecond, limits.chatBurst));
      }
      const wait = Math.max(0, ...looks.map((l) => l.waitSeconds));
      if (wait > 0) throw tooManyRequests(wait);
      for (const { bucket } of looks) bucket.tokens -= 1;
      if (buckets.size > 50_000) buckets.clear();
    },
  };
}
export type Pacer = ReturnType<typeof createPacer>;
