import { pause } from './product.ts';

export type ChatButton = { text: string; callback_data?: string; url?: string };
export type ChatMessage = {
  message_id: number;
  from: 'bot' | 'user';
  text?: string;
  caption?: string;
  inline_keyboard?: ChatButton[][];
};
export type Chat = { messages: ChatMessage[]; reply_keyboard?: { keyboard: { request_contact?: boolean }[][] } };
export type SentRequest = {
  n: number;
  at: string;
  method: string;
  params: Record<string, unknown>;
  status: number;
  description?: string;
};

export type Phones = ReturnType<typeof openPhones>;

/** People's phones, through the control API of the Bot API emulator. A refused connection is tried again. */
export function openPhones(url: string) {
  const changes = new Map<number, Set<() => void>>();
  const closing = new AbortController();
  void listen();

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    for (;;) {
      const answer = await fetch(`${url}${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      }).catch(() => undefined);
      if (answer?.ok) return (await answer.json()) as T;
      if (answer && answer.status < 500) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      await pause(200);
    }
  }

  /** The emulator tells what changes, so that a hundred phones need not be polled. */
  async function listen(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        const answer = await fetch(`${url}/emulator/events`, { signal: closing.signal });
        const decoder = new TextDecoder();
        let text = '';
        for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
          text += decoder.decode(chunk, { stream: true });
          const parts = text.split('\n\n');
          text = parts.pop() ?? '';
          for (const part of parts) {
            if (!part.startsWith('data: ')) continue;
            const { userId } = JSON.parse(part.slice(6)) as { userId?: number };
            if (userId !== undefined) for (const wake of changes.get(userId) ?? []) wake();
          }
        }
      } catch {
        await pause(200);
      }
    }
  }

  return {
    newPerson: (person: { first_name: string; language_code: string }) =>
      call<{ id: number }>('POST', '/emulator/users', person).then((user) => user.id),
    chat: (userId: number) => call<Chat>('GET', `/emulator/chats/${userId}`),
    send: (userId: number, said: { text: string } | { contact: true }) =>
      call('POST', `/emulator/chats/${userId}/send`, said),
    press: (userId: number, messageId: number, data: string) =>
      call('POST', `/emulator/chats/${userId}/press`, { message_id: messageId, data }),
    faults: (change: Record<string, unknown>) => call('PUT', '/emulator/faults', change),
    requests: (after = 0) => call<SentRequest[]>('GET', `/emulator/requests?after=${after}`),
    /** The next change in a chat, or a second: an event that was missed while the stream was down costs no more. */
    changed(userId: number): Promise<void> {
      return new Promise((done) => {
        const set = changes.get(userId) ?? new Set();
        changes.set(userId, set);
        const wake = (): void => {
          clearTimeout(timer);
          set.delete(wake);
          done();
        };
        const timer = setTimeout(wake, 1_500);
        set.add(wake);
      });
    },
    close: () => closing.abort(),
  };
}

/** The newest message of the bot with a button whose data begins like this. */
export function findButton(chat: Chat, data: string): { messageId: number; data: string } | undefined {
  for (const message of [...chat.messages].reverse()) {
    const found = (message.inline_keyboard ?? []).flat().find((button) => button.callback_data?.startsWith(data));
    if (message.from === 'bot' && found?.callback_data)
      return { messageId: message.message_id, data: found.callback_data };
  }
  return undefined;
}

/** The first group of the newest text of the bot that matches. */
export function findText(chat: Chat, pattern: RegExp): RegExpExecArray | undefined {
  for (const message of [...chat.messages].reverse()) {
    const found = message.from === 'bot' ? pattern.exec(message.text ?? message.caption ?? '') : null;
    if (found) return found;
  }
  return undefined;
}

/** Links to the cashier, oldest first. */
export function paymentLinks(chat: Chat): string[] {
  const urls = chat.messages.flatMap((message) => (message.inline_keyboard ?? []).flat()).map((button) => button.url);
  return [...new Set(urls.map((url) => /\/pay\/([\w-]+)/.exec(url ?? '')?.[1]).filter((id) => id !== undefined))];
}
