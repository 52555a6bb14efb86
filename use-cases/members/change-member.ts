import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { needOwner } from './need-owner.ts';

type Role = 'owner' | 'manager' | 'master';

/** Gives a member another role. A business keeps an owner. @throws BusinessError `forbidden`, `member_not_found`, `last_owner`. */
export async function changeRole(tx: Tx, input: { memberId: string; role: Role }): Promise<void> {
  const member = await lockMember(tx, input.memberId);
  if (member.role === 'owner' && input.role !== 'owner') await keepAnOwner(tx, member.id);
  await tx.sql('update membership set role = ? where business_id = ? and id = ?', [
    input.role,
    tx.businessId,
    member.id,
  ]);
  tx.ring(`live:${tx.businessId}:members`);
}

/**
 * Takes a member out: their next request is refused, their open pages are cut off, their chat gets no more notices.
 * @throws BusinessError `forbidden`, `member_not_found`, `last_owner`.
 */
export async function removeMember(tx: Tx, input: { memberId: string }): Promise<void> {
  const member = await lockMember(tx, input.memberId);
  if (member.role === 'owner') await keepAnOwner(tx, member.id);
  await tx.sql('delete from staff_chat where business_id = ? and membership_id = ?', [tx.businessId, member.id]);
  await tx.sql('delete from membership where business_id = ? and id = ?', [tx.businessId, member.id]);
  tx.ring(`live:${tx.businessId}:members`);
}

/** The business row is the queue of those who change its people: two owners cannot remove each other at once. */
async function lockMember(tx: Tx, memberId: string): Promise<{ id: string; role: Role }> {
  needOwner(tx);
  await tx.sql('select id from business where id = ? for update', [tx.businessId]);
  const [member] = await tx.sql<{ id: string; role: Role }>(
    'select id, role from membership where business_id = ? and id = ? for update',
    [tx.businessId, memberId],
  );
  if (!member) throw new BusinessError('member_not_found', { memberId });
  return member;
}

async function keepAnOwner(tx: Tx, memberId: string): Promise<void> {
  const [other] = await tx.sql(
    `select 1 from membership where business_id = ? and role = 'owner' and id <> ? limit 1`,
    [tx.businessId, memberId],
  );
  if (!other) throw new BusinessError('last_owner', {});
}
