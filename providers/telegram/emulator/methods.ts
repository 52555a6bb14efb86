import { isDeepStrictEqual } from 'node:util';
import type { Delivery } from './delivery.ts';
import { formatText, type Entity } from './formatting.ts';
import { takePhoto } from './images.ts';
import type { Journal } from './journal.ts';
import { checkMarkup, type Markup } from './keyboard.ts';
import type { Pacer } from './limits.ts';
import { badRequest, forbidden } from './refusal.ts';
import type { Params } from './spec.ts';
import type { Bot, Chat, Message, World } from './world.ts';

export type Played = { world: World; journal: Journal; delivery: Delivery; pacer: Pacer; callbackLifeMs: number };
export type Call = { bot: Bot; params: Params; gone: AbortSignal };
type Method = (played: Played, call: Call) => unknown;

const nowSeconds = () => Math.floor(Date.now() / 1000);

/** The methods that are played whole; parameters come checked against the specification. */
export const methods: Record<string, Method | undefined> = {
  getMe: (_, { bot }) => ({
    ...publicBot(bot),
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  }),

  sendMessage: (played, { bot, params }) => {
    const markup = takeMarkup(params);
    const { text, entities } = takeText(params);
    const chat = findChat(played.world, bot, params['chat_id']);
    played.pacer.take(bot.id, chat.id);
    return post(played, bot, chat, { text, ...(entities.length ? { entities } : {}) }, markup, params);
  },

  sendPhoto: async (played, { bot, params }) => {
    const markup = takeMarkup(params);
    const caption = takeCaption(params);
    const chat = findChat(played.world, bot, params['chat_id']);
    const photo = await takePhoto(played.world, bot, params['photo'], params);
    played.pacer.take(bot.id, chat.id);
    return post(played, bot, chat, { photo, ...caption }, markup, params);
  },

  editMessageText: (played, { bot, params }) => {
    const markup = takeMarkup(params);
    const { text, entities } = takeText(params);
    return edit(played, bot, params, (message) => {
      if (message.text === undefined) throw badRequest('there is no text in the message to edit');
      return { text, entities: entities.length ? entities : undefined, reply_markup: markup };
    });
  },

  editMessageCaption: (played, { bot, params }) => {
    const markup = takeMarkup(params);
    const caption = takeCaption(params);
    return edit(played, bot, params, (message) => {
      if (!message.photo) throw badRequest('there is no caption in the message to edit');
      return { caption: caption.caption, caption_entities: caption.caption_entities, reply_markup: markup };
    });
  },

  editMessageMedia: async (played, { bot, params }) => {
    const markup = takeMarkup(params);
    const media = params['media'] as { type: string; media: string; caption?: string; parse_mode?: string };
    if (media.type !== 'photo') throw badRequest(`Emulator: media of type ${media.type} is not played`);
    const caption = takeCaption(media);
    const photo = await takePhoto(played.world, bot, media.media, params);
    return edit(played, bot, params, () => ({
      photo,
      text: undefined,
      entities: undefined,
      caption: caption.caption,
      caption_entities: caption.caption_entities,
      reply_markup: markup,
    }));
  },

  editMessageReplyMarkup: (played, { bot, params }) => {
    const markup = takeMarkup(params);
    return edit(played, bot, params, () => ({ reply_markup: markup }));
  },

  deleteMessage: (played, { bot, params }) => {
    const chat = findChat(played.world, bot, params['chat_id']);
    const message = played.world.history(bot.id, chat.id).get(params['message_id'] as number);
    if (!message) throw badRequest('message to delete not found');
    if (nowSeconds() - message.date > 48 * 3600) throw badRequest("message can't be deleted for everyone");
    played.world.removeMessage(bot.id, chat.id, message.message_id);
    played.journal.emit({ kind: 'delete', botId: bot.id, userId: chat.id, message_id: message.message_id });
    return true;
  },

  answerCallbackQuery: (played, { bot, params }) => {
    const id = params['callback_query_id'] as string;
    const asked = played.world.callbacks.get(id);
    if (!asked || asked.botId !== bot.id || Date.now() - asked.at > played.callbackLifeMs) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    if (typeof params['text'] === 'string' && params['text'].length > 200) throw badRequest('MESSAGE_TOO_LONG');
    played.journal.emit({
      kind: 'answer',
      botId: bot.id,
      userId: asked.userId,
      callback_query_id: id,
      text: params['text'],
      show_alert: params['show_alert'] ?? false,
      url: params['url'],
    });
    return true;
  },

  sendChatAction: ({ world }, { bot, params }) => {
    const known = [
      'typing',
      'upload_photo',
      'record_video',
      'upload_video',
      'record_voice',
      'upload_voice',
      'upload_document',
      'choose_sticker',
      'find_location',
      'record_video_note',
      'upload_video_note',
    ];
    if (!known.includes(params['action'] as string)) throw badRequest('wrong parameter action in request');
    findChat(world, bot, params['chat_id']);
    return true;
  },

  getChat: ({ world }, { bot, params }) => {
    const chat = findChat(world, bot, params['chat_id'], 'reading');
    return {
      ...publicChat(world, chat),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
    };
  },

  getFile: ({ world }, { bot, params }) => {
    const file = world.files.get(params['file_id'] as string);
    if (!file || file.botId !== bot.id) throw badRequest('invalid file_id');
    return { file_id: file.file_id, file_unique_id: file.file_unique_id, file_size: file.size, file_path: file.path };
  },

  setMyCommands: ({ world, journal }, { bot, params }) => {
    const commands = params['commands'] as { command: string; description: string }[];
    if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
    for (const { command, description } of commands) {
      if (!/^[a-z0-9_]{1,32}$/.test(command.replace(/^\//, ''))) throw badRequest('BOT_COMMAND_INVALID');
      if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    }
    bot.commands[scopeKey(params)] = commands.map((c) => ({ ...c, command: c.command.replace(/^\//, '') }));
    world.saveBot(bot);
    journal.emit({ kind: 'state', botId: bot.id });
    return true;
  },
  getMyCommands: (_, { bot, params }) => bot.commands[scopeKey(params)] ?? [],
  deleteMyCommands: ({ world }, { bot, params }) => {
    delete bot.commands[scopeKey(params)];
    world.saveBot(bot);
    return true;
  },
  setMyDescription: ({ world }, { bot, params }) => {
    const text = (params['description'] as string | undefined) ?? '';
    if (text.length > 512) throw badRequest('BOT_DESCRIPTION_TOO_LONG');
    bot.description[(params['language_code'] as string | undefined) ?? ''] = text;
    world.saveBot(bot);
    return true;
  },
  setMyShortDescription: ({ world }, { bot, params }) => {
    const text = (params['short_description'] as string | undefined) ?? '';
    if (text.length > 120) throw badRequest('BOT_SHORT_DESCRIPTION_TOO_LONG');
    bot.shortDescription[(params['language_code'] as string | undefined) ?? ''] = text;
    world.saveBot(bot);
    return true;
  },

  setWebhook: ({ delivery }, { bot, params }) => {
    delivery.setWebhook(bot, params as Parameters<Delivery['setWebhook']>[1]);
    return true;
  },
  deleteWebhook: ({ delivery }, { bot, params }) => {
    delivery.setWebhook(bot, { url: '', drop_pending_updates: params['drop_pending_updates'] === true });
    return true;
  },
  getWebhookInfo: ({ world }, { bot }) => ({
    url: bot.webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: world.queue(bot.id).length,
    ...(bot.webhook ? { max_connections: bot.webhook.maxConnections } : {}),
    ...(bot.lastError ? { last_error_date: bot.lastError.date, last_error_message: bot.lastError.message } : {}),
    ...(bot.allowedUpdates ? { allowed_updates: bot.allowedUpdates } : {}),
  }),
  getUpdates: ({ delivery }, { bot, params, gone }) => delivery.getUpdates(bot, params, gone),
};

export const publicBot = (bot: Bot) => ({
  id: bot.id,
  is_bot: true,
  first_name: bot.first_name,
  username: bot.username,
});

export function publicChat(world: World, chat: Chat): Record<string, unknown> {
  if (chat.type !== 'private') return { id: chat.id, type: chat.type, title: chat.title ?? 'Group' };
  const user = world.users.get(chat.id);
  return {
    id: chat.id,
    type: 'private',
    first_name: user?.first_name ?? '',
    ...(user?.last_name ? { last_name: user.last_name } : {}),
    ...(user?.username ? { username: user.username } : {}),
  };
}

const scopeKey = (params: Params) =>
  `${JSON.stringify(params['scope'] ?? { type: 'default' })}/${(params['language_code'] as string | undefined) ?? ''}`;

function takeMarkup(params: Params): Markup | undefined {
  const markup = params['reply_markup'] as Markup | undefined;
  checkMarkup(markup);
  return markup;
}

function takeText(params: Params): { text: string; entities: Entity[] } {
  if (params['text'] === undefined) throw badRequest('message text is empty');
  const formatted = formatText(
    params['text'] as string,
    params['parse_mode'] as string | undefined,
    params['entities'] as Entity[] | undefined,
  );
  if (formatted.text === '') throw badRequest('message text is empty');
  if (formatted.text.length > 4096) throw badRequest('message is too long');
  return formatted;
}

function takeCaption(params: Params): { caption?: string; caption_entities?: Entity[] } {
  if (params['caption'] === undefined) return {};
  const formatted = formatText(
    params['caption'] as string,
    params['parse_mode'] as string | undefined,
    params['caption_entities'] as Entity[] | undefined,
  );
  if (formatted.text.length > 1024) throw badRequest('message caption is too long');
  if (formatted.text === '') return {};
  return { caption: formatted.text, ...(formatted.entities.length ? { caption_entities: formatted.entities } : {}) };
}

function findChat(world: World, bot: Bot, given: unknown, purpose: 'writing' | 'reading' = 'writing'): Chat {
  if (given === undefined || given === '') throw badRequest('chat_id is empty');
  const id = Number(given);
  const byName = typeof given === 'string' && given.startsWith('@');
  if (byName || !Number.isSafeInteger(id)) throw badRequest('chat not found');
  const chat = world.chat(bot.id, id);
  const usable = chat && (chat.type !== 'private' || chat.started);
  if (!usable) {
    if (world.users.has(id) && purpose === 'writing') throw forbidden("bot can't initiate conversation with a user");
    throw badRequest('chat not found');
  }
  if (chat.blocked && purpose === 'writing') {
    throw forbidden(chat.type === 'private' ? 'bot was blocked by the user' : 'bot was kicked from the group chat');
  }
  return chat;
}

function post(
  { world, journal }: Played,
  bot: Bot,
  chat: Chat,
  content: Partial<Message>,
  markup: Markup | undefined,
  params: Params,
): Message {
  const message: Message = {
    message_id: chat.nextMessageId,
    from: publicBot(bot),
    chat: publicChat(world, chat),
    date: nowSeconds(),
    ...content,
    ...(markup && 'inline_keyboard' in markup ? { reply_markup: markup } : {}),
    ...(params['protect_content'] === true ? { has_protected_content: true } : {}),
  };
  const replied = params['reply_parameters'] as
    { message_id: number; allow_sending_without_reply?: boolean } | undefined;
  if (replied && !replied.allow_sending_without_reply && !world.history(bot.id, chat.id).has(replied.message_id)) {
    throw badRequest('message to be replied not found');
  }
  chat.nextMessageId += 1;
  if (markup && 'keyboard' in markup) chat.replyKeyboard = markup;
  if (markup && 'remove_keyboard' in markup) chat.replyKeyboard = undefined;
  world.saveChat(chat);
  world.saveMessage(bot.id, chat.id, message);
  journal.emit({ kind: 'message', botId: bot.id, userId: chat.id, message_id: message.message_id });
  return message;
}

type Change = Partial<Pick<Message, 'text' | 'entities' | 'caption' | 'caption_entities' | 'photo' | 'reply_markup'>>;

function edit(played: Played, bot: Bot, params: Params, change: (message: Message) => Change): Message {
  const { world, journal } = played;
  if (params['chat_id'] === undefined) throw badRequest('chat_id is empty');
  if (params['message_id'] === undefined) throw badRequest('message identifier is not specified');
  const chat = findChat(world, bot, params['chat_id']);
  const message = world.history(bot.id, chat.id).get(params['message_id'] as number);
  if (!message) throw badRequest('message to edit not found');
  if (message.from['id'] !== bot.id) throw badRequest("message can't be edited");
  const changed = change(message);
  const same = Object.entries(changed).every(([name, value]) =>
    isDeepStrictEqual(withoutEmpty(message[name]), withoutEmpty(value)),
  );
  if (same) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  played.pacer.take(bot.id, chat.id);
  const edited: Message = { ...message, ...changed, edit_date: nowSeconds() };
  for (const [name, value] of Object.entries(changed)) if (withoutEmpty(value) === undefined) delete edited[name];
  world.saveMessage(bot.id, chat.id, edited);
  journal.emit({ kind: 'edit', botId: bot.id, userId: chat.id, message_id: edited.message_id });
  return edited;
}

/** An inline keyboard without rows is the same as none. */
function withoutEmpty(value: unknown): unknown {
  const rows = (value as { inline_keyboard?: unknown[] } | undefined)?.inline_keyboard;
  return rows && rows.length === 0 ? undefined : value;
}
