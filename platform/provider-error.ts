/**
 * A service outside refused, failed or stayed silent. Carries no secrets.
 * `ambiguous`: no answer was seen, so what was asked may have happened.
 */
export class ProviderError extends Error {
  readonly service: string;
  readonly method: string;
  readonly status: number | undefined;
  readonly code: string;
  readonly retryable: boolean;
  readonly ambiguous: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(facts: {
    service: string;
    method: string;
    message: string;
    code: string;
    status?: number | undefined;
    retryable: boolean;
    ambiguous?: boolean | undefined;
    retryAfterSeconds?: number | undefined;
  }) {
    super(`${facts.service} ${facts.method}: ${facts.message}`);
    this.name = 'ProviderError';
    this.service = facts.service;
    this.method = facts.method;
    this.status = facts.status;
    this.code = facts.code;
    this.retryable = facts.retryable;
    this.ambiguous = facts.ambiguous ?? false;
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }
}
