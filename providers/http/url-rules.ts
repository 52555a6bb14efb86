import { isIP } from 'node:net';
import { isPublicAddress } from './address-rules.ts';
import { HttpTrouble } from './port.ts';

/** The address of a call as it may be used. Throws `HttpTrouble`; names are judged by their words, not resolved. */
export function judgedUrl(text: string, allowHosts: ReadonlySet<string>, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new HttpTrouble('url_invalid');
  const url = new URL(text, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new HttpTrouble('protocol_refused', { host: url.host });
  if (url.username || url.password) throw new HttpTrouble('credentials_in_url', { host: url.host });
  if (isAllowed(url, allowHosts)) return url;
  if (!isPortOpen(portOf(url))) throw new HttpTrouble('port_refused', { host: url.host, port: portOf(url) });
  if (isInnerName(hostnameOf(url))) throw new HttpTrouble('address_private', { host: url.host });
  return url;
}

export const isAllowed = (url: URL, allowHosts: ReadonlySet<string>) =>
  allowHosts.has(`${url.hostname}:${portOf(url)}`);
export const portOf = (url: URL) => {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
};
/** Without the brackets of IPv6 and without the dot that ends a full name. */
export const hostnameOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

const innerEndings = ['local', 'localhost', 'internal', 'localdomain', 'lan', 'home', 'corp', 'intranet', 'home.arpa'];

function isInnerName(hostname: string): boolean {
  if (isIP(hostname)) return !isPublicAddress(hostname);
  // A name of one word (`postgres`, `temporal`) can only come from our own network's naming.
  if (!hostname.includes('.')) return true;
  return innerEndings.some((ending) => hostname.endsWith(`.${ending}`));
}

/**
 * A partner's service stands on 80 or 443, or on a port from 1024 that somebody chose. The rest below 1024 belongs to
 * mail, shells and files; these above belong to databases, queues and control planes, where a line of HTTP can do
 * harm, and to protocols that browsers refuse for the same reason.
 */
const closedPorts = new Set([
  ...[1080, 3128], // proxies
  ...[1433, 1521, 3050, 3306, 5432, 5433, 6432, 5984, 9042, 27017, 27018, 27019, 50000], // databases
  ...[6379, 6380, 11211, 9200, 9300], // caches and search
  ...[1883, 4222, 5671, 5672, 8883, 9092, 9093, 15672, 61613, 61616], // queues
  ...[2181, 2375, 2376, 2377, 2379, 2380, 6443, 7233, 8200, 8300, 8301, 8500, 10250, 10255], // control planes
  ...[2049, 3389, 5900, 5901, 5985, 5986, 6000, 9000, 9001, 9100], // files, screens, FastCGI, printers
  ...[1719, 1720, 1723, 3659, 4045, 4190, 5060, 5061, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
]);

export function isPortOpen(port: number): boolean {
  if (port === 80 || port === 443) return true;
  return port >= 1024 && !closedPorts.has(port);
}
