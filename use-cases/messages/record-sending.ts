import type { Tx } from '#persistence/with-business.ts';
import { doubt, type ClaimedMessage } from './claim-messages.ts';

export type Outcome =
  | { kind: 'sent'; telegramMessageId: number | null; fileId?: { photoId: string; fileId: string } | undefined }
  /** Telegram said no, for good. */
  | { kind: 'refused'; reason: string; blocked: boolean }
  /** Not sent, surely: goes again later. */
  | { kind: 'later'; reason: string; afterSeconds: number; pauseBot: boolean }
  /** No answer seen: it may have arrived. */
  | { kind: 'unknown' };

/**
 * Writes what became of reserved messages. A late result with its own fence is still recorded, also when the
 * reservation ran out meanwhile: what was sent was sent.
 */
export async function recordSending(
  tx: Tx,
  input: { botId: string; fence: number; results: readonly { message: ClaimedMessage; outcome: Outcome }[] },
): Promise<void> {
  const sent = input.results.filter((result) => result.outcome.kind === 'sent');
  if (sent.length > 0) await recordSent(tx, input.fence, sent);
  for (const { message, outcome } of input.results) {
    if (outcome.kind === 'refused') await recordRefused(tx, message, outcome, input.fence);
    if (outcome.kind === 'later') await recordLater(tx, input.botId, message, outcome, input.fence);
    if (outcome.kind === 'unknown' && (await isOurs(tx, message.id, input.fence))) await doubt(tx, message);
  }
  tx.ring(`live:${tx.businessId}:messages`);
}

async function recordSent(
  tx: Tx,
  fence: number,
  results: readonly { message: ClaimedMessage; outcome: Outcome }[],
): Promise<void> {
  await tx.sql(
    `update message m set state = 'sent', sent_at = clock_timestamp(), telegram_message_id = s.telegram_id, error = null, reserved_until = null
     from jsonb_to_recordset(?::jsonb) as s(id uuid, telegram_id bigint)
     where m.business_id = ? and m.id = s.id and m.fence = ? and m.state in ('reserved', 'queued', 'in_doubt')`,
    [
      JSON.stringify(
        results.map(({ message, outcome }) => ({
          id: message.id,
          telegram_id: outcome.kind === 'sent' ? outcome.telegramMessageId : null,
        })),
      ),
      tx.businessId,
      fence,
    ],
  );
  for (const { message } of results) {
    // Answers to presses say no event: nobody listens, and they are most of what a bot sends.
    if (message.contactId && message.class !== 'screen') {
      tx.emit({
        type: 'message.sent',
        streamId: message.contactId,
        contactId: message.contactId,
        subjectId: message.id,
        data: { messageId: message.id, class: message.class, nodeId: message.nodeId },
      });
    }
  }
}

async function recordRefused(
  tx: Tx,
  message: ClaimedMessage,
  outcome: { reason: string; blocked: boolean },
  fence: number,
): Promise<void> {
  if (!(await isOurs(tx, message.id, fence))) return;
  await tx.sql(
    `update message set state = 'failed', error = ?, reserved_until = null where business_id = ? and id = ?`,
    [outcome.reason.slice(0, 300), tx.businessId, message.id],
  );
  if (!message.contactId) return;
  tx.emit({
    type: 'message.failed',
    streamId: message.contactId,
    contactId: message.contactId,
    subjectId: message.id,
    data: { messageId: message.id, class: message.class, reason: outcome.reason.slice(0, 100) },
  });
  if (!outcome.blocked) return;
  const [newly] = await tx.sql(
    'update contact set unreachable_at = ? where business_id = ? and id = ? and unreachable_at is null returning id',
    [tx.now, tx.businessId, message.contactId],
  );
  if (newly) {
    tx.emit({ type: 'contact.unreachable', streamId: message.contactId, contactId: message.contactId, data: {} });
    tx.ring(`live:${tx.businessId}:contacts`);
  }
}

async function recordLater(
  tx: Tx,
  botId: string,
  message: ClaimedMessage,
  outcome: { reason: string; afterSeconds: number; pauseBot: boolean },
  fence: number,
): Promise<void> {
  if (!(await isOurs(tx, message.id, fence))) return;
  await tx.sql(
    `update message set state = 'queued', error = ?, reserved_until = null, not_before = ?::timestamptz + make_interval(secs => ?) where business_id = ? and id = ?`,
    [outcome.reason.slice(0, 300), tx.now, outcome.pauseBot ? 0 : outcome.afterSeconds, tx.businessId, message.id],
  );
  if (outcome.pauseBot) {
    await tx.sql(
      'update bot_lease set paused_until = greatest(paused_until, clock_timestamp() + make_interval(secs => ?)) where business_id = ? and bot_id = ?',
      [outcome.afterSeconds, tx.businessId, botId],
    );
  }
}

async function isOurs(tx: Tx, messageId: string, fence: number): Promise<boolean> {
  const rows = await tx.sql(
    `select 1 from message where business_id = ? and id = ? and fence = ? and state in ('reserved', 'queued', 'in_doubt') for update`,
    [tx.businessId, messageId, fence],
  );
  return rows.length > 0;
}
