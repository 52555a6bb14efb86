/** A rule of the business said no. `code` has words in ru and en in texts/ (`error.<code>`), `facts` fill them. */
export class BusinessError extends Error {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: string, facts: Record<string, unknown> = {}) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.name = 'BusinessError';
    this.code = code;
    this.facts = facts;
  }
}
