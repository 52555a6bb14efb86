import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { playDelivery } from './delivery.ts';
import { newPartner, type Partner, type RecordedRequest } from './partner.ts';
import { troubles } from './troubles.ts';

export type { RecordedRequest };
export type HttpEmulator = {
  /** Without a slash at the end. */
  url: string;
  /** `host:port`, as `guardedHttp({ allowHosts })` wants it. */
  host: string;
  /** What came in, oldest first; the last 10 000. */
  requests(): readonly RecordedRequest[];
  close(): Promise<void>;
};

/** An invented delivery service that can misbehave in every way a partner does. `port` 0 takes a free one. */
export async function startHttpEmulator({ port }: { port: number }): Promise<HttpEmulator> {
  const partner = newPartner();
  const server = createServer((request, response) => void answer(partner, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // Loopback only: it answers anybody.
    server.listen(port, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    requests: () => partner.requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(partner: Partner, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = await partner.record(request).catch(() => undefined);
  // The caller hung up before it had said everything.
  if (!asked) return;
  const trouble = troubles[asked.url.pathname];
  if (trouble) return trouble({ ...asked, partner, response });
  if (asked.url.pathname === '/deliveries') return playDelivery({ ...asked, partner, response });
  response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"no such address"}');
}
