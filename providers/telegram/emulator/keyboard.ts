import { badRequest } from './refusal.ts';

export type InlineButton = Record<string, unknown> & { text: string; callback_data?: string; url?: string };
export type ReplyButton = { text: string; request_contact?: boolean };
export type Markup =
  | { inline_keyboard: InlineButton[][] }
  | {
      keyboard: (ReplyButton | string)[][];
      one_time_keyboard?: boolean;
      resize_keyboard?: boolean;
      input_field_placeholder?: string;
    }
  | { remove_keyboard: true }
  | { force_reply: true };

const actions = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];

/** The rules of buttons that types cannot say. @throws Refusal */
export function checkMarkup(markup: Markup | undefined): void {
  if (!markup) return;
  if ('inline_keyboard' in markup) {
    const buttons = markup.inline_keyboard.flat();
    if (buttons.length > 100) throw badRequest('reply markup is too long');
    for (const button of buttons) checkInline(button);
    return;
  }
  if (!('keyboard' in markup)) return;
  if (markup.keyboard.length === 0) throw badRequest("can't parse reply keyboard markup: keyboard must be non-empty");
  for (const button of markup.keyboard.flat()) {
    const text = typeof button === 'string' ? button : button.text;
    if (text.trim() === '') throw badRequest('keyboard button text must be non-empty');
  }
}

function checkInline(button: InlineButton): void {
  if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  const given = actions.filter((action) => button[action] !== undefined);
  if (given.length === 0) {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (given.length > 1) throw badRequest("can't parse inline keyboard button: exactly one action is allowed");
  if (button.callback_data !== undefined) {
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
  }
  if (button.url !== undefined && !/^(https?:\/\/[^\s/]+|tg:\/\/\S+|ton:\/\/\S+)/i.test(button.url)) {
    throw badRequest(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`);
  }
  const app = button['web_app'] as { url: string } | undefined;
  if (app && !app.url.startsWith('https://')) {
    throw badRequest(`inline keyboard button Web App URL '${app.url}' is invalid: Only HTTPS links are allowed`);
  }
}
