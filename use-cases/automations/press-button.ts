import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';

/**
 * A client pressed a button of an automation's message: the event goes into their stream, where runs hear it. A second
 * press of the same button of one message says nothing new.
 * @throws BusinessError `button_unknown`, `button_not_yours`.
 */
export async function pressAutomationButton(
  tx: Tx,
  input: { messageId: string; button: string; contactId: string },
): Promise<{ label: string; again: boolean }> {
  const [message] = await tx.sql<{
    contact_id: string | null;
    run_id: string | null;
    node_id: string | null;
    payload: { reply_markup?: { inline_keyboard?: { text: string; callback_data?: string }[][] } };
  }>('select contact_id, run_id, node_id, payload from message where business_id = ? and id = ?', [
    tx.businessId,
    input.messageId,
  ]);
  if (!message?.run_id || !message.node_id) throw new BusinessError('button_unknown', {});
  if (message.contact_id !== input.contactId) throw new BusinessError('button_not_yours', {});
  const button = message.payload.reply_markup?.inline_keyboard
    ?.flat()
    .find((one) => one.callback_data?.endsWith(`:${input.button}`));
  if (!button) throw new BusinessError('button_unknown', {});
  await tx.sql('select id from contact where business_id = ? and id = ? for no key update', [
    tx.businessId,
    input.contactId,
  ]);
  const [before] = await tx.sql(
    `select 1 from event where business_id = ? and subject_id = ? and type = 'chat.button' and data->>'button' = ? limit 1`,
    [tx.businessId, input.messageId, input.button],
  );
  if (before) return { label: button.text, again: true };
  tx.emit({
    type: 'chat.button',
    streamId: input.contactId,
    contactId: input.contactId,
    subjectId: input.messageId,
    data: { messageId: input.messageId, runId: message.run_id, nodeId: message.node_id, button: input.button },
  });
  return { label: button.text, again: false };
}
