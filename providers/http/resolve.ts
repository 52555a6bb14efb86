import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './address-rules.ts';
import { HttpTrouble } from './port.ts';
import { hostnameOf, isAllowed } from './url-rules.ts';

/** All addresses of a name. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

/**
 * The addresses the connection may be made to: asked once, all judged, and nobody asks again. A name with one private
 * address among public ones is refused whole. Throws `HttpTrouble`, or the reason of `signal`.
 */
export async function judgedAddresses(
  url: URL,
  rules: { allowHosts: ReadonlySet<string>; lookup: Lookup; signal: AbortSignal },
): Promise<readonly string[]> {
  const hostname = hostnameOf(url);
  const addresses = isIP(hostname) ? [hostname] : await addressesOf(hostname, url, rules);
  if (isAllowed(url, rules.allowHosts)) return addresses;
  if (!addresses.every(isPublicAddress)) throw new HttpTrouble('address_private', { host: url.host });
  return addresses;
}

export const systemLookup: Lookup = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address);

async function addressesOf(
  hostname: string,
  url: URL,
  { lookup, signal }: { lookup: Lookup; signal: AbortSignal },
): Promise<readonly string[]> {
  const unknown = () => new HttpTrouble('name_unknown', { host: url.host });
  const asked = lookup(hostname).catch(() => {
    throw unknown();
  });
  const addresses = await orAborted(asked, signal);
  if (addresses.length === 0) throw unknown();
  return addresses;
}

/** The system's resolver cannot be stopped, but nobody has to wait for it. */
function orAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
