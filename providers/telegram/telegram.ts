import { TelegramError, TelegramFile, type TelegramApi } from './port.ts';

export type TelegramApiOptions = { token: string; apiRoot?: string | undefined; timeoutMs?: number | undefined };
type Answer = {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number };
};

/** Telegram's Bot API over HTTP. The token stays out of every error. */
export function createTelegramApi({
  token,
  apiRoot = 'https://api.telegram.org',
  timeoutMs = 15_000,
}: TelegramApiOptions): TelegramApi {
  return {
    async call<Result>(method: string, params: Record<string, unknown> = {}, signal?: AbortSignal): Promise<Result> {
      const longPollMs = method === 'getUpdates' ? Number(params['timeout'] ?? 0) * 1000 : 0;
      const limit = AbortSignal.timeout(timeoutMs + longPollMs);
      let status: number | undefined;
      let answer: Answer;
      try {
        const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
          method: 'POST',
          ...encode(params),
          signal: signal ? AbortSignal.any([limit, signal]) : limit,
        });
        status = response.status;
        answer = (await response.json()) as Answer;
      } catch (error) {
        throw noAnswer(method, status, error);
      }
      if (answer.ok) return answer.result as Result;
      throw refused(method, answer, token);
    },
  };
}

function encode(params: Record<string, unknown>): { body: string | FormData; headers?: Record<string, string> } {
  if (!Object.values(params).some((value) => value instanceof TelegramFile)) {
    return { body: JSON.stringify(params), headers: { 'content-type': 'application/json' } };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null) continue;
    if (value instanceof TelegramFile) form.set(name, new Blob([new Uint8Array(value.bytes)]), value.filename);
    else form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return { body: form };
}

/** Refused connections never reached Telegram; everything else that stays unanswered may have happened. */
function noAnswer(method: string, status: number | undefined, error: unknown): TelegramError {
  const cause = (error as { cause?: { code?: string } }).cause?.code;
  const neverSent =
    cause !== undefined &&
    ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH', 'ENETUNREACH'].includes(
      cause,
    );
  const timedOut = error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError');
  return new TelegramError({
    method,
    status,
    code: neverSent ? 'unreachable' : timedOut ? 'timeout' : 'no_answer',
    retryable: true,
    ambiguous: !neverSent,
    blocked: false,
    message: neverSent ? 'the service cannot be reached' : timedOut ? 'no answer in time' : 'the answer was lost',
  });
}

function refused(method: string, answer: Answer, token: string): TelegramError {
  const status = answer.error_code ?? 0;
  const words = (answer.description ?? 'no description').replaceAll(token, '<token>');
  const retryAfterSeconds = answer.parameters?.retry_after;
  const serverFault = status >= 500;
  return new TelegramError({
    method,
    status,
    message: `${status} ${words}`,
    code: codeOf(status, words),
    retryAfterSeconds,
    retryable: status === 429 || (serverFault && status !== 501) || status === 409,
    ambiguous: serverFault && status !== 501,
    blocked: status === 403,
  });
}

const codes: [RegExp, string][] = [
  [/message is not modified/, 'not_modified'],
  [/message to (edit|delete) not found|message can't be (edited|deleted)/, 'message_gone'],
  [/query is too old/, 'query_too_old'],
  [/chat not found/, 'chat_not_found'],
  [/can't parse entities/, 'bad_markup'],
  [/bot was blocked/, 'blocked'],
  [/can't initiate conversation/, 'not_started'],
  [/user is deactivated/, 'deactivated'],
  [/was kicked/, 'kicked'],
  [/wrong file identifier/, 'bad_file_id'],
];

function codeOf(status: number, words: string): string {
  const found = codes.find(([pattern]) => pattern.test(words))?.[1];
  if (found) return found;
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 409) return 'conflict';
  if (status === 429) return 'too_many_requests';
  return status >= 500 ? 'server_error' : 'bad_request';
}
