/**
 * What a message is for. It decides who may stop it, what goes first, and what happens when nobody knows
 * whether it arrived (Telegram has no idempotency key).
 */
export type MessageClass = 'screen' | 'receipt' | 'reply' | 'staff' | 'service' | 'marketing';

export type MessageState = 'queued' | 'reserved' | 'sent' | 'failed' | 'in_doubt' | 'withdrawn' | 'expired';

type Rule = {
  /** Lower goes first: answers before reminders before marketing. */
  priority: number;
  /** In doubt, send again rather than risk silence, or stay silent rather than repeat. */
  inDoubt: 'never_zero' | 'never_twice';
  /** What a contact's word stops: nothing (an answer, a receipt), `/stop`, or missing consent as well. */
  heeds: 'nothing' | 'stop' | 'consent';
};

export const messageClasses: Readonly<Record<MessageClass, Rule>> = {
  screen: { priority: 1, inDoubt: 'never_zero', heeds: 'nothing' },
  reply: { priority: 1, inDoubt: 'never_zero', heeds: 'nothing' },
  receipt: { priority: 2, inDoubt: 'never_zero', heeds: 'nothing' },
  staff: { priority: 3, inDoubt: 'never_zero', heeds: 'nothing' },
  service: { priority: 4, inDoubt: 'never_twice', heeds: 'stop' },
  marketing: { priority: 5, inDoubt: 'never_twice', heeds: 'consent' },
};

/** Whether a message of this class may go to a contact now, and the reason when not. */
export function mayReceive(
  messageClass: MessageClass,
  contact: { stoppedAt?: Date | null | undefined; marketingConsent?: boolean | null | undefined } | null,
): { allowed: true } | { allowed: false; reason: 'stopped' | 'no_consent' } {
  const { heeds } = messageClasses[messageClass];
  if (contact === null || heeds === 'nothing') return { allowed: true };
  if (contact.stoppedAt) return { allowed: false, reason: 'stopped' };
  if (heeds === 'consent' && contact.marketingConsent !== true) return { allowed: false, reason: 'no_consent' };
  return { allowed: true };
}
