import { randomInt } from 'node:crypto';
import type { Delivery } from './delivery.ts';
import type { Entity } from './formatting.ts';
import type { Journal } from './journal.ts';
import { publicBot, publicChat } from './methods.ts';
import type { Bot, Chat, Message, User, World } from './world.ts';

type Dict = Record<string, unknown>;

/** What people do with their phones: each deed changes the world and becomes an update for the bot. */
export function createPeople(world: World, journal: Journal, delivery: Delivery) {
  /** Users, chats, history and callback ids that a raw update speaks of; then it is delivered. */
  function takeUpdate(bot: Bot, update: Dict): number {
    const { update_id: _ignored, ...body } = update;
    const kind = Object.keys(body)[0] ?? '';
    const content = body[kind] as Dict;
    const sender = content?.['from'] as User | undefined;
    if (sender?.id !== undefined) learnUser(sender);
    const message = (kind === 'callback_query' ? content['message'] : content) as Dict | undefined;
    const chatGiven = message?.['chat'] as { id: number; type: Chat['type']; title?: string } | undefined;
    const chatId = chatGiven?.id ?? sender?.id;
    if (chatGiven) {
      const chat = world.openChat(bot.id, chatGiven.id, chatGiven);
      if (kind === 'message' || kind === 'callback_query') {
        chat.started = true;
        chat.blocked = false;
        world.saveChat(chat);
      }
      if (kind === 'message') addToHistory(bot, chat, content as Message);
      if (kind === 'my_chat_member')
        applyMembership(chat, (content['new_chat_member'] as { status?: string } | undefined)?.status);
    }
    if (kind === 'callback_query') world.rememberCallback(String(content['id']), bot.id, sender?.id ?? 0);
    return delivery.deliver(bot, body, String(chatId ?? 'all'));
  }

  function learnUser(sender: User): void {
    const known = world.users.get(sender.id);
    if (known && known.first_name === sender.first_name && known.username === sender.username) return;
    world.saveUser({ phone_number: phoneFor(sender.id), ...known, ...sender, is_bot: false });
  }

  function addToHistory(bot: Bot, chat: Chat, message: Message): void {
    const taken = world.history(bot.id, chat.id).has(message.message_id);
    const id = typeof message.message_id === 'number' && !taken ? message.message_id : chat.nextMessageId;
    chat.nextMessageId = Math.max(chat.nextMessageId, id + 1);
    world.saveChat(chat);
    world.saveMessage(bot.id, chat.id, { ...message, message_id: id });
    journal.emit({ kind: 'message', botId: bot.id, userId: chat.id, message_id: id });
  }

  function applyMembership(chat: Chat, status: string | undefined): void {
    chat.blocked = status === 'kicked' || status === 'left';
    world.saveChat(chat);
  }

  const openPrivate = (bot: Bot, user: User) => world.openChat(bot.id, user.id, { type: 'private' });

  return {
    takeUpdate,

    say(
      bot: Bot,
      user: User,
      said: { text?: string | undefined; contact?: boolean | undefined },
    ): { update_id: number; message_id: number } {
      const chat = openPrivate(bot, user);
      const id = chat.nextMessageId;
      const { text } = said;
      const content: Partial<Message> = said.contact
        ? {
            contact: {
              phone_number: user.phone_number ?? phoneFor(user.id),
              first_name: user.first_name,
              ...(user.last_name ? { last_name: user.last_name } : {}),
              user_id: user.id,
            },
          }
        : { text: text!, ...entitiesOf(text!) };
      const keyboard = chat.replyKeyboard;
      if (keyboard && 'keyboard' in keyboard && keyboard.one_time_keyboard) chat.replyKeyboard = undefined;
      const message = {
        message_id: id,
        from: publicUser(user),
        chat: publicChat(world, chat),
        date: Math.floor(Date.now() / 1000),
        ...content,
      };
      return { update_id: takeUpdate(bot, { message }), message_id: id };
    },

    press(
      bot: Bot,
      user: User,
      pressed: { message: Message; data: string },
    ): { update_id: number; callback_query_id: string } {
      const id = `${user.id}${randomInt(1e11, 2e11)}`;
      const update_id = takeUpdate(bot, {
        callback_query: {
          id,
          from: publicUser(user),
          message: pressed.message,
          chat_instance: String(user.id * 7919),
          data: pressed.data,
        },
      });
      return { update_id, callback_query_id: id };
    },

    block(bot: Bot, user: User, blocked: boolean): void {
      const chat = openPrivate(bot, user);
      if (chat.blocked === blocked) return;
      const member = (status: string) => ({
        user: publicBot(bot),
        status,
        ...(status === 'kicked' ? { until_date: 0 } : {}),
      });
      takeUpdate(bot, {
        my_chat_member: {
          chat: publicChat(world, chat),
          from: publicUser(user),
          date: Math.floor(Date.now() / 1000),
          old_chat_member: member(blocked ? 'member' : 'kicked'),
          new_chat_member: member(blocked ? 'kicked' : 'member'),
        },
      });
      journal.emit({ kind: 'state', botId: bot.id, userId: user.id, blocked });
    },

    clear(bot: Bot, user: User): void {
      const chat = openPrivate(bot, user);
      for (const id of [...world.history(bot.id, user.id).keys()]) world.removeMessage(bot.id, user.id, id);
      chat.replyKeyboard = undefined;
      world.saveChat(chat);
      journal.emit({ kind: 'state', botId: bot.id, userId: user.id, cleared: true });
    },
  };
}
export type People = ReturnType<typeof createPeople>;

export function publicUser(user: User): Dict {
  return {
    id: user.id,
    is_bot: false,
    first_name: user.first_name,
    ...(user.last_name ? { last_name: user.last_name } : {}),
    ...(user.username ? { username: user.username } : {}),
    ...(user.language_code ? { language_code: user.language_code } : {}),
  };
}

export const phoneFor = (userId: number) => `+7900${String(userId % 10_000_000).padStart(7, '0')}`;

function entitiesOf(text: string): { entities?: Entity[] } {
  const entities = [...text.matchAll(/(?<![\w/])\/[a-z0-9_]{1,32}(?:@\w+)?(?![\w/])/gi)].map((m) => ({
    type: 'bot_command',
    offset: m.index,
    length: m[0].length,
  }));
  return entities.length ? { entities } : {};
}
