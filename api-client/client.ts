import createClient, { type Client } from 'openapi-fetch';
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
  return api;
}
