import type { Context } from 'grammy';
import type { BusinessSettings } from '#domain/settings.ts';
import type { Contact } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';
import type { BusinessWords } from '#use-cases/texts/texts-of.ts';
import type { DialogueState } from '#use-cases/dialogues/dialogue-state.ts';

/**
 * What a handler has at hand: one update, one transaction. The chat worker fills `takt` before the composer runs and
 * saves `dialogue` after it when it is another value; handlers replace it and never change it in place.
 */
export type BotContext = Context & { takt: Takt };

export type Takt = {
  tx: Tx;
  botId: string;
  botUsername: string;
  businessId: string;
  texts: BusinessWords;
  business: { name: string; timeZone: string; currency: string; settings: BusinessSettings };
  contact: Contact;
  chatId: number;
  updateId: number;
  dialogue: DialogueState;
};
