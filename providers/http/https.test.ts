import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { startHttpEmulator } from './emulator/server.ts';
import { guardedHttp } from './guarded-http.ts';
import { testCertificate } from './test-certificate.ts';

const { key, cert } = testCertificate('partner.example');
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Answers with the name that the TLS handshake asked for, or sends on to `redirectTo`. */
async function listen(redirectTo?: string): Promise<number> {
  server = createServer({ key, cert }, (request, response) => {
    if (redirectTo) return void response.writeHead(302, { location: redirectTo }).end();
    response.end(String((request.socket as TLSSocket & { servername?: string | false }).servername));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const call = (url: string, { trusting = true } = {}) =>
  guardedHttp({
    allowHosts: [new URL(url).host],
    lookup: async () => ['127.0.0.1'],
    ...(trusting ? { certificateAuthority: cert } : {}),
  }).call({ method: 'GET', url, headers: {}, timeoutMs: 5000 });

describe('an encrypted call', () => {
  it('goes to the judged address and still checks the certificate of the name', async () => {
    const port = await listen();
    expect(await call(`https://partner.example:${port}/`)).toMatchObject({ status: 200, body: 'partner.example' });
  });

  it('does not speak with a server whose certificate is of another name', async () => {
    const port = await listen();
    await expect(call(`https://other.example:${port}/`)).rejects.toMatchObject({
      code: 'connection_failed',
      facts: { networkCode: 'ERR_TLS_CERT_ALTNAME_INVALID', sent: false },
    });
    await expect(call(`https://127.0.0.1:${port}/`)).rejects.toMatchObject({
      facts: { networkCode: 'ERR_TLS_CERT_ALTNAME_INVALID', sent: false },
    });
  });

  it('does not speak with a server that nobody vouches for', async () => {
    const port = await listen();
    await expect(call(`https://partner.example:${port}/`, { trusting: false })).rejects.toMatchObject({
      code: 'connection_failed',
      kind: 'failed',
      facts: { sent: false },
    });
  });

  it('does not go on without encryption when the partner says so', async () => {
    const port = await listen('http://partner.example/');
    await expect(call(`https://partner.example:${port}/`)).rejects.toMatchObject({
      code: 'protocol_refused',
      kind: 'refused',
      facts: { host: 'partner.example', status: 302 },
    });
  });

  it('fails with a server that speaks without encryption', async () => {
    const emulator = await startHttpEmulator({ port: 0 });
    await expect(call(`https://${emulator.host}/echo`)).rejects.toMatchObject({
      code: 'connection_failed',
      facts: { sent: false },
    });
    expect(emulator.requests()).toEqual([]);
    await emulator.close();
  });
});
