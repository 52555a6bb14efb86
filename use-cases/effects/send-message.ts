import { mayReceive } from '#domain/messages/classes.ts';
import { Contact } from '#persistence/entities/business.ts';
import { newId, shortId } from '#platform/ids.ts';
import { enqueueMessage } from '#use-cases/messages/enqueue-message.ts';
import { escapeHtml, findChat, payloadOf, plainText } from '#use-cases/messages/tell-people.ts';
import type { EffectFile } from './effect-file.ts';
import { offerSlots } from '#use-cases/bookings/offer-slots.ts';

/** Writes a chain's message into the ledger, unless the contact's word forbids it; the record says which. */
export const sendMessage: EffectFile<'send_message'> = async (tx, effect, context) => {
  const contact = await tx.em.findOneOrFail(Contact, { id: context.contactId, businessId: tx.businessId });
  const permission = mayReceive(effect.class, contact);
  if (!permission.allowed) return { notSent: permission.reason };
  const chat = await findChat(tx, context.contactId);
  if (!chat) return { notSent: 'no_chat' };
  const id = newId();
  const slots = effect.slots ? await offerSlots(tx, effect.slots, context) : undefined;
  if (slots && slots.buttons.length === 0) return { notSent: 'no_times' };
  const messageId = await enqueueMessage(tx, {
    id,
    key: `run:${context.runId}:${context.key}`,
    class: effect.class,
    botId: chat.botId,
    chatId: chat.chatId,
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

/** Callback data of a button of an automation's message; bot/callback-codec.ts reads it. */
export const automationButtonCallback = (messageId: string, button: string): string =>
  `m:${shortId(messageId)}:${button}`;
