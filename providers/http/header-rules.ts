import { validateHeaderName, validateHeaderValue } from 'node:http';
import { HttpTrouble, type HttpCall } from './port.ts';

/**
 * The headers of a call in lower case, ready to send. Throws `header_refused`; its facts give the position of the
 * header (from 1), because a key pasted into the wrong field would otherwise be written down as a "name".
 */
export function judgedHeaders(headers: HttpCall['headers']): Record<string, string> {
  const judged: Record<string, string> = {};
  for (const [index, [writtenName, value]] of Object.entries(headers).entries()) {
    const name = writtenName.toLowerCase();
    const position = index + 1;
    if (setByTheDoor.has(name) || name.startsWith('proxy-'))
      throw new HttpTrouble('header_refused', { position, rule: 'set_by_us' });
    if (!passes(() => validateHeaderName(name))) throw new HttpTrouble('header_refused', { position, rule: 'name' });
    // Line breaks would start a header of their own; letters beyond Latin-1 cannot be sent at all.
    if (!passes(() => validateHeaderValue(name, value)))
      throw new HttpTrouble('header_refused', { position, rule: 'value' });
    judged[name] = value;
  }
  return judged;
}

/** What may follow a redirect to another host. */
export function withoutSecrets(headers: HttpCall['headers'], secretHeaders: readonly string[]): Record<string, string> {
  const marked = new Set(secretHeaders.map((name) => name.toLowerCase()));
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !marked.has(name) && !soundsSecret.test(name)));
}

/** They frame the message or belong to one connection: in other hands they smuggle a second request. */
const setByTheDoor = new Set([
  'host',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'upgrade',
  'te',
  'trailer',
  'expect',
  'http2-settings',
  'accept-encoding',
]);

const soundsSecret = /auth|cookie|token|secret|passw|credential|session|signature|(api|access|private)[-_]?key/;

function passes(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}
