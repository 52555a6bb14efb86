import { fromNodeHeaders } from 'better-auth/node';
import type { Request, Response } from 'express';
import { sql } from '#persistence/database.ts';
import type { SignedInUser } from '../account-route.ts';
import type { ApiDeps, Caller } from '../deps.ts';
import { HttpProblem } from './problem.ts';

type Membership = { business_id: string; role: 'owner' | 'manager' | 'master'; name: string };

const COOKIE = 'takt.business';
const YEAR_MS = 365 * 24 * 3_600_000;

/** Who is signed in. @throws HttpProblem 401 `not_signed_in`. */
export async function userOf(deps: ApiDeps, request: Request): Promise<SignedInUser> {
  const session = await deps.auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
  if (!session) throw new HttpProblem(401, 'not_signed_in');
  const { id, email, name } = session.user;
  return { id, email, name };
}

/**
 * Who calls, and for which business. The session names a user, the membership the business and the role; of several
 * the chosen one counts, as long as they still work there.
 */
export async function callerOf(deps: ApiDeps, request: Request): Promise<Caller> {
  const user = await userOf(deps, request);
  const chosen = new RegExp(`(?:^|; )${COOKIE}=([0-9a-f-]{36})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1];
  const [membership] = await sql<Membership>(
    deps.database.system.em.fork(),
    `select business_id, role, name from membership where user_id = ?
     order by (business_id is not distinct from ?::uuid) desc, created_at, id limit 1`,
    [user.id, chosen ?? null],
  );
  if (!membership) throw new HttpProblem(403, 'no_membership');
  return {
    businessId: membership.business_id,
    userId: user.id,
    email: user.email,
    actor: { kind: 'user', userId: user.id, role: membership.role, name: membership.name },
  };
}

/** Remembers in this browser where one works. It opens nothing: the membership is asked at every request. */
export function chooseBusiness(response: Response, businessId: string, secure: boolean): void {
  response.cookie(COOKIE, businessId, { httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR_MS, path: '/' });
}
