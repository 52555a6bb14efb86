import { chainDocument, type ChainStep } from './chains.ts';

const ready = { field: 'trigger.body.status', is: 'equal', value: 'ready' };
const value = { kind: 'field', path: 'trigger.body.number' };

const keep: Record<'contact' | 'variable', ChainStep> = {
  contact: { id: 'keep', type: 'update-contact', config: { field: 'fields.lastNumber', value } },
  variable: { id: 'keep', type: 'set-variable', config: { name: 'lastNumber', value } },
};

/** Webhook in, condition, set a field (of the contact, or of this run alone), answer. */
export const webhookChain = (sets: 'contact' | 'variable') =>
  chainDocument({
    name: `P1: a webhook sets a field of the ${sets}`,
    trigger: { type: 'webhook', config: { contactBy: 'phone', contactPath: 'customer.phone', create: false } },
    steps: [
      { id: 'ready', type: 'if', config: { condition: ready } },
      keep[sets],
      { id: 'answer', type: 'answer-webhook', config: { status: 200, body: '{"ok": true}' } },
    ],
    ways: [
      ['trigger', 'next', 'ready'],
      ['ready', 'yes', 'keep'],
      ['ready', 'no', 'answer'],
      ['keep', 'next', 'answer'],
      ['answer', 'next', 'done'],
    ],
  });

/** Every request brings another number, so that every run has a field to change. */
export const webhookBody = (phone: string, n: number): string =>
  JSON.stringify({ status: 'ready', number: `A-${n}`, customer: { phone, name: 'Anna' } });
