import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { startHttpEmulator, type HttpEmulator } from './emulator/server.ts';
import { guardedHttp, type GuardedHttpOptions } from './guarded-http.ts';
import { HttpTrouble, type HttpCall } from './port.ts';

let emulator: HttpEmulator;
beforeEach(async () => {
  emulator = await startHttpEmulator({ port: 0 });
});
const open: (() => void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) close();
  await emulator.close();
});

/** `host:port` of a server that speaks bare bytes. */
async function speaking(talk: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    talk(socket);
  });
  open.push(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const toPartner = (change: Partial<HttpCall> = {}, options: GuardedHttpOptions = {}) =>
  guardedHttp({ allowHosts: [emulator.host], ...options }).call({
    method: 'GET',
    url: `${emulator.url}/echo`,
    headers: {},
    timeoutMs: 5000,
    ...change,
  });
const troubleOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof HttpTrouble)) throw new Error(`expected an HttpTrouble, got ${String(error)}`);
  return error;
};

describe('an ordinary call', () => {
  it('carries the words of the automation to the partner and the answer back', async () => {
    const body = JSON.stringify({ order: 7, to: 'Ижевск' });
    const answer = await toPartner({
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Shop': '7' },
      body,
    });
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(answer.ms).toBeGreaterThanOrEqual(0);
    expect(JSON.parse(answer.body)).toMatchObject({ method: 'POST', path: '/echo', body });
    expect(emulator.requests()[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-shop': '7',
      host: emulator.host,
      'accept-encoding': 'identity',
      connection: 'close',
    });
  });

  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)('can be a %s, with or without a body', async (method) => {
    await toPartner({ method });
    await toPartner({ method, body: 'words' });
    expect(emulator.requests().map((one) => [one.method, one.body])).toEqual([
      [method, ''],
      [method, 'words'],
    ]);
  });

  it('treats a refusal of the partner as an answer', async () => {
    expect(await toPartner({ url: `${emulator.url}/fail` })).toMatchObject({ status: 500 });
    expect(await toPartner({ url: `${emulator.url}/fail` })).toMatchObject({ status: 200 });
  });

  it('reads Russian letters as the partner writes them', async () => {
    expect((await toPartner({ url: `${emulator.url}/cyrillic` })).body).toBe('Готово');
  });

  it('does not share its connection with the next call', async () => {
    const ports = new Set<number | undefined>();
    const host = await speaking((socket) => {
      ports.add(socket.remotePort);
      socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nconnection: keep-alive\r\ncontent-length: 0\r\n\r\n'));
    });
    for (let calls = 0; calls < 3; calls += 1) await toPartner({ url: `http://${host}/` }, { allowHosts: [host] });
    expect(ports.size).toBe(3);
  });
});

