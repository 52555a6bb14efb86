import { send } from '../../api.ts';

/** The Bot API emulator's side for people, as its README describes it. Nothing else of ours is asked on this page. */
export type Persona = {
  id: number;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
  phone_number?: string;
  note?: string;
  blocked: boolean;
  started: boolean;
};
export type Faults = {
  deliverTwice: boolean;
  loseAnswersEvery: number;
  tooManyRequests: { retryAfterSeconds: number; times: number } | null;
  slowMs: number;
  failEvery: number;
};
export type State = {
  bot: {
    id: number;
    username: string;
    first_name: string;
    commands: { command: string; description: string }[];
    commandsByScope?: { scope: string; commands: { command: string; description: string }[] }[];
  };
  /** Every bot that one can talk to. */
  bots: { id: number; username: string; first_name: string }[];
  users: Persona[];
  faults: Faults;
  lastRequest: number;
};
export type Entity = { type: string; offset: number; length: number; url?: string };
export type InlineButton = { text: string; callback_data?: string; url?: string };
export type ReplyButton = { text: string; request_contact?: boolean };
export type ChatMessage = {
  message_id: number;
  from: 'bot' | 'user';
  date: number;
  text?: string;
  caption?: string;
  entities?: Entity[];
  photo?: { file_id: string; url: string; width?: number; height?: number };
  contact?: { phone_number: string; first_name: string };
  inline_keyboard?: InlineButton[][];
  edited?: boolean;
};
export type ReplyKeyboard = { keyboard: (ReplyButton | string)[][]; input_field_placeholder?: string };
export type Chat = { messages: ChatMessage[]; reply_keyboard?: ReplyKeyboard; blocked: boolean; started: boolean };
export type BotRequest = {
  n: number;
  at: string;
  method: string;
  params: Record<string, unknown>;
  status: number;
  ms: number;
  description?: string;
};
export type EmulatorEvent =
  | { kind: 'message' | 'edit' | 'delete'; userId: number; message_id: number }
  | { kind: 'answer'; userId: number; callback_query_id: string; text?: string; show_alert: boolean; url?: string }
  | ({ kind: 'request' } & BotRequest)
  | { kind: 'update'; update_id: number; twice: boolean; update: Record<string, unknown> }
  | { kind: 'state'; userId?: number };

export const personaName = (persona: Persona): string =>
  [persona.first_name, persona.last_name].filter(Boolean).join(' ');

/** The emulator as one of its bots sees it; without a name, as the bot that was there first. */
export function emulatorOf(bot: string | undefined) {
  const named = bot === undefined ? '' : `bot=${encodeURIComponent(bot)}`;
  const of = (path: string) => `/emulator/${path}${named && `${path.includes('?') ? '&' : '?'}${named}`}`;
  return {
    state: () => send<State>('GET', of('state')),
    chat: (userId: number) => send<Chat>('GET', of(`chats/${userId}`)),
    requests: (after: number) => send<BotRequest[]>('GET', of(`requests?after=${after}`)),
    say: (userId: number, said: { text: string } | { contact: true }) =>
      send<unknown>('POST', of(`chats/${userId}/send`), said),
    press: (userId: number, pressed: { message_id: number; data: string }) =>
      send<{ callback_query_id: string }>('POST', of(`chats/${userId}/press`), pressed),
    block: (userId: number, blocked: boolean) => send<unknown>('POST', of(`chats/${userId}/block`), { blocked }),
    clear: (userId: number) => send<unknown>('POST', of(`chats/${userId}/clear`)),
    add: (persona: { first_name: string; last_name?: string; language_code: string }) =>
      send<Persona>('POST', of('users'), persona),
    faults: (change: Partial<Faults>) => send<Faults>('PUT', of('faults'), change),
    events: () => new EventSource(of('events')),
  };
}
export type Emulator = ReturnType<typeof emulatorOf>;
