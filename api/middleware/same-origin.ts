import type { RequestHandler } from 'express';
import { HttpProblem } from './problem.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
const bodies = ['application/json', 'image/jpeg', 'image/png', 'image/webp'];

/**
 * Against forged requests: what changes something must come from a page of this very origin, and with a content type
 * that no foreign form can send.
 */
export const sameOrigin: RequestHandler = (request, _response, next) => {
  if (safe.has(request.method)) return next();
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new HttpProblem(403, 'other_origin');
  const origin = request.get('origin');
  if (origin !== undefined && !sameHost(origin, request.get('host'))) throw new HttpProblem(403, 'other_origin');
  if (site === undefined && origin === undefined) throw new HttpProblem(403, 'other_origin');
  const type = request.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined || !bodies.includes(type))
    throw new HttpProblem(415, 'content_type', { allowed: bodies.join(', ') });
  next();
};

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
