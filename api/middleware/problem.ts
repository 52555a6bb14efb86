import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { z } from 'zod';
import { BusinessError } from '#domain/errors.ts';
import { logger } from '#platform/logger.ts';
import { isTextKey, t } from '#texts/index.ts';
import { languageOf } from './language.ts';

/** RFC 9457, with our code, the path of a bad field and the facts behind it. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  path: z.string().optional(),
  detail: z.string(),
  facts: z.record(z.string(), z.unknown()),
});

/** A refusal of the door itself: not signed in, not the same origin, no such address. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly path: string | undefined;
  readonly facts: Record<string, unknown>;

  constructor(status: number, code: string, facts: Record<string, unknown> = {}, path?: string) {
    super(code);
    this.status = status;
    this.code = code;
    this.facts = facts;
    this.path = path;
  }
}

/** The one place where errors become answers. */
export function problems(): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = toProblem(error);
    if (problem.status >= 500)
      logger.error({ error, method: request.method, route: request.route?.path as unknown }, 'a request failed');
    const language = languageOf(request);
    response
      .status(problem.status)
      .type('application/problem+json')
      .send({
        type: `/problems/${problem.code}`,
        title: t(language, `web.problem.title_${kindOf(problem.status)}`),
        status: problem.status,
        code: problem.code,
        ...(problem.path === undefined ? {} : { path: problem.path }),
        detail: words(request, problem),
        facts: problem.facts,
      });
  };
}

export const notFound: RequestHandler = () => {
  throw new HttpProblem(404, 'not_found');
};

function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof BusinessError) {
    const { path } = error.facts;
    return new HttpProblem(
      statusOf(error.code),
      error.code,
      { ...error.facts },
      typeof path === 'string' ? path : undefined,
    );
  }
  if (error instanceof z.ZodError) {
    const issue = error.issues[0];
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const path = [...(issue?.path ?? []), ...(unknown ? [unknown] : [])].join('.');
    return new HttpProblem(
      400,
      unknown ? 'unknown_field' : 'invalid_field',
      { path, expected: issue?.message ?? '' },
      path,
    );
  }
  const status = (error as { status?: unknown } | null)?.status;
  if (status === 413) return new HttpProblem(413, 'body_too_large');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new HttpProblem(status, status === 400 ? 'body_unreadable' : 'bad_request');
  return new HttpProblem(500, 'internal');
}

function statusOf(code: string): number {
  if (code === 'forbidden') return 403;
  if (code.endsWith('_not_found')) return 404;
  if (
    /_changed$|^draft_conflict$|^automation_state_refused$|^payment_not_awaiting$|^transition_refused$|^stock_below_holds$/.test(
      code,
    )
  )
    return 409;
  return 422;
}

function kindOf(status: number): '400' | '401' | '403' | '404' | '409' | '429' | '500' {
  const known = ['401', '403', '404', '409', '429'] as const;
  return known.find((one) => one === String(status)) ?? (status >= 500 ? '500' : '400');
}

/** A fact in words of both languages is read in one's own; any other object says nothing. */
const inBoth = (value: object | null, language: 'ru' | 'en'): string => {
  const words = (value as Record<string, unknown> | null)?.[language];
  return typeof words === 'string' ? words : '';
};

/** Words of the door first, then those of the business rules; a code without words still gets a whole sentence. */
function words(request: Request, problem: HttpProblem): string {
  const language = languageOf(request);
  const params = Object.fromEntries(
    Object.entries(problem.facts).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : typeof value === 'object' ? inBoth(value, language) : String(value),
    ]),
  );
  for (const key of [`web.problem.${problem.code}`, `error.${problem.code}`]) {
    if (!isTextKey(key)) continue;
    // A hole that no fact fills: rather the general sentence. Braces inside of a fact are what somebody wrote.
    const holes = [...t(language, key).matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    if (holes.every((name) => Object.hasOwn(params, name))) return t(language, key, params);
  }
  return t(language, 'web.problem.refused');
}
