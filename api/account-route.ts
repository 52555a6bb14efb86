import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { ApiDeps } from './deps.ts';

export type SignedInUser = { id: string; email: string; name: string };

/** A door for a person rather than for a business: signing up, being invited, choosing where to work. */
type Spec<A extends 'user' | 'public', R extends z.ZodType, P extends z.ZodType, B extends z.ZodType> = {
  account: A;
  method: 'get' | 'post';
  path: string;
  summary: string;
  params?: P | undefined;
  body?: B | undefined;
  response: R;
  run(
    input: { params: z.output<P>; body: z.output<B> },
    context: { deps: ApiDeps; user: A extends 'user' ? SignedInUser : undefined; request: Request; response: Response },
  ): Promise<z.input<R>>;
};

export type AccountRoute = Spec<'user' | 'public', z.ZodType, z.ZodObject, z.ZodType>;

/** Keeps the types of schemas and `run` together. */
export function accountRoute<
  A extends 'user' | 'public',
  R extends z.ZodType,
  P extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(one: Spec<A, R, P, B>): AccountRoute {
  return one as unknown as AccountRoute;
}
