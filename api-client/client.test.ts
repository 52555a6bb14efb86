import { describe, expect, it } from '@jest/globals';
import createClient from 'openapi-fetch';
import { sameKeyUntilAnswered } from './client.ts';

/** A page's client over a network that does what the test says, request by request. */
function aPage(...network: ('answers' | 'is lost' | 'breaks')[]) {
  const keys: (string | null)[] = [];
  const api = createClient<Record<string, never>>({
    baseUrl: 'http://localhost',
    fetch: async (request) => {
      keys.push(request.headers.get('idempotency-key'));
      const what = network.shift() ?? 'answers';
      if (what === 'is lost') throw new TypeError('Failed to fetch');
      return new Response('{}', {
        status: what === 'breaks' ? 502 : 200,
        headers: { 'content-type': 'application/json' },
      });
    },
  });
  api.use(sameKeyUntilAnswered());
  const sends = (body: object) => api.POST('/start' as never, { body } as never).catch(() => undefined);
  return { api, keys, sends };
}

describe('a change that is sent again', () => {
  it.each(['is lost', 'breaks'] as const)('carries the same key when the answer to it %s', async (what) => {
    const { keys, sends } = aPage(what, what, 'answers');
    for (let times = 0; times < 4; times += 1) await sends({ who: 'Anna' });
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[3]).not.toBe(keys[0]);
  });

  it('carries a key of its own when it was answered, or is another', async () => {
    const { keys, sends } = aPage('answers', 'is lost', 'answers');
    await sends({ who: 'Anna' });
    await sends({ who: 'Anna' });
    await sends({ who: 'Boris' });
    expect(new Set(keys).size).toBe(3);
    expect(keys.every((key) => key !== null && key.length >= 8)).toBe(true);
  });

  it('has no key when it only asks, or says how something shall be', async () => {
    const { api, keys } = aPage();
    await api.GET('/start' as never);
    await api.PUT('/draft' as never, { body: {} } as never);
    expect(keys).toEqual([null, null]);
  });

  it('is remembered among the last fifty', async () => {
    const { keys, sends } = aPage(...Array.from({ length: 51 }, () => 'is lost' as const));
    for (let who = 0; who <= 50; who += 1) await sends({ who });
    await sends({ who: 0 });
    await sends({ who: 50 });
    expect(keys[51]).not.toBe(keys[0]);
    expect(keys[52]).toBe(keys[50]);
  });
});
