import type { ServerResponse } from 'node:http';
import { isUpload } from './spec.ts';

export type RequestRecord = {
  n: number;
  at: string;
  token: string;
  method: string;
  params: Record<string, unknown>;
  /** HTTP status of the answer; 0 = the answer was lost on purpose. */
  status: number;
  ms: number;
  description?: string | undefined;
};
export type EmulatorEvent = {
  kind: 'message' | 'edit' | 'delete' | 'answer' | 'request' | 'update' | 'state';
  botId: number;
} & Record<string, unknown>;

const kept = 20_000;

/** What the bots asked (a ring) and what happened (a stream for whoever watches). */
export function createJournal(startAt: number) {
  let ring: RequestRecord[] = [];
  let n = startAt;
  const watchers = new Map<ServerResponse, number | undefined>();
  const listeners = new Set<(event: EmulatorEvent) => void>();
  const emit = (event: EmulatorEvent) => {
    for (const listener of listeners) listener(event);
    if (watchers.size === 0) return;
    const text = `data: ${JSON.stringify(event)}\n\n`;
    for (const [response, botId] of watchers) if (botId === undefined || botId === event.botId) response.write(text);
  };
  return {
    get lastN() {
      return n;
    },
    record(botId: number, request: Omit<RequestRecord, 'n' | 'params'> & { params: Record<string, unknown> }): void {
      n += 1;
      const record = { n, ...request, params: shown(request.params) };
      ring.push(record);
      if (ring.length > kept + 1000) ring = ring.slice(-kept);
      if (watchers.size > 0 || listeners.size > 0) emit({ kind: 'request', botId, ...record });
    },
    since(after: number, limit: number): RequestRecord[] {
      const first = ring[0]?.n ?? 0;
      const from = Math.max(0, after - first + 1);
      return ring.slice(Math.max(from, ring.length - kept), from + limit);
    },
    emit,
    listen(listener: (event: EmulatorEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch(response: ServerResponse, botId: number | undefined): void {
      watchers.set(response, botId);
      response.on('close', () => watchers.delete(response));
    },
    close(): void {
      for (const response of watchers.keys()) response.end();
    },
  };
}
export type Journal = ReturnType<typeof createJournal>;

function shown(params: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(params)) {
    result[name] = isUpload(value) ? { upload: value.filename, size: value.bytes.length } : value;
  }
  return result;
}
