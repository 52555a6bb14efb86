import type { IncomingMessage, ServerResponse } from 'node:http';
import { badRequest, Refusal } from './refusal.ts';
import type { Params, Upload } from './spec.ts';

const maxBodyBytes = 50 * 1024 * 1024;

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new Refusal(413, 'Request Entity Too Large');
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

/** Parameters from the query string and the body, whichever of Telegram's four ways they came. */
export function parseParams(contentType: string, body: Buffer, query: URLSearchParams): Params {
  const params: Params = Object.fromEntries(query);
  if (body.length === 0) return params;
  if (contentType.startsWith('application/json')) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(body.toString('utf8'));
    } catch {
      throw badRequest("can't parse request: JSON expected");
    }
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw badRequest('expected an Object');
    return Object.assign(params, parsed);
  }
  if (contentType.startsWith('multipart/form-data')) return Object.assign(params, parseMultipart(contentType, body));
  return Object.assign(params, Object.fromEntries(new URLSearchParams(body.toString('utf8'))));
}

function parseMultipart(contentType: string, body: Buffer): Params {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (!boundary) throw badRequest('boundary is not found in the multipart request');
  const params: Params = {};
  const mark = Buffer.from(`--${boundary}`);
  let at = body.indexOf(mark);
  while (at >= 0) {
    const start = at + mark.length;
    const next = body.indexOf(mark, start);
    if (next < 0) break;
    const part = body.subarray(start + 2, next - 2);
    const split = part.indexOf('\r\n\r\n');
    if (split >= 0) {
      const head = part.subarray(0, split).toString('utf8');
      const content = part.subarray(split + 4);
      const name = /[; ]name="([^"]*)"/i.exec(head)?.[1];
      const filename = /filename\*?="?([^"\r\n]*)"?/i.exec(head)?.[1];
      if (name)
        params[name] = filename === undefined ? content.toString('utf8') : upload(filename, Buffer.from(content));
    }
    at = next;
  }
  return params;
}

const upload = (filename: string, bytes: Buffer): Upload => ({ upload: true, filename, bytes });

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
