import { exchange, type Exchanged } from './exchange.ts';
import { judgedHeaders } from './header-rules.ts';
import { HttpTrouble, type HttpAnswer, type HttpCall, type HttpDoor } from './port.ts';
import { nextHop, type Hop } from './redirect.ts';
import { judgedAddresses, systemLookup, type Lookup } from './resolve.ts';
import { judgedUrl } from './url-rules.ts';

export type GuardedHttpOptions = {
  /** `host:port` that may be reached though it is private. For tests and the emulator only. */
  allowHosts?: readonly string[];
  /** 256 kB unless said otherwise. */
  maxAnswerBytes?: number;
  /** 3 unless said otherwise. */
  maxRedirects?: number;
  /** Tests only: who knows the addresses of names. */
  lookup?: Lookup;
  /** Tests only: PEM of who is trusted instead of the well-known authorities. */
  certificateAuthority?: string;
};

type Rules = {
  allowHosts: ReadonlySet<string>;
  maxAnswerBytes: number;
  maxRedirects: number;
  lookup: Lookup;
  certificateAuthority: string | undefined;
};

/** The only way from an automation to the outside. What it refuses and why: README.md. */
export function guardedHttp(options: GuardedHttpOptions = {}): HttpDoor {
  const rules: Rules = {
    allowHosts: new Set(options.allowHosts),
    maxAnswerBytes: options.maxAnswerBytes ?? 256 * 1024,
    maxRedirects: options.maxRedirects ?? 3,
    lookup: options.lookup ?? systemLookup,
    certificateAuthority: options.certificateAuthority,
  };
  return {
    async call(call) {
      const startedAt = performance.now();
      const url = judgedUrl(call.url, rules.allowHosts);
      const first: Hop = { method: call.method, url, headers: judgedHeaders(call.headers), body: call.body };
      const limit = limitOf(call, url.host);
      const progress = { sent: false };
      try {
        const { status, headers, body } = await followed(first, call, { ...rules, progress, signal: limit.signal });
        return { status, headers, body, ms: Math.round(performance.now() - startedAt) } satisfies HttpAnswer;
      } catch (error) {
        throw error instanceof HttpTrouble ? new HttpTrouble(error.code, { ...error.facts, ...progress }) : error;
      } finally {
        limit.release();
      }
    },
  };
}

type RunningRules = Rules & { progress: { sent: boolean }; signal: AbortSignal };

async function followed(first: Hop, call: HttpCall, rules: RunningRules): Promise<Exchanged> {
  let hop = first;
  for (let redirects = 0; ; redirects += 1) {
    const addresses = await judgedAddresses(hop.url, rules);
    const answer = await exchange(hop, { ...rules, addresses });
    const { status, location } = answer;
    if (location === undefined) return answer;
    if (redirects >= rules.maxRedirects)
      throw new HttpTrouble('too_many_redirects', { host: hop.url.host, status, maxRedirects: rules.maxRedirects });
    hop = nextHop(hop, { status, location }, { ...rules, secretHeaders: call.secretHeaders ?? [] });
  }
}

/** One signal for both ways to end a call early; its reason is the trouble to throw. */
function limitOf(call: HttpCall, host: string): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort(new HttpTrouble('aborted', { host }));
  const timer = setTimeout(
    () => controller.abort(new HttpTrouble('timeout', { host, timeoutMs: call.timeoutMs })),
    call.timeoutMs,
  );
  if (call.signal?.aborted) abort();
  call.signal?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer);
      call.signal?.removeEventListener('abort', abort);
    },
  };
}
