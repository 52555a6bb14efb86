import { BusinessError } from '#domain/errors.ts';
import { sql, type Database } from '#persistence/database.ts';
import type { BusinessDoor, Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { invitationHash } from './invite.ts';

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired';
export type ReadInvitation = {
  business: string;
  role: 'owner' | 'manager' | 'master';
  invitedBy: string;
  name: string | null;
  email: string | null;
  state: InvitationState;
};

type Doors = { database: Pick<Database, 'system'>; withBusiness: BusinessDoor };
type Row = {
  id: string;
  role: ReadInvitation['role'];
  name: string | null;
  email: string | null;
  invited_by: string;
  expires_at: Date;
  accepted_at: Date | null;
  accepted_by: string | null;
  revoked_at: Date | null;
};

/** What a link promises; whoever holds the link may read it. @throws BusinessError `invitation_not_found`. */
export async function readInvitation(doors: Doors, input: { token: string }): Promise<ReadInvitation> {
  const found = await find(doors, input.token);
  return doors.withBusiness(found.business_id, { kind: 'system', name: 'invitation' }, async (tx) => {
    const row = await lock(tx, found.id);
    return {
      business: found.business_name,
      role: row.role,
      invitedBy: row.invited_by.replace(/^[a-z]+:/, ''),
      name: row.name,
      email: row.email,
      state: stateOf(row, tx.now),
    };
  });
}

/**
 * Takes somebody in by a link, once. The same person again gets the same business; who works here already keeps the
 * role they have.
 * @throws BusinessError `invitation_not_found`, `invitation_accepted`, `invitation_revoked`, `invitation_expired`.
 */
export async function acceptInvitation(
  doors: Doors,
  input: { token: string; userId: string; userName: string },
): Promise<{ businessId: string }> {
  const found = await find(doors, input.token);
  return doors.withBusiness(found.business_id, { kind: 'system', name: 'invitation' }, async (tx) => {
    const row = await lock(tx, found.id);
    if (row.accepted_by === input.userId) return { businessId: tx.businessId };
    const state = stateOf(row, tx.now);
    if (state === 'accepted') throw new BusinessError('invitation_accepted', {});
    if (state === 'revoked') throw new BusinessError('invitation_revoked', {});
    if (state === 'expired') throw new BusinessError('invitation_expired', {});
    await tx.sql(
      `insert into membership (id, business_id, user_id, role, name, created_at) values (?, ?, ?, ?, ?, ?)
       on conflict (business_id, user_id) do nothing`,
      [newId(), tx.businessId, input.userId, row.role, row.name ?? input.userName, tx.now],
    );
    await tx.sql('update invitation set accepted_at = ?, accepted_by = ? where business_id = ? and id = ?', [
      tx.now,
      input.userId,
      tx.businessId,
      row.id,
    ]);
    tx.ring(`live:${tx.businessId}:members`);
    return { businessId: tx.businessId };
  });
}

async function find(doors: Doors, token: string): Promise<{ id: string; business_id: string; business_name: string }> {
  const [found] = await sql<{ id: string; business_id: string; business_name: string }>(
    doors.database.system.em.fork(),
    'select id, business_id, business_name from find_invitation(?)',
    [invitationHash(token)],
  );
  if (!found) throw new BusinessError('invitation_not_found', {});
  return found;
}

async function lock(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.sql<Row>(
    `select id, role, name, email, invited_by, expires_at, accepted_at, accepted_by, revoked_at
     from invitation where business_id = ? and id = ? for update`,
    [tx.businessId, id],
  );
  if (!row) throw new BusinessError('invitation_not_found', {});
  return row;
}

function stateOf(row: Row, now: Date): InvitationState {
  if (row.accepted_at) return 'accepted';
  if (row.revoked_at) return 'revoked';
  return row.expires_at <= now ? 'expired' : 'open';
}
