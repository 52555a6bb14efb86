import type { MessageClass } from '#domain/messages/classes.ts';

/**
 * The closed set of what a step can do to the business. A new kind is a line here and one file in
 * use-cases/effects/, where the compiler asks for it.
 */
export type Effect =
  | {
      kind: 'send_message';
      /** Telegram's HTML where `format` says so, else text as it is. */
      text: string;
      format?: 'html' | undefined;
      buttons: readonly { id: string; label: string }[];
      class: Extract<MessageClass, 'service' | 'marketing'>;
    }
  | { kind: 'add_tag'; tag: string };

export type EffectKind = Effect['kind'];
