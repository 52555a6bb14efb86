import { request as requestHttp, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { readBody } from './read-body.ts';
import { HttpTrouble } from './port.ts';
import { isRedirect, type Hop } from './redirect.ts';
import { hostnameOf, portOf } from './url-rules.ts';

export type Exchanged = {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Where the other side sends us; the body of such an answer is not read. */
  location: string | undefined;
};
export type ExchangeRules = {
  addresses: readonly string[];
  maxAnswerBytes: number;
  /** Its reason is what is thrown when it fires. */
  signal: AbortSignal;
  certificateAuthority: string | undefined;
  /** Turns true when the other side may have read the request, and stays so over all requests of a call. */
  progress: { sent: boolean };
};

/** One request and its answer over one connection that nobody else uses. Throws `HttpTrouble`. */
export function exchange(hop: Hop, rules: ExchangeRules): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    if (rules.signal.aborted) return reject(rules.signal.reason as HttpTrouble);
    const { host, protocol } = hop.url;
    const send = protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(optionsOf(hop, rules));
    noteSending(request, hop, rules.progress);

    const stop = () => fail(rules.signal.reason);
    const finish = () => {
      rules.signal.removeEventListener('abort', stop);
      request.destroy();
    };
    const fail = (error: unknown) => {
      finish();
      reject(error instanceof HttpTrouble ? error : networkTrouble(error, host));
    };
    rules.signal.addEventListener('abort', stop, { once: true });
    // Stays after the end: a request that is destroyed early still reports an error, and unheard it ends the process.
    request.on('error', fail);
    // Without a listener Node waits in silence after a 101.
    request.on('upgrade', (_answer, socket) => {
      socket.destroy();
      fail(new HttpTrouble('connection_failed', { host, status: 101 }));
    });
    request.on('response', (response) => {
      answerOf(response, rules.maxAnswerBytes, host).then((answer) => {
        finish();
        resolve(answer);
      }, fail);
    });
    request.end(hop.body);
  });
}

async function answerOf(response: IncomingMessage, maxAnswerBytes: number, host: string): Promise<Exchanged> {
  const status = response.statusCode ?? 0;
  const headers = plainHeaders(response);
  const location = isRedirect(status) ? headers['location'] : undefined;
  if (location !== undefined) return { status, headers, body: '', location };
  return { status, headers, body: await readBody(response, { maxAnswerBytes, host }), location };
}

function optionsOf(hop: Hop, { addresses, certificateAuthority }: ExchangeRules): RequestOptions & TlsOptions {
  const hostname = hostnameOf(hop.url);
  return {
    hostname,
    port: portOf(hop.url),
    path: `${hop.url.pathname}${hop.url.search}`,
    method: hop.method,
    headers: {
      'user-agent': 'takt-automation',
      ...hop.headers,
      host: hop.url.host,
      'accept-encoding': 'identity',
      ...(hop.body === undefined ? {} : { 'content-length': Buffer.byteLength(hop.body) }),
    },
    // A connection kept open would be shared between shops.
    agent: false,
    lookup: pinnedTo(addresses),
    // Node gives up on an address after 250 ms when a name has several; a far partner may need more.
    autoSelectFamilyAttemptTimeout: 1500,
    // The certificate is checked against the name, although the connection goes to a judged address.
    servername: isIP(hostname) ? '' : hostname,
    rejectUnauthorized: true,
    ...(certificateAuthority ? { ca: certificateAuthority } : {}),
  };
}
type TlsOptions = {
  servername: string;
  rejectUnauthorized: boolean;
  ca?: string;
  autoSelectFamilyAttemptTimeout: number;
};

function pinnedTo(addresses: readonly string[]): LookupFunction {
  const judged = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, options, done) => {
    if (options.all) return done(null, judged);
    done(null, judged[0]?.address ?? '', judged[0]?.family);
  };
}

function noteSending(request: ClientRequest, hop: Hop, progress: { sent: boolean }): void {
  const ready = hop.url.protocol === 'https:' ? 'secureConnect' : 'connect';
  request.on('socket', (socket) => socket.once(ready, () => (progress.sent = true)));
}

function plainHeaders(response: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function networkTrouble(error: unknown, host: string): HttpTrouble {
  const { code: networkCode } = error as NodeJS.ErrnoException;
  if (networkCode === 'HPE_HEADER_OVERFLOW') return new HttpTrouble('answer_too_large', { host, part: 'headers' });
  return new HttpTrouble('connection_failed', { host, networkCode });
}
