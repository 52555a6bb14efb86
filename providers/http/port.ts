/**
 * One call of an automation to somebody else's server. `headers`: names in any case, no hop-by-hop names.
 * `secretHeaders`: names that must not follow a redirect to another host, besides Authorization, Cookie and
 * those whose name gives them away. `timeoutMs` covers everything: name, connection, redirects, reading.
 */
export type HttpCall = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers: Readonly<Record<string, string>>;
  secretHeaders?: readonly string[] | undefined;
  body?: string | undefined;
  timeoutMs: number;
  signal?: AbortSignal | undefined;
};

/** Any status is an answer, 500 too. Header names are in lower case; `ms` is the time of the whole call. */
export type HttpAnswer = { status: number; headers: Readonly<Record<string, string>>; body: string; ms: number };

const kindOf = {
  url_invalid: 'refused',
  protocol_refused: 'refused',
  address_private: 'refused',
  port_refused: 'refused',
  credentials_in_url: 'refused',
  too_many_redirects: 'refused',
  answer_too_large: 'refused',
  header_refused: 'refused',
  timeout: 'failed',
  connection_failed: 'failed',
  name_unknown: 'failed',
  aborted: 'failed',
} as const;
export type HttpTroubleCode = keyof typeof kindOf;

/**
 * `refused`: the call was not made, or cut off, by a rule of ours; asking again changes nothing.
 * `failed`: the network; may be tried again. `facts` hold host, status, sizes, `networkCode` and, once the call was
 * under way, `sent`: whether somebody may have read the request, so that it may have been obeyed. Never a path,
 * a header's value or a body: they carry keys.
 */
export class HttpTrouble extends Error {
  override readonly name = 'HttpTrouble';
  readonly kind: 'refused' | 'failed';
  readonly code: HttpTroubleCode;
  readonly facts: Record<string, unknown>;

  constructor(code: HttpTroubleCode, facts: Record<string, unknown> = {}) {
    super(`http call: ${code}`);
    this.kind = kindOf[code];
    this.code = code;
    this.facts = facts;
  }
}

export interface HttpDoor {
  /** Throws `HttpTrouble` and nothing else. */
  call(call: HttpCall): Promise<HttpAnswer>;
}
