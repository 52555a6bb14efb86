import { withoutSecrets } from './header-rules.ts';
import { HttpTrouble, type HttpCall } from './port.ts';
import { judgedUrl } from './url-rules.ts';

/** One request on the way to the answer. `headers` are judged and in lower case. */
export type Hop = {
  method: HttpCall['method'];
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
};

export const isRedirect = (status: number) => [301, 302, 303, 307, 308].includes(status);

/** Where a redirect leads. Throws `HttpTrouble` when it leads where a call must not go. */
export function nextHop(
  hop: Hop,
  redirect: { status: number; location: string },
  rules: { allowHosts: ReadonlySet<string>; secretHeaders: readonly string[] },
): Hop {
  const url = judgedUrl(redirect.location, rules.allowHosts, hop.url);
  if (hop.url.protocol === 'https:' && url.protocol === 'http:')
    throw new HttpTrouble('protocol_refused', { host: url.host, status: redirect.status });
  const sameHost = url.host === hop.url.host;
  const headers = sameHost ? hop.headers : withoutSecrets(hop.headers, rules.secretHeaders);
  if (redirect.status === 307 || redirect.status === 308) return { ...hop, url, headers };
  return { method: 'GET', url, headers: withoutContent(headers), body: undefined };
}

function withoutContent(headers: Hop['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('content-')));
}
