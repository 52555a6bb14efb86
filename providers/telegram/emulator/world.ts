import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRecordFile } from '../../record-file.ts';
import type { Entity } from './formatting.ts';
import type { Markup } from './keyboard.ts';
import { personas, type Persona } from './personas.ts';

export type User = Omit<Persona, 'phone_number'> & {
  phone_number?: string | undefined;
  is_bot: false;
  is_premium?: boolean;
};
export type Bot = {
  id: number;
  token: string;
  first_name: string;
  username: string;
  commands: Record<string, { command: string; description: string }[]>;
  description: Record<string, string>;
  shortDescription: Record<string, string>;
  webhook?: { url: string; secret?: string | undefined; maxConnections: number } | undefined;
  allowedUpdates?: string[] | undefined;
  lastError?: { date: number; message: string } | undefined;
  nextUpdateId: number;
  revoked?: boolean;
};
export type PhotoSize = { file_id: string; file_unique_id: string; width: number; height: number; file_size: number };
export type Message = {
  message_id: number;
  from: Record<string, unknown>;
  chat: Record<string, unknown>;
  date: number;
  edit_date?: number;
  text?: string | undefined;
  entities?: Entity[] | undefined;
  caption?: string | undefined;
  caption_entities?: Entity[] | undefined;
  photo?: PhotoSize[] | undefined;
  contact?: { phone_number: string; first_name: string; last_name?: string | undefined; user_id?: number } | undefined;
  reply_markup?: Markup | undefined;
  [more: string]: unknown;
};
export type Chat = {
  botId: number;
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title?: string | undefined;
  started: boolean;
  blocked: boolean;
  nextMessageId: number;
  replyKeyboard?: Markup | undefined;
};
export type StoredFile = {
  file_id: string;
  file_unique_id: string;
  botId: number;
  path: string;
  width: number;
  height: number;
  size: number;
};
export type PendingUpdate = { update_id: number; body: Record<string, unknown>; chatKey: string; at: number };

const keptMessages = 300;

/** Everything that the emulator remembers, in memory and, when a path is given, in a file. */
export class World {
  readonly bots = new Map<number, Bot>();
  readonly users = new Map<number, User>();
  readonly chats = new Map<string, Chat>();
  readonly messages = new Map<string, Map<number, Message>>();
  readonly files = new Map<string, StoredFile>();
  readonly pending = new Map<number, PendingUpdate[]>();
  readonly callbacks = new Map<string, { botId: number; userId: number; at: number }>();
  private readonly bytes = new Map<string, Buffer>();
  private readonly records;
  private readonly filesDir: string | undefined;

  constructor(statePath: string | undefined) {
    this.records = openRecordFile(statePath);
    this.filesDir = statePath ? `${statePath}.files` : undefined;
    if (this.filesDir) mkdirSync(this.filesDir, { recursive: true });
    for (const [key, value] of this.records.load()) this.restore(key, value);
    for (const list of this.pending.values()) list.sort((a, b) => a.update_id - b.update_id);
    for (const [key, list] of this.messages) this.messages.set(key, new Map([...list].sort(([a], [b]) => a - b)));
    for (const persona of personas) if (!this.users.has(persona.id)) this.saveUser({ ...persona, is_bot: false });
  }

  /** A bot id belongs to the first token seen with it; another secret for it is unauthorized. */
  registerBot(token: string, names: { first_name?: string | undefined; username?: string | undefined } = {}): Bot {
    const id = Number(token.split(':')[0]);
    const known = this.bots.get(id);
    const bot: Bot = known ?? {
      id,
      token,
      first_name: 'Мыло и кедр',
      username: `takt_${id}_bot`,
      commands: {},
      description: {},
      shortDescription: {},
      nextUpdateId: 48_000,
    };
    bot.token = token;
    delete bot.revoked;
    if (names.first_name) bot.first_name = names.first_name;
    if (names.username) bot.username = names.username;
    this.bots.set(id, bot);
    this.saveBot(bot);
    return bot;
  }

  saveBot(bot: Bot): void {
    this.records.set(`bot:${bot.id}`, bot);
  }

  saveUser(user: User): void {
    this.users.set(user.id, user);
    this.records.set(`user:${user.id}`, user);
  }

