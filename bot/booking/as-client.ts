import type { Tx } from '#persistence/with-business.ts';
import type { BotContext } from '../context.ts';

/** The same transaction with the client as the one who acts: rules of the policy are theirs. */
export const asClient = (ctx: BotContext): Tx => ({
  ...ctx.takt.tx,
  actor: { kind: 'contact', contactId: ctx.takt.contact.id },
});
