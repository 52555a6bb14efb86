import type { IncomingMessage, ServerResponse } from 'node:http';

export type RecordedRequest = {
  method: string;
  /** With the query. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  idempotencyKey: string | undefined;
};
export type Asked = { recorded: RecordedRequest; url: URL };
export type Played = Asked & { partner: Partner; response: ServerResponse };

/** What the partner remembers. */
export type Partner = {
  requests: RecordedRequest[];
  /** How often each `/fail?name=` was asked. */
  asked: Map<string, number>;
  /** By idempotency key. */
  deliveries: Map<string, { number: number; body: string }>;
  record(request: IncomingMessage): Promise<Asked>;
};

const mostRequests = 10_000;

export function newPartner(): Partner {
  const requests: RecordedRequest[] = [];
  return {
    requests,
    asked: new Map(),
    deliveries: new Map(),
    async record(request) {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const path = request.url ?? '/';
      const recorded: RecordedRequest = {
        method: request.method ?? '',
        path,
        headers,
        body: Buffer.concat(chunks).toString(),
        idempotencyKey: headers['idempotency-key'],
      };
      requests.push(recorded);
      if (requests.length > mostRequests) requests.shift();
      return { recorded, url: new URL(path, 'http://partner') };
    },
  };
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
