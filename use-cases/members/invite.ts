import { createHash, randomBytes } from 'node:crypto';
import { BusinessError } from '#domain/errors.ts';
import { actorName, type Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { needOwner } from './need-owner.ts';

const LIVES_MS = 7 * 24 * 3_600_000;
const MOST_OPEN = 50;

/** What is kept of a link's secret. */
export const invitationHash = (token: string): string =>
  createHash('sha256').update(`takt:invitation:${token}`).digest('hex');

/**
 * Invites somebody by a link that works once, for a week.
 * @returns the link's secret: it is shown now and never again.
 * @throws BusinessError `forbidden`, `too_many_invitations`.
 */
export async function invite(
  tx: Tx,
  input: { role: 'owner' | 'manager' | 'master'; name?: string | undefined; email?: string | undefined },
): Promise<{ id: string; token: string; expiresAt: Date }> {
  needOwner(tx);
  // The business row is the queue of those who change its people.
  await tx.sql('select id from business where id = ? for update', [tx.businessId]);
  const [open] = await tx.sql<{ count: number }>(
    `select count(*)::int as count from invitation
     where business_id = ? and accepted_at is null and revoked_at is null and expires_at > ?`,
    [tx.businessId, tx.now],
  );
  if ((open?.count ?? 0) >= MOST_OPEN) throw new BusinessError('too_many_invitations', { most: MOST_OPEN });
  const id = newId();
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(tx.now.getTime() + LIVES_MS);
  await tx.sql(
    `insert into invitation (id, business_id, token_hash, role, name, email, invited_by, created_at, expires_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      tx.businessId,
      invitationHash(token),
      input.role,
      input.name ?? null,
      input.email ?? null,
      actorName(tx.actor),
      tx.now,
      expiresAt,
    ],
  );
  tx.ring(`live:${tx.businessId}:members`);
  return { id, token, expiresAt };
}

/** A link that must not work any more. @throws BusinessError `forbidden`, `invitation_not_found`. */
export async function revokeInvitation(tx: Tx, input: { invitationId: string }): Promise<void> {
  needOwner(tx);
  const revoked = await tx.sql(
    `update invitation set revoked_at = ? where business_id = ? and id = ? and accepted_at is null and revoked_at is null returning id`,
    [tx.now, tx.businessId, input.invitationId],
  );
  if (revoked.length === 0) throw new BusinessError('invitation_not_found', { invitationId: input.invitationId });
  tx.ring(`live:${tx.businessId}:members`);
}
