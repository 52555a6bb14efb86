import type { Tx } from '#persistence/with-business.ts';
import { iso } from '#use-cases/page.ts';
import { needOwner } from './need-owner.ts';

export type Member = {
  id: string;
  userId: string;
  name: string;
  role: 'owner' | 'manager' | 'master';
  since: string;
  you: boolean;
};
export type OpenInvitation = {
  id: string;
  role: Member['role'];
  name: string | null;
  email: string | null;
  invitedBy: string;
  expiresAt: string;
  expired: boolean;
};

/** Who works here, and who is invited and has not come yet. */
export async function listMembers(tx: Tx): Promise<{ members: Member[]; invitations: OpenInvitation[] }> {
  needOwner(tx);
  const members = await tx.sql<{ id: string; user_id: string; name: string; role: Member['role']; created_at: Date }>(
    'select id, user_id, name, role, created_at from membership where business_id = ? order by created_at, id limit 200',
    [tx.businessId],
  );
  const invitations = await tx.sql<{
    id: string;
    role: Member['role'];
    name: string | null;
    email: string | null;
    invited_by: string;
    expires_at: Date;
  }>(
    `select id, role, name, email, invited_by, expires_at from invitation
     where business_id = ? and accepted_at is null and revoked_at is null order by created_at desc, id limit 200`,
    [tx.businessId],
  );
  const me = tx.actor.kind === 'user' ? tx.actor.userId : '';
  return {
    members: members.map((one) => ({
      id: one.id,
      userId: one.user_id,
      name: one.name,
      role: one.role,
      since: iso(one.created_at),
      you: one.user_id === me,
    })),
    invitations: invitations.map((one) => ({
      id: one.id,
      role: one.role,
      name: one.name,
      email: one.email,
      invitedBy: one.invited_by,
      expiresAt: iso(one.expires_at),
      expired: one.expires_at <= tx.now,
    })),
  };
}