  chat(botId: number, chatId: number): Chat | undefined {
    return this.chats.get(`${botId}:${chatId}`);
  }

  openChat(botId: number, chatId: number, about: { type: Chat['type']; title?: string | undefined }): Chat {
    const key = `${botId}:${chatId}`;
    let chat = this.chats.get(key);
    if (!chat) {
      chat = {
        botId,
        id: chatId,
        type: about.type,
        title: about.title,
        started: false,
        blocked: false,
        nextMessageId: 1,
      };
      this.chats.set(key, chat);
      this.saveChat(chat);
    }
    return chat;
  }

  saveChat(chat: Chat): void {
    this.records.set(`chat:${chat.botId}:${chat.id}`, chat);
  }

  history(botId: number, chatId: number): Map<number, Message> {
    const key = `${botId}:${chatId}`;
    let list = this.messages.get(key);
    if (!list) this.messages.set(key, (list = new Map()));
    return list;
  }

  saveMessage(botId: number, chatId: number, message: Message): void {
    const list = this.history(botId, chatId);
    list.set(message.message_id, message);
    this.records.set(`msg:${botId}:${chatId}:${message.message_id}`, message);
    if (list.size <= keptMessages) return;
    const oldest = list.keys().next().value!;
    this.removeMessage(botId, chatId, oldest);
  }

  removeMessage(botId: number, chatId: number, messageId: number): void {
    this.history(botId, chatId).delete(messageId);
    this.records.set(`msg:${botId}:${chatId}:${messageId}`, undefined);
  }

  saveFile(file: StoredFile, bytes: Buffer): void {
    this.files.set(file.file_id, file);
    this.records.set(`file:${file.file_id}`, file);
    if (this.filesDir) writeFileSync(join(this.filesDir, file.file_unique_id), bytes);
    else this.bytes.set(file.file_unique_id, bytes);
  }

  fileBytes(file: StoredFile): Buffer {
    return this.filesDir
      ? readFileSync(join(this.filesDir, file.file_unique_id))
      : this.bytes.get(file.file_unique_id)!;
  }

  queue(botId: number): PendingUpdate[] {
    let list = this.pending.get(botId);
    if (!list) this.pending.set(botId, (list = []));
    return list;
  }

  addPending(bot: Bot, update: PendingUpdate): void {
    this.queue(bot.id).push(update);
    this.records.set(`upd:${bot.id}:${update.update_id}`, update);
    this.saveBot(bot);
  }

  dropPending(botId: number, which: (update: PendingUpdate) => boolean): void {
    const kept: PendingUpdate[] = [];
    for (const update of this.queue(botId)) {
      if (which(update)) this.records.set(`upd:${botId}:${update.update_id}`, undefined);
      else kept.push(update);
    }
    this.pending.set(botId, kept);
  }

  rememberCallback(id: string, botId: number, userId: number): void {
    const callback = { botId, userId, at: Date.now() };
    this.callbacks.set(id, callback);
    this.records.set(`cb:${id}`, callback);
    if (this.callbacks.size <= 5000) return;
    const oldest = this.callbacks.keys().next().value!;
    this.callbacks.delete(oldest);
    this.records.set(`cb:${oldest}`, undefined);
  }

  remember(key: string, value: unknown): void {
    this.records.set(`own:${key}`, value);
    this.own.set(key, value);
  }
  readonly own = new Map<string, unknown>();

  flush(): void {
    this.records.flush();
  }

  close(): void {
    this.records.close();
  }

  private restore(key: string, value: unknown): void {
    const [kind, a, b] = key.split(':') as [string, string, string];
    if (kind === 'bot') this.bots.set(Number(a), value as Bot);
    else if (kind === 'user') this.users.set(Number(a), value as User);
    else if (kind === 'chat') this.chats.set(`${a}:${b}`, value as Chat);
    else if (kind === 'msg') this.history(Number(a), Number(b)).set((value as Message).message_id, value as Message);
    else if (kind === 'file') this.files.set(a, value as StoredFile);
    else if (kind === 'upd') this.queue(Number(a)).push(value as PendingUpdate);
    else if (kind === 'cb') this.callbacks.set(a, value as { botId: number; userId: number; at: number });
    else if (kind === 'own') this.own.set(a, value);
  }
}
