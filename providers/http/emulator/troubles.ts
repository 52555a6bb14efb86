import { sendJson, type Played } from './partner.ts';

/** What a partner can do to us, by path. Numbers come in the query. */
export const troubles: Readonly<Record<string, (played: Played) => void>> = {
  /** What was asked. */
  '/echo': ({ recorded, response }) => sendJson(response, 200, recorded),

  /** Answers after `ms` (1000). */
  '/slow': ({ url, response }) =>
    void setTimeout(() => sendJson(response, 200, { slow: true }), number(url, 'ms', 1000)),

  /** Begins at once and then says one letter every `ms` (20), for ever. */
  '/drip': ({ url, response }) => repeat(response, number(url, 'ms', 20), 'x'),

  /** As much as the other side takes. */
  '/endless': ({ response }) => pour(response),

  /** Sends on to `to` with `status` (302). */
  '/redirect': ({ url, response }) =>
    void response.writeHead(number(url, 'status', 302), { location: url.searchParams.get('to') ?? '/echo' }).end(),
  '/redirect-to-private': ({ response }) =>
    void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/redirect-by-name': ({ response }) => void response.writeHead(302, { location: 'http://localhost/' }).end(),
  '/redirect-for-ever': ({ response }) => void response.writeHead(302, { location: '/redirect-for-ever' }).end(),

  /** 500 for the first `times` (1) of each `name`, then 200. */
  '/fail': ({ url, partner, response }) => {
    const name = url.searchParams.get('name') ?? '';
    const before = partner.asked.get(name) ?? 0;
    partner.asked.set(name, before + 1);
    if (before < number(url, 'times', 1)) return sendJson(response, 500, { error: 'out of order' });
    sendJson(response, 200, { failedBefore: before });
  },

  /** Hangs up without a word, or in the middle of one. */
  '/drop': ({ response }) => void response.destroy(),
  '/drop-halfway': ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 });
    response.write('{"half":', () => response.destroy());
  },

  '/wrong-json': ({ response }) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end('{"price": 12, oops'),

  /** `bytes` (10) letters, announced before they come. */
  '/sized': ({ url, response }) => void response.writeHead(200).end('x'.repeat(number(url, 'bytes', 10))),

  /** Text as old Russian software writes it. */
  '/cyrillic': ({ response }) =>
    void response
      .writeHead(200, { 'content-type': 'text/plain; charset=windows-1251' })
      .end(Buffer.from([0xc3, 0xee, 0xf2, 0xee, 0xe2, 0xee])),

  '/huge-headers': ({ response }) => void response.writeHead(200, { 'x-huge': 'x'.repeat(32_000) }).end(),
};

function number(url: URL, name: string, otherwise: number): number {
  return Number(url.searchParams.get(name) ?? otherwise);
}

function repeat(response: Played['response'], everyMs: number, text: string): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write(text), everyMs);
  response.on('close', () => clearInterval(timer));
}

function pour(response: Played['response']): void {
  const piece = 'x'.repeat(16_384);
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.writeHead(200).on('drain', more);
  more();
}