describe('where a call may go', () => {
  it.each([
    ['not an address', 'url_invalid'],
    ['http://', 'url_invalid'],
    ['/echo', 'url_invalid'],
    ['http://1.2.3.400/', 'url_invalid'],
    ['ftp://partner.example/', 'protocol_refused'],
    ['file:///etc/passwd', 'protocol_refused'],
    ['javascript:alert(1)', 'protocol_refused'],
    ['gopher://partner.example:70/_', 'protocol_refused'],
    ['https://user:secret@partner.example/', 'credentials_in_url'],
    ['https://user@partner.example/', 'credentials_in_url'],
    ['http://partner.example:22/', 'port_refused'],
    ['http://partner.example:25/', 'port_refused'],
    ['http://partner.example:0/', 'port_refused'],
    ['http://partner.example:5432/', 'port_refused'],
    ['http://partner.example:6379/', 'port_refused'],
    ['http://partner.example:7233/', 'port_refused'],
    ['http://127.0.0.1/', 'address_private'],
    ['http://2130706433/', 'address_private'],
    ['http://localhost/', 'address_private'],
    ['http://[::ffff:127.0.0.1]/', 'address_private'],
  ])('refuses %s as %s', async (url, code) => {
    const trouble = await troubleOf(toPartner({ url }));
    expect(trouble).toMatchObject({ code, kind: 'refused' });
    expect(JSON.stringify(trouble.facts)).not.toContain('secret');
  });

  it.each([80, 443, 1024, 3000, 8000, 8080, 8443, 44_000])('lets port %i pass', async (port) => {
    const lookup = async () => ['10.0.0.1'];
    const trouble = await troubleOf(toPartner({ url: `http://partner.example:${port}/` }, { lookup }));
    expect(trouble.code).toBe('address_private');
  });

  it('refuses the partner of the tests too unless it is let through by host and port', async () => {
    for (const allowHosts of [[], ['127.0.0.1:1'], ['127.0.0.1'], ['localhost:80']])
      expect(await troubleOf(toPartner({}, { allowHosts }))).toMatchObject({ code: 'address_private' });
    expect(emulator.requests()).toEqual([]);
  });

  it.each([
    [['10.0.0.5']],
    [['93.184.216.34', '10.0.0.5']],
    [['93.184.216.34', '::1']],
    [['::ffff:10.0.0.5']],
    [['fe80::1%eth0']],
  ])('refuses a name with the addresses %j: one private address is enough', async (addresses) => {
    const lookup = async () => addresses;
    const trouble = await troubleOf(toPartner({ url: 'https://partner.example/?key=secret' }, { lookup }));
    expect(trouble).toMatchObject({ code: 'address_private', facts: { host: 'partner.example', sent: false } });
  });

  it('goes to the address that was judged, though the name would say another one now', async () => {
    const answers = [['127.0.0.1'], ['169.254.169.254']];
    let asked = 0;
    const lookup = async () => answers[asked++] ?? [];
    const host = emulator.host.replace('127.0.0.1', 'partner.example');
    const answer = await toPartner({ url: `http://${host}/echo` }, { lookup, allowHosts: [host] });
    expect(answer.status).toBe(200);
    expect(asked).toBe(1);
    expect(emulator.requests()[0]?.headers['host']).toBe(host);
  });

  it('tries the next address of a name when the first does not answer', async () => {
    const lookup = async () => ['::1', '127.0.0.1'];
    const host = emulator.host.replace('127.0.0.1', 'partner.example');
    expect(await toPartner({ url: `http://${host}/echo` }, { lookup, allowHosts: [host] })).toMatchObject({
      status: 200,
    });
  });

  it('judges a name anew in every call', async () => {
    const answers = [['127.0.0.1'], ['127.0.0.1']];
    const lookup = async () => answers.shift() ?? [];
    const url = `http://partner.example:${emulator.host.split(':')[1]}/echo`;
    for (let calls = 0; calls < 2; calls += 1)
      expect(await troubleOf(toPartner({ url }, { lookup }))).toMatchObject({ code: 'address_private' });
    expect(answers).toEqual([]);
    expect(emulator.requests()).toEqual([]);
  });
});

describe('which headers a call may have', () => {
  it.each([
    'Host',
    'content-length',
    'Transfer-Encoding',
    'Connection',
    'Keep-Alive',
    'Upgrade',
    'TE',
    'Trailer',
    'Expect',
    'Proxy-Authorization',
    'Proxy-Connection',
    'Accept-Encoding',
  ])('refuses %s, which the door writes itself', async (name) => {
    const trouble = await troubleOf(toPartner({ headers: { accept: '*/*', [name]: 'secret' } }));
    expect(trouble).toMatchObject({ code: 'header_refused', facts: { position: 2, rule: 'set_by_us' } });
    expect(emulator.requests()).toEqual([]);
  });

  it.each([
    ['X-Shop\r\nHost', '7', 'name'],
    ['X Shop', '7', 'name'],
    ['', '7', 'name'],
    ['X-Shop', 'secret\r\nHost: inside', 'value'],
    ['X-Shop', 'secret\nX: y', 'value'],
    ['X-Shop', 'secret\0', 'value'],
    ['X-Shop', 'секрет', 'value'],
  ])('refuses a broken header (%j: %j) and keeps its value to itself', async (name, value, rule) => {
    const trouble = await troubleOf(toPartner({ headers: { [name]: value } }));
    expect(trouble).toMatchObject({ code: 'header_refused', kind: 'refused', facts: { position: 1, rule } });
    expect(JSON.stringify([trouble.message, trouble.facts])).not.toMatch(/secret|секрет/);
    expect(emulator.requests()).toEqual([]);
  });
});

