import type { Message } from 'grammy/types';
import { isAsked } from '#use-cases/automations/is-asked.ts';
import { receiveText } from '#use-cases/messages/receive-text.ts';
import { pressAutomationButton } from '#use-cases/automations/press-button.ts';
import type { BotContext } from './context.ts';
import { words } from './screens/screen.ts';
import { attempt, readerOf, sayWithMenu, toast } from './show.ts';

const NOTICE_MS = 10 * 60_000;

/** What no screen waits for: into the inbox of the people, who answer from the web app. */
export async function passOn(ctx: BotContext, message: Message): Promise<void> {
  const { takt } = ctx;
  const reader = readerOf(ctx);
  const text = message.text?.trim();
  const caption = message.caption?.trim();
  const marker = words(reader, 'free_text.marker', { kind: words(reader, `free_text.kind_${kindOf(message)}`) });
  const body = text ? text : [marker, caption].filter(Boolean).join(' ');
  const asked = text !== undefined && (await isAsked(takt.tx, takt.contact.id));
  await receiveText(takt.tx, {
    contactId: takt.contact.id,
    botId: takt.botId,
    updateId: takt.updateId,
    text: body,
    answers: asked,
  });
  // An automation asked, and answers itself.
  if (asked) return;
  if (!text) return sayWithMenu(ctx, words(reader, 'free_text.not_text'));
  const last = takt.dialogue.noticedAt;
  if (last !== null && takt.tx.now.getTime() - Date.parse(last) < NOTICE_MS) return;
  takt.dialogue = { ...takt.dialogue, noticedAt: takt.tx.now.toISOString() };
  await sayWithMenu(ctx, words(reader, 'free_text.passed'));
}

/** A button under a message of an automation. */
export async function pressOfAutomation(ctx: BotContext, press: { messageId: string; button: string }): Promise<void> {
  const { tx, contact } = ctx.takt;
  const reader = readerOf(ctx);
  const pressed = await attempt(ctx, () => pressAutomationButton(tx, { ...press, contactId: contact.id }), {
    undo: true,
  });
  if (!pressed.ok) {
    const key = pressed.refusal.code === 'button_not_yours' ? 'button.not_yours' : 'button.unknown';
    return toast(ctx, words(reader, key), { alert: true });
  }
  const { label, again } = pressed.value;
  await toast(ctx, words(reader, again ? 'button.pressed_again' : 'button.pressed', { label }));
}

function kindOf(message: Message) {
  if (message.photo) return 'photo';
  if (message.sticker) return 'sticker';
  if (message.voice || message.audio) return 'voice';
  if (message.video || message.video_note || message.animation) return 'video';
  if (message.document) return 'document';
  if (message.location || message.venue) return 'location';
  if (message.contact) return 'contact';
  return 'other';
}
