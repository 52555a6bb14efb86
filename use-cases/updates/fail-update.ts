import type { Tx } from '#persistence/with-business.ts';
import { enqueueMessage } from '#use-cases/messages/enqueue-message.ts';
import { raiseAlarm } from '#use-cases/operations/raise-alarm.ts';
import { t } from '#texts/index.ts';
import { ownWords } from '#use-cases/texts/texts-of.ts';

const ATTEMPTS = 5;

/** Processing broke: again after a pause, and at the fifth time a dead letter, an apology and an alarm. */
export async function failUpdate(
  tx: Tx,
  failure: { botId: string; chatId: number; updateId: number; error: string },
): Promise<void> {
  const [row] = await tx.sql<{ attempts: number }>(
    `update update set attempts = attempts + 1, error = ?, next_attempt_at = ?::timestamptz + make_interval(secs => power(2, attempts) * 0.5)
     where business_id = ? and bot_id = ? and update_id = ? returning attempts`,
    [failure.error.slice(0, 500), tx.now, tx.businessId, failure.botId, failure.updateId],
  );
  if (!row || row.attempts < ATTEMPTS) return;
  await tx.sql('update update set dead_at = ? where business_id = ? and bot_id = ? and update_id = ?', [
    tx.now,
    tx.businessId,
    failure.botId,
    failure.updateId,
  ]);
  const [contact] = await tx.sql<{ language: 'ru' | 'en' }>(
    `select c.language from contact_identity i join contact c on c.business_id = i.business_id and c.id = i.contact_id
     where i.business_id = ? and i.bot_id = ? and i.external_id = ?`,
    [tx.businessId, failure.botId, failure.chatId],
  );
  const words = t({ language: contact?.language ?? 'ru', own: await ownWords(tx) }, 'update.apology');
  await enqueueMessage(tx, {
    key: `update:${failure.botId}:${failure.updateId}:apology`,
    class: 'screen',
    botId: failure.botId,
    chatId: failure.chatId,
    payload: { text: words },
    body: words,
  });
  await raiseAlarm(tx, {
    code: 'update_dead',
    key: `update_dead:${failure.botId}:${failure.updateId}`,
    facts: { updateId: failure.updateId, error: failure.error.slice(0, 200) },
  });
}
