import { createHash, randomBytes } from 'node:crypto';
import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { seal, unseal } from '#platform/secrets.ts';
import { isoOrNull } from '#use-cases/page.ts';

export type WebhookAddress = {
  /** After the origin of the installation. */
  path: string;
  signed: boolean;
  sample: Record<string, unknown> | null;
  sampledAt: string | null;
};

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The secret address of an automation, made when first asked for. @throws BusinessError `forbidden`, `automation_not_found`. */
export async function readWebhook(tx: Tx, input: { automationId: string }): Promise<WebhookAddress> {
  needOwner(tx);
  await ensure(tx, input.automationId);
  const [row] = await tx.sql<Row>(
    'select token_sealed, hmac_sealed, sample, sampled_at from webhook where business_id = ? and automation_id = ?',
    [tx.businessId, input.automationId],
  );
  if (!row) throw new BusinessError('automation_not_found', { automationId: input.automationId });
  return {
    path: `/api/hooks/${tx.businessId}/${unseal(row.token_sealed)}`,
    signed: row.hmac_sealed !== null,
    sample: row.sample,
    sampledAt: isoOrNull(row.sampled_at),
  };
}

/** A new address; who knew the old one is no longer heard. */
export async function renewWebhook(tx: Tx, input: { automationId: string }): Promise<WebhookAddress> {
  needOwner(tx);
  await ensure(tx, input.automationId);
  const token = randomBytes(24).toString('base64url');
  await tx.sql('update webhook set token_hash = ?, token_sealed = ? where business_id = ? and automation_id = ?', [
    hashToken(token),
    seal(token),
    tx.businessId,
    input.automationId,
  ]);
  return readWebhook(tx, input);
}

/** With a key, only requests that it signed are heard (HMAC-SHA256 of the body, hex, in `X-Signature`); null takes it away. */
export async function signWebhook(
  tx: Tx,
  input: { automationId: string; key: string | null },
): Promise<WebhookAddress> {
  needOwner(tx);
  await ensure(tx, input.automationId);
  await tx.sql('update webhook set hmac_sealed = ? where business_id = ? and automation_id = ?', [
    input.key === null ? null : seal(input.key),
    tx.businessId,
    input.automationId,
  ]);
  return readWebhook(tx, input);
}

type Row = {
  token_sealed: string;
  hmac_sealed: string | null;
  sample: Record<string, unknown> | null;
  sampled_at: Date | null;
};

async function ensure(tx: Tx, automationId: string): Promise<void> {
  const token = randomBytes(24).toString('base64url');
  await tx.sql(
    `insert into webhook (business_id, automation_id, token_hash, token_sealed, created_at)
     select business_id, id, ?, ?, ? from automation where business_id = ? and id = ? on conflict do nothing`,
    [hashToken(token), seal(token), tx.now, tx.businessId, automationId],
  );
}

function needOwner(tx: Tx): void {
  if (tx.actor.kind === 'user' && tx.actor.role !== 'owner') throw new BusinessError('forbidden', { needs: ['owner'] });
}
