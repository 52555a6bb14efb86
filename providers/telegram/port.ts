import { ProviderError } from '#platform/provider-error.ts';

/** Bytes that go to Telegram as a file of their own. */
export class TelegramFile {
  readonly bytes: Uint8Array;
  readonly filename: string;

  constructor(bytes: Uint8Array, filename: string) {
    this.bytes = bytes;
    this.filename = filename;
  }
}

export type TelegramApi = {
  /**
   * Calls one Bot API method and returns its `result`. A `TelegramFile` among the top-level parameters is uploaded.
   * @throws TelegramError
   */
  call<Result = unknown>(method: string, params?: Record<string, unknown>, signal?: AbortSignal): Promise<Result>;
};

/** `blocked`: nothing will reach this chat until its person comes back (blocked, never started, deactivated, kicked). */
export class TelegramError extends ProviderError {
  readonly blocked: boolean;

  constructor(facts: Omit<ConstructorParameters<typeof ProviderError>[0], 'service'> & { blocked: boolean }) {
    super({ ...facts, service: 'telegram' });
    this.name = 'TelegramError';
    this.blocked = facts.blocked;
  }
}

/** The file id of the largest picture of a sent photo. */
export function photoFileId(message: unknown): string | undefined {
  return (message as { photo?: { file_id: string }[] } | undefined)?.photo?.at(-1)?.file_id;
}
