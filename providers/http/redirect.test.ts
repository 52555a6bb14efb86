import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startHttpEmulator, type HttpEmulator } from './emulator/server.ts';
import { guardedHttp, type GuardedHttpOptions } from './guarded-http.ts';
import { HttpTrouble, type HttpCall } from './port.ts';
import { nextHop, type Hop } from './redirect.ts';

let partner: HttpEmulator;
let stranger: HttpEmulator;
beforeEach(async () => {
  [partner, stranger] = await Promise.all([startHttpEmulator({ port: 0 }), startHttpEmulator({ port: 0 })]);
});
afterEach(() => Promise.all([partner.close(), stranger.close()]));

const secrets = {
  authorization: 'Bearer secret',
  cookie: 'session=secret',
  'X-Api-Key': 'secret',
  'X-Partner': 'secret',
  'Idempotency-Key': 'order-7',
};
const follow = (path: string, change: Partial<HttpCall> = {}, options: GuardedHttpOptions = {}) =>
  guardedHttp({ allowHosts: [partner.host, stranger.host], ...options }).call({
    method: 'POST',
    url: `${partner.url}${path}`,
    headers: { ...secrets, 'content-type': 'text/plain' },
    secretHeaders: ['x-partner'],
    body: 'words',
    timeoutMs: 5000,
    ...change,
  });
const redirect = (to: string, status: number) => `/redirect?status=${status}&to=${encodeURIComponent(to)}`;
const last = (emulator: HttpEmulator) => emulator.requests().at(-1);

describe('where a redirect leads', () => {
  it.each([301, 302, 303])('a %i is followed with a GET that has no body', async (status) => {
    expect(await follow(redirect('/echo', status))).toMatchObject({ status: 200 });
    expect(last(partner)).toMatchObject({ method: 'GET', path: '/echo', body: '' });
    expect(last(partner)?.headers).not.toHaveProperty('content-type');
    expect(last(partner)?.headers).not.toHaveProperty('content-length');
  });

  it.each([307, 308])('a %i is followed with the same method and body', async (status) => {
    await follow(redirect('/echo', status), { method: 'PUT' });
    expect(last(partner)).toMatchObject({ method: 'PUT', body: 'words', headers: { 'content-type': 'text/plain' } });
  });

  it('secrets stay with the same host', async () => {
    await follow(redirect('/echo', 307));
    expect(last(partner)?.headers).toMatchObject({ authorization: 'Bearer secret', 'x-partner': 'secret' });
  });

  it.each([302, 307])('secrets do not follow a %i to another host', async (status) => {
    await follow(redirect(`${stranger.url}/echo`, status));
    expect(JSON.stringify(last(stranger)?.headers)).not.toContain('secret');
    expect(last(stranger)?.headers).toMatchObject({ 'idempotency-key': 'order-7', host: stranger.host });
  });

  it('secrets do not come back when the other host sends on to the first one', async () => {
    const back = `${stranger.url}${redirect(`${partner.url}/echo`, 307)}`;
    await follow(redirect(back, 307));
    expect(last(partner)).toMatchObject({ path: '/echo' });
    expect(JSON.stringify(last(partner)?.headers)).not.toContain('secret');
  });

  it.each([
    ['/redirect-to-private', 'address_private'],
    ['/redirect-by-name', 'address_private'],
    [redirect('http://2130706433/', 302), 'address_private'],
    [redirect('http://10.0.0.1/', 307), 'address_private'],
    [redirect('//[::1]/', 302), 'address_private'],
    [redirect('http://partner.example:6379/', 302), 'port_refused'],
    [redirect('file:///etc/passwd', 302), 'protocol_refused'],
    [redirect('http://user:secret@partner.example/', 302), 'credentials_in_url'],
    [redirect('http://[', 302), 'url_invalid'],
  ])('%s is refused as %s', async (path, code) => {
    const call = follow(path);
    await expect(call).rejects.toMatchObject({ code, kind: 'refused', facts: { sent: true } });
    await expect(call).rejects.toBeInstanceOf(HttpTrouble);
  });

  it('a name in a redirect is resolved and judged like the first one', async () => {
    const asked: string[] = [];
    const lookup = async (name: string) => [(asked.push(name), '10.0.0.5')[1] as string];
    await expect(follow(redirect('http://inside.example/', 302), {}, { lookup })).rejects.toMatchObject({
      code: 'address_private',
      facts: { host: 'inside.example' },
    });
    expect(asked).toEqual(['inside.example']);
  });

  it('three redirects are followed, a fourth is refused', async () => {
    const times = (count: number): string => (count === 0 ? '/echo' : redirect(times(count - 1), 302));
    expect(await follow(times(3))).toMatchObject({ status: 200 });
    await expect(follow(times(4))).rejects.toMatchObject({ code: 'too_many_redirects', kind: 'refused' });
    await expect(follow('/redirect-for-ever')).rejects.toMatchObject({ code: 'too_many_redirects' });
    await expect(follow(times(1), {}, { maxRedirects: 0 })).rejects.toMatchObject({ code: 'too_many_redirects' });
  });

  it('an answer 304, or a redirect that names no place, is the answer', async () => {
    expect(await follow(redirect('/echo', 304))).toMatchObject({ status: 304 });
    expect(await follow(redirect('/echo', 201))).toMatchObject({ status: 201 });
  });
});

describe('a redirect between protocols', () => {
  const hop = (url: string): Hop => ({
    method: 'POST',
    url: new URL(url),
    headers: { authorization: 'secret' },
    body: 'b',
  });
  const rules = { allowHosts: new Set<string>(), secretHeaders: [] };

  it('from https to http is refused, even on the same host', () => {
    const open = () => nextHop(hop('https://a.example/'), { status: 302, location: 'http://a.example/' }, rules);
    expect(open).toThrow(expect.objectContaining({ code: 'protocol_refused', kind: 'refused' }));
  });

  it('from http to https keeps the headers on the same host', () => {
    const next = nextHop(hop('http://a.example/'), { status: 308, location: 'https://a.example/' }, rules);
    expect(next).toMatchObject({ method: 'POST', body: 'b', headers: { authorization: 'secret' } });
  });

  it.each(['https://a.example:8443/', 'https://www.a.example/', 'https://a.example.evil.example/'])(
    '%s is another host',
    (location) => {
      expect(nextHop(hop('https://a.example/'), { status: 308, location }, rules).headers).toEqual({});
    },
  );
});
