import type { RequestHandler, Response } from 'express';
import type { ApiDeps } from '../deps.ts';
import { callerOf } from '../middleware/caller.ts';

const topics = new Set([
  'orders',
  'bookings',
  'services',
  'contacts',
  'products',
  'automations',
  'tasks',
  'texts',
  'runs',
  'messages',
  'alarms',
  'members',
  'bots',
]);
const HEARTBEAT_MS = 20_000;
/** Then the page connects again, and its session is looked at again. */
const LIFE_MS = 15 * 60_000;

/**
 * Live updates: server-sent events that name a topic, nothing more; the page then reads again through its usual doors.
 * @returns the handler, and `close` for a shutdown that does not wait for open pages.
 */
export function liveUpdates(deps: ApiDeps): { handler: RequestHandler; close(): void } {
  const pages = new Map<string, Set<Response>>();
  const off = deps.database.bell.on('live:*', (topic) => {
    const [, businessId, name] = topic.split(':');
    if (!businessId || !name || !topics.has(name)) return;
    for (const page of pages.get(businessId) ?? []) {
      // A page that is being closed may not be written to: Node ends the process for it.
      if (page.writableEnded) continue;
      page.write(`event: ${name}\ndata: {}\n\n`);
      // Who was taken out must not go on listening: the page connects again, and is looked at again.
      if (name === 'members') page.end();
    }
  });
  const handler: RequestHandler = async (request, response) => {
    const { businessId } = await callerOf(deps, request);
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 2000\nevent: hello\ndata: {}\n\n');
    const set = pages.get(businessId) ?? new Set();
    pages.set(businessId, set.add(response));
    const beat = setInterval(() => {
      if (!response.writableEnded) response.write(': still here\n\n');
    }, HEARTBEAT_MS);
    const end = setTimeout(() => response.end(), LIFE_MS);
    response.on('close', () => {
      clearInterval(beat);
      clearTimeout(end);
      set.delete(response);
      if (set.size === 0) pages.delete(businessId);
    });
  };
  return {
    handler,
    close() {
      off();
      for (const set of pages.values()) for (const page of set) page.end();
    },
  };
}
