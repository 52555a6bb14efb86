import type { MessageClass } from '#domain/messages/classes.ts';

/**
 * The closed set of what a step can do to the business. A new kind is a line here and one file in
 * use-cases/effects/, where the compiler asks for it, and a line in `simulate.ts`.
 */
export type Effect =
  | {
      kind: 'send_message';
      /** Telegram's HTML where `format` says so, else text as it is. */
      text: string;
      format?: 'html' | undefined;
      buttons: readonly { id: string; label: string }[];
      class: Extract<MessageClass, 'service' | 'marketing'>;
      /** Not sent after this moment: ISO 8601. Filled in by the interpreter from the chain's settings. */
      expiresAt?: string | undefined;
      priority?: 'high' | 'normal' | 'low' | undefined;
      /** Free times that are found when it is sent, as buttons under it: a press books. Moments are ISO 8601. */
      slots?:
        | {
            count: number;
            /** The booking of the run is moved; else a new one is made. */
            moves: boolean;
            /** Null: what is booked, or was booked last. */
            serviceId: string | null;
            /** Null: anyone. */
            staffId: string | null;
            after: string;
            /** A press counts up to then. */
            until: string;
          }
        | undefined;
    }
  | { kind: 'add_tag'; tag: string }
  | { kind: 'remove_tag'; tag: string }
  /** `field`: a column of the contact, or `fields.<name>` of the owner's making; null takes the value away. */
  | { kind: 'change_contact'; field: string; value: string | number | boolean | null }
  | {
      kind: 'create_task';
      title: string;
      note: string;
      dueAt: string | null;
      role: 'owner' | 'manager' | 'master' | null;
    }
  | { kind: 'notify_staff'; text: string }
  | { kind: 'start_automation'; automationId: string; waits: boolean }
  /** `at` null: the nearest free time from `after` on. What comes of these three is said as `booking.tried`. */
  | { kind: 'book_visit'; serviceId: string | null; staffId: string | null; at: string | null; after: string }
  | { kind: 'move_booking'; at: string | null; after: string }
  | { kind: 'cancel_booking'; reason: string; offerTimes: boolean }
  | { kind: 'reach_goal'; goal: string }
  | { kind: 'answer_webhook'; status: number; body: string; contentType: string };

export type EffectKind = Effect['kind'];

/** What a step asks of somebody outside of our database; carried out by an activity between two moves. */
export type OutsideRequest = {
  kind: 'http';
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  /** `secret` names a secret of the business whose value is put in place of `{}` only when the call is made. */
  headers: readonly { name: string; value: string; secret?: string | undefined }[];
  body: string | null;
  timeoutSeconds: number;
  retries: number;
};

/** What came of it. `error` is a code; then `status` is 0 unless an answer came. */
export type OutsideAnswer = {
  key: string;
  ok: boolean;
  status: number;
  body: string;
  error: string | null;
};
