import { sql, type Database } from '#persistence/database.ts';

export type OwnBusiness = { id: string; name: string; role: 'owner' | 'manager' | 'master' };

/** The businesses that a user works in, the oldest membership first. */
export async function listBusinesses(database: Pick<Database, 'system'>, userId: string): Promise<OwnBusiness[]> {
  const em = database.system.em.fork();
  const mine = await sql<{ business_id: string; role: OwnBusiness['role'] }>(
    em,
    'select business_id, role from membership where user_id = ? order by created_at, id limit 100',
    [userId],
  );
  if (mine.length === 0) return [];
  const names = await sql<{ id: string; name: string }>(em, 'select id, name from business_names(?::uuid[])', [
    mine.map((one) => one.business_id),
  ]);
  const nameOf = new Map(names.map((one) => [one.id, one.name]));
  return mine.map((one) => ({ id: one.business_id, name: nameOf.get(one.business_id) ?? '', role: one.role }));
}
