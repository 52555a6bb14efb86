import { Composer } from 'grammy';
import type { BotContext } from './context.ts';

/** Everything the bot answers to, in the order in which it is tried. */
export function createComposer(): Composer<BotContext> {
  return new Composer<BotContext>();
}
