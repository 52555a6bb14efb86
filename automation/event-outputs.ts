import type { EventType } from '#domain/events.ts';
import { eventFields, type ValueKind } from './event-fields.ts';
import { fieldWords } from './field-words.ts';
import type { OutputField } from './step.ts';

/** The fields of an event's data as a person picks them. */
export function fieldsOfEvent(event: EventType): OutputField[] {
  const fields: Readonly<Record<string, ValueKind>> = eventFields[event] ?? {};
  return Object.entries(fields).map(([name, kind]) => {
    const words = fieldWords(`trigger.${name}`, event) ?? { ru: name, en: name };
    return { name, kind, words, sample: samples[name] ?? sampleOfKind(kind, words) };
  });
}

/** A value to show before anybody came. */
export function sampleOfKind(
  kind: ValueKind,
  words?: { values?: Readonly<Record<string, unknown>> | undefined },
): unknown {
  switch (kind) {
    case 'number':
      return 3;
    case 'money':
      return 248_000;
    case 'boolean':
      return true;
    case 'tags':
      return ['vip'];
    case 'tag':
      return 'vip';
    case 'choice':
      return Object.keys(words?.values ?? {})[0] ?? '…';
    case 'moment':
      return '2026-06-15T10:00:00.000Z';
    case 'object':
      return {};
    case 'button':
    case 'step':
    case 'id':
    case 'text':
      return '…';
  }
}

const samples: Readonly<Record<string, unknown>> = {
  number: 1024,
  currency: 'RUB',
  text: { ru: 'Когда привезёте?', en: 'When will it arrive?' },
  payload: 'spring',
  reason: { ru: 'передумали', en: 'changed their mind' },
  button: { ru: 'Да', en: 'Yes' },
  from: 'paid',
  to: 'shipped',
  class: 'service',
};