describe('how long and how much', () => {
  it.each(['/slow?ms=3000', '/drip', '/endless', '/redirect?to=/slow'])(
    'stops %s when the time is over',
    async (path) => {
      const call = toPartner({ url: `${emulator.url}${path}`, timeoutMs: 150 }, { maxAnswerBytes: 10 ** 12 });
      const trouble = await troubleOf(call);
      expect(trouble).toMatchObject({ code: 'timeout', kind: 'failed', facts: { sent: true, timeoutMs: 150 } });
    },
  );

  it('counts the time over all redirects together', async () => {
    const startedAt = performance.now();
    const slowly = encodeURIComponent('/drip');
    const trouble = await troubleOf(toPartner({ url: `${emulator.url}/redirect?to=${slowly}`, timeoutMs: 200 }));
    expect(trouble.code).toBe('timeout');
    expect(performance.now() - startedAt).toBeLessThan(1500);
  });

  it('does not wait for a name longer than the time of the call', async () => {
    const lookup = () => new Promise<string[]>(() => undefined);
    const trouble = await troubleOf(toPartner({ url: 'http://partner.example/', timeoutMs: 50 }, { lookup }));
    expect(trouble).toMatchObject({ code: 'timeout', facts: { host: 'partner.example', sent: false } });
  });

  it('takes an answer of exactly the limit and cuts off a longer one, announced or not', async () => {
    const limit = { maxAnswerBytes: 1000 };
    expect((await toPartner({ url: `${emulator.url}/sized?bytes=1000` }, limit)).body).toHaveLength(1000);
    for (const path of ['/sized?bytes=1001', '/endless']) {
      const trouble = await troubleOf(toPartner({ url: `${emulator.url}${path}` }, limit));
      expect(trouble).toMatchObject({ code: 'answer_too_large', kind: 'refused', facts: { status: 200, ...limit } });
    }
  });

  it('takes 256 kB unless told otherwise', async () => {
    expect((await toPartner({ url: `${emulator.url}/sized?bytes=262144` })).body).toHaveLength(262_144);
    expect(await troubleOf(toPartner({ url: `${emulator.url}/sized?bytes=262145` }))).toMatchObject({
      code: 'answer_too_large',
    });
  });

  it('cuts off headers without end', async () => {
    expect(await troubleOf(toPartner({ url: `${emulator.url}/huge-headers` }))).toMatchObject({
      code: 'answer_too_large',
    });
  });
});

describe('when the network fails', () => {
  it('says that nobody listens, and that nothing was sent', async () => {
    await emulator.close();
    expect(await troubleOf(toPartner())).toMatchObject({
      code: 'connection_failed',
      kind: 'failed',
      facts: { host: emulator.host, networkCode: 'ECONNREFUSED', sent: false },
    });
  });

  it.each(['/drop', '/drop-halfway'])(
    'says that the partner hung up (%s), and that it may have obeyed',
    async (path) => {
      const trouble = await troubleOf(
        toPartner({ method: 'POST', url: `${emulator.url}${path}?key=secret`, body: 'secret' }),
      );
      expect(trouble).toMatchObject({ code: 'connection_failed', kind: 'failed', facts: { sent: true } });
      expect(JSON.stringify(trouble.facts)).not.toContain('secret');
    },
  );

  it('says that nobody knows the name', async () => {
    const nobody = async () => [];
    const failing = () => Promise.reject(new Error('ENOTFOUND'));
    for (const lookup of [nobody, failing])
      expect(await troubleOf(toPartner({ url: 'https://partner.example/' }, { lookup }))).toMatchObject({
        code: 'name_unknown',
        kind: 'failed',
        facts: { host: 'partner.example', sent: false },
      });
  });

  it.each([
    ['words that are no HTTP', 'hello\r\n\r\n'],
    ['a change of protocol', 'HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'],
    ['two lengths at once', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx'],
    ['nothing at all', ''],
  ])('takes %s for a failed connection', async (_, words) => {
    const host = await speaking((socket) => socket.once('data', () => socket.end(words)));
    const trouble = await troubleOf(toPartner({ url: `http://${host}/` }, { allowHosts: [host] }));
    expect(trouble).toMatchObject({ code: 'connection_failed', facts: { sent: true } });
  });

  it('stops when the automation stops, before or during the call', async () => {
    const stopped = AbortSignal.abort();
    expect(await troubleOf(toPartner({ signal: stopped }))).toMatchObject({ code: 'aborted', facts: { sent: false } });
    expect(emulator.requests()).toEqual([]);
    const stopping = new AbortController();
    const call = troubleOf(toPartner({ url: `${emulator.url}/slow`, signal: stopping.signal }));
    while (emulator.requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stopping.abort();
    expect(await call).toMatchObject({ code: 'aborted', kind: 'failed', facts: { sent: true } });
  });
});
