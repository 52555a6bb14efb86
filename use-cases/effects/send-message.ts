import { mayReceive } from '#domain/messages/classes.ts';
import { rowStatement } from '#persistence/row-statement.ts';
import { newId, shortId } from '#platform/ids.ts';
import { enqueueMessage } from '#use-cases/messages/enqueue-message.ts';
import { escapeHtml, payloadOf, plainText } from '#use-cases/messages/tell-people.ts';
import type { EffectFile } from './effect-file.ts';
import { offerSlots } from '#use-cases/bookings/offer-slots.ts';

/** Writes a chain's message into the ledger, unless the contact's word forbids it; the record says which. */
export const sendMessage: EffectFile<'send_message'> = async (tx, effect, context) => {
  const [contact] = await tx.ask(addressOf, { business_id: tx.businessId, contact_id: context.contactId });
  const permission = mayReceive(effect.class, {
    stoppedAt: contact?.stopped_at,
    marketingConsent: contact?.marketing_consent,
  });
  if (!permission.allowed) return { notSent: permission.reason };
  if (!contact?.chat) return { notSent: 'no_chat' };
  const { chat } = contact;
  const id = newId();
  const slots = effect.slots ? await offerSlots(tx, effect.slots, context) : undefined;
  if (slots && slots.buttons.length === 0) return { notSent: 'no_times' };
  const messageId = await enqueueMessage(tx, {
    id,
    key: `run:${context.runId}:${context.key}`,
    class: effect.class,
    botId: chat.bot_id,
    chatId: chat.external_id,
    contactId: context.contactId,
    runId: context.runId,
    nodeId: context.nodeId,
    payload: payloadOf({
      text: effect.format === 'html' ? effect.text : escapeHtml(effect.text),
      keyboard: [
        ...effect.buttons.map((button) => [
          { text: button.label, callback_data: automationButtonCallback(id, button.id) },
        ]),
        ...(slots?.buttons.map((button) => [button]) ?? []),
      ],
    }),
    ...(effect.expiresAt ? { expiresAt: new Date(effect.expiresAt) } : {}),
    priority: effect.priority,
    body: effect.format === 'html' ? plainText(effect.text) : effect.text,
  });
  return { messageId };
};

type Address = {
  stopped_at: Date | null;
  marketing_consent: boolean | null;
  chat: { bot_id: string; external_id: number } | null;
};

/** The contact's word, and where they wrote last. */
const addressOf = rowStatement<{ business_id: string; contact_id: string }, Address>(
  { business_id: 'uuid', contact_id: 'uuid' },
  (given) => `
    select given.n, c.stopped_at, c.marketing_consent, (
      select jsonb_build_object('bot_id', i.bot_id, 'external_id', i.external_id) from contact_identity i
      where i.business_id = c.business_id and i.contact_id = c.id order by i.created_at desc limit 1) as chat
    from ${given} join contact c on c.business_id = given.business_id and c.id = given.contact_id`,
);

/** Callback data of a button of an automation's message; bot/callback-codec.ts reads it. */
export const automationButtonCallback = (messageId: string, button: string): string =>
  `m:${shortId(messageId)}:${button}`;
