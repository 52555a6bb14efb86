/** What Telegram answers instead of a result. `description` is Telegram's own wording, prefix included. */
export class Refusal extends Error {
  readonly errorCode: number;
  readonly parameters: { retry_after?: number; migrate_to_chat_id?: number } | undefined;

  constructor(errorCode: number, description: string, parameters?: { retry_after?: number }) {
    super(description);
    this.errorCode = errorCode;
    this.parameters = parameters;
  }

  body() {
    return {
      ok: false,
      error_code: this.errorCode,
      description: this.message,
      ...(this.parameters ? { parameters: this.parameters } : {}),
    };
  }
}

export const badRequest = (words: string) => new Refusal(400, `Bad Request: ${words}`);
export const forbidden = (words: string) => new Refusal(403, `Forbidden: ${words}`);
export const conflict = (words: string) => new Refusal(409, `Conflict: ${words}`);
export const tooManyRequests = (seconds: number) =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
