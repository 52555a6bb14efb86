import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './schema.d.ts';

export type Api = Client<paths>;

/** A typed client of our API. `language` is asked at every request, so that refusals come in the reader's words. */
export function createApi(language: () => 'ru' | 'en'): Api {
  const api = createClient<paths>({ baseUrl: '' });
  api.use({
    onRequest({ request }) {
      request.headers.set('x-takt-language', language());
      if (request.method !== 'GET' && !request.headers.has('content-type'))
        request.headers.set('content-type', 'application/json');
      return request;
    },
  });
  api.use(sameKeyUntilAnswered());
  return api;
}

/** So many lost answers are remembered. */
const MOST_UNANSWERED = 50;

/**
 * Every POST carries a key of its own. When its answer is lost on the way, nobody knows whether it was done: the same
 * request, sent again, carries the same key and is done once. PUT and PATCH say how something shall be, and may be said
 * twice.
 */
export function sameKeyUntilAnswered(): Middleware {
  const prints = new WeakMap<Request, string>();
  const unanswered = new Map<string, string>();
  return {
    async onRequest({ request }) {
      if (request.method !== 'POST') return;
      const print = `${request.method} ${request.url} ${await request.clone().text()}`;
      prints.set(request, print);
      request.headers.set('idempotency-key', unanswered.get(print) ?? crypto.randomUUID());
      return request;
    },
    onResponse({ request, response }) {
      const print = prints.get(request);
      if (print === undefined) return;
      if (response.status < 500) unanswered.delete(print);
      else remember(request, print);
    },
    onError({ request }) {
      const print = prints.get(request);
      if (print !== undefined) remember(request, print);
    },
  };

  function remember(request: Request, print: string): void {
    const key = request.headers.get('idempotency-key');
    if (!key) return;
    unanswered.set(print, key);
    const oldest = unanswered.size > MOST_UNANSWERED ? unanswered.keys().next().value : undefined;
    if (oldest !== undefined) unanswered.delete(oldest);
  }
}
