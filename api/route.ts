import type { Request } from 'express';
import type { z } from 'zod';
import type { Tx } from '#persistence/with-business.ts';
import type { AccountRoute } from './account-route.ts';
import type { ApiDeps, Caller } from './deps.ts';

export type RouteContext = { deps: ApiDeps; caller: Caller; request: Request };

/** The header by which a request that changes something is done once, however often it is sent. */
export const IDEMPOTENCY_KEY = 'Idempotency-Key';

/** A door to one use case inside the caller's business. */
type Spec<R extends z.ZodType, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  method: 'get' | 'post' | 'put' | 'patch';
  /** In OpenAPI's notation, without `/api`. */
  path: string;
  summary: string;
  /** Below this nobody comes in; use cases check again. */
  roles?: readonly ('owner' | 'manager' | 'master')[] | undefined;
  /** The body may be a whole automation. */
  large?: true | undefined;
  /** A question that does not fit an address: nothing is changed, and a key is not looked at. */
  onlyAsks?: true | undefined;
  /** The body is the bytes of a picture. */
  picture?: true | undefined;
  params?: P | undefined;
  query?: Q | undefined;
  body?: B | undefined;
  response: R;
  run(
    tx: Tx,
    input: { params: z.output<P>; query: z.output<Q>; body: z.output<B> },
    context: RouteContext,
  ): Promise<z.input<R> | void>;
  /**
   * What the change is answered with, read in a transaction of its own: events are written just before the commit, so
   * the change's own cannot see them. Then what `run` returned is not used.
   */
  read?: ((tx: Tx, input: { params: z.output<P> }) => Promise<z.input<R>>) | undefined;
};

/** A door that must ask somebody outside between its transactions: it opens them itself, inside the caller's business. */
type OutsideSpec<R extends z.ZodType, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Omit<
  Spec<R, P, Q, B>,
  'run' | 'read' | 'picture'
> & {
  outside(
    input: { params: z.output<P>; query: z.output<Q>; body: z.output<B> },
    context: RouteContext & { within<T>(work: (tx: Tx) => Promise<T>): Promise<T> },
  ): Promise<z.input<R>>;
};

export type Route =
  | Spec<z.ZodType, z.ZodObject, z.ZodObject, z.ZodType>
  | (OutsideSpec<z.ZodType, z.ZodObject, z.ZodObject, z.ZodType> & { picture?: undefined });

/** Keeps the types of schemas and `run` together. */
export function route<
  R extends z.ZodType,
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>(one: Spec<R, P, Q, B>): Route {
  return one as unknown as Route;
}

/** The same for a door that asks somebody outside. */
export function outsideRoute<
  R extends z.ZodType,
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
>({ run, ...one }: Omit<OutsideSpec<R, P, Q, B>, 'outside'> & { run: OutsideSpec<R, P, Q, B>['outside'] }): Route {
  return { ...one, outside: run } as unknown as Route;
}

/** Whether the same request with the same key is done once here: it changes something, in one transaction. */
export const takesKey = (one: Route | AccountRoute): boolean =>
  !('account' in one) && !('outside' in one) && one.method !== 'get' && !one.onlyAsks;
