import { fromNodeHeaders } from 'better-auth/node';
import type { Request } from 'express';
import { sql } from '#persistence/database.ts';
import type { ApiDeps, Caller } from '../deps.ts';
import { HttpProblem } from './problem.ts';

type Membership = { business_id: string; role: 'owner' | 'manager' | 'master'; name: string };

/** Who calls, and for which business. The session names a user, the membership the business and the role. */
export async function callerOf(deps: ApiDeps, request: Request): Promise<Caller> {
  const session = await deps.auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
  if (!session) throw new HttpProblem(401, 'not_signed_in');
  const [membership] = await sql<Membership>(
    deps.database.system.em.fork(),
    'select business_id, role, name from membership where user_id = ? order by created_at, id limit 1',
    [session.user.id],
  );
  if (!membership) throw new HttpProblem(403, 'no_membership');
  return {
    businessId: membership.business_id,
    userId: session.user.id,
    email: session.user.email,
    actor: { kind: 'user', userId: session.user.id, role: membership.role, name: membership.name },
  };
}
