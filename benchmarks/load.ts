import { Agent, request } from 'node:http';
import { percentile } from './telegram.ts';

export type LoadResult = {
  requests: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
  /** How many answers came by status. */
  statuses: Record<string, number>;
};

/**
 * So many connections, each a loop that posts, waits for the answer and posts again, for `seconds`.
 * @param body of the request with this number, counted over all connections.
 */
export async function pressOn(input: {
  url: string;
  connections: number;
  seconds: number;
  body: (n: number) => string;
}): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: input.connections });
  const waits: number[] = [];
  const statuses: Record<string, number> = {};
  let sent = 0;
  const from = performance.now();
  const until = from + input.seconds * 1_000;
  const connection = async (): Promise<void> => {
    while (performance.now() < until) {
      const begun = performance.now();
      const status = await post(agent, input.url, input.body((sent += 1)));
      waits.push(performance.now() - begun);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: input.connections }, connection));
  const seconds = (performance.now() - from) / 1_000;
  agent.destroy();
  return {
    requests: waits.length,
    perSecond: Math.round(waits.length / seconds),
    p50Ms: tenths(percentile(waits, 0.5)),
    p99Ms: tenths(percentile(waits, 0.99)),
    maxMs: tenths(Math.max(...waits)),
    statuses,
  };
}

export const tenths = (value: number): number => Math.round(value * 10) / 10;
export const hundredths = (value: number): number => Math.round(value * 100) / 100;

function post(agent: Agent, url: string, body: string): Promise<number> {
  return new Promise((done, fail) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode ?? 0));
    });
    asked.on('error', fail);
    asked.end(body);
  });
}
