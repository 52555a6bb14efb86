import type { AutomationDraft } from '#automation/document.ts';
import { aboutOrder, eventFields, type ValueKind } from '#automation/event-fields.ts';
import { sampleOfKind } from '#automation/event-outputs.ts';
import { eventTypes } from '#automation/events.ts';
import type { StoryInput } from '#automation/simulate/story.ts';
import { addressedEvents, type EventType } from '#domain/events.ts';

/** What somebody tells of one invented client. `after`: ISO 8601 from the beginning. */
export type Told = {
  /** By the browser's clock, as its field writes it: `2026-11-21T10:00`. */
  start: string;
  name: string;
  language: 'ru' | 'en';
  tags: string[];
  consent: boolean;
  zone: string;
  ordersPaid: number;
  /** A day, or '' when it is not known. */
  birthday: string;
  events: ToldEvent[];
  /** By the step that asks. */
  answers: Readonly<Record<string, ToldAnswer>>;
};
export type ToldEvent = {
  key: string;
  type: EventType;
  after: string;
  word: string;
  /** What the start of the chain asks of it, so that the first play gets in. */
  data?: Readonly<Record<string, unknown>>;
};
export type ToldAnswer = { button?: string; text?: string; after: string };

export const AT_ONCE = 'PT0S';
/** After which time something happens: what a story mostly needs. */
export const delays = [AT_ONCE, 'PT1M', 'PT10M', 'PT1H', 'PT3H', 'P1D', 'P2D', 'P3D', 'P7D', 'P14D', 'P30D'] as const;

/** What can be told to happen: what is meant for one automation comes by itself. */
export const tellable: readonly EventType[] = eventTypes.filter(
  (type) => !addressedEvents.has(type) && type !== 'chat.button' && !type.startsWith('automation.'),
);

/** The field of an event that somebody writes; the others have samples. */
export function wordOf(type: EventType): 'text' | 'tag' | 'payload' | undefined {
  const fields = eventFields[type] as Readonly<Record<string, ValueKind>>;
  return (['text', 'tag', 'payload'] as const).find((name) => name in fields);
}

/** The first event of a story: the one that starts this chain. None where a clock or a date does. */
export function startingEvent(trigger: AutomationDraft['trigger']): Omit<ToldEvent, 'key'> | undefined {
  const { type, config } = trigger;
  const at = (event: EventType, word = '') => ({ type: event, after: AT_ONCE, word });
  switch (type) {
    case 'event':
      return { ...at(config['event'] as EventType, wordIn(config)), data: equalsOf(config['filter']) };
    case 'keyword':
      return at('chat.message', String((config['words'] as unknown[] | undefined)?.[0] ?? ''));
    case 'message':
      return at('chat.message', '…');
    case 'deep-link':
      return at('contact.started', String(config['payload'] ?? ''));
    case 'manual':
      return at('automation.started');
    case 'webhook':
      return at('webhook.received');
    default:
      return undefined;
  }
}

/** "When a tag is added, if the tag is vip" starts with vip. */
function wordIn(config: Readonly<Record<string, unknown>>): string {
  const name = wordOf(config['event'] as EventType);
  if (name === undefined) return '';
  const value = equalsOf(config['filter'])[name];
  return typeof value === 'string' ? value : name === 'tag' ? 'vip' : '';
}

/** What a filter demands of the event outright: `{to: 'delivered'}`. What may be this or that is left to the story. */
function equalsOf(filter: unknown): Record<string, unknown> {
  if (typeof filter !== 'object' || filter === null) return {};
  if ('all' in filter && Array.isArray(filter.all))
    return Object.assign({}, ...filter.all.map(equalsOf)) as Record<string, unknown>;
  const { field, is, value } = filter as { field?: string; is?: string; value?: unknown };
  return field?.startsWith('trigger.') && is === 'equal' ? { [field.slice('trigger.'.length)]: value } : {};
}

/** Where a story begins before anybody changes it: one client for whom this chain starts. */
export function toldFor(document: AutomationDraft, from: { start: string; zone: string; language: 'ru' | 'en' }): Told {
  const first = startingEvent(document.trigger);
  const dated = document.trigger.type === 'date' ? String(document.trigger.config['field']) : '';
  return {
    ...from,
    name: from.language === 'ru' ? 'Анна' : 'Anna',
    tags: [],
    consent: true,
    ordersPaid: dated === 'contact.lastOrderAt' ? 1 : 0,
    birthday: dated === 'contact.birthday' ? `1990${dayAfter(from.start, 30).slice(4)}` : '',
    events: first ? [{ ...first, key: 'first' }] : [],
    answers: {},
  };
}

const DAY_MS = 86_400_000;
const dayAfter = (start: string, days: number): string =>
  new Date(Date.parse(start) + days * DAY_MS).toISOString().slice(0, 10);

/** The story as the simulator reads it. `origin`: when it begins. */
export function storyOf(told: Told, document: AutomationDraft): StoryInput {
  const concernsOrder =
    told.events.some((event) => aboutOrder(event.type)) || JSON.stringify(document).includes('"order.');
  const start = new Date(told.start).toISOString();
  return {
    start,
    contact: {
      name: told.name.trim() || 'Anna',
      language: told.language,
      tags: told.tags,
      consent: told.consent,
      timeZone: told.zone,
      ordersPaid: told.ordersPaid,
      birthday: told.birthday || null,
      lastOrderAt: told.ordersPaid > 0 ? start : null,
    },
    business: { timeZone: told.zone },
    order: concernsOrder
      ? { placedAt: start, paidAt: start, pickupAt: new Date(Date.parse(start) + 2 * DAY_MS).toISOString() }
      : null,
    events: told.events.map((event) => ({
      ...(event.after === AT_ONCE ? { at: start } : { after: event.after }),
      type: event.type,
      data: dataOf(event),
    })),
    answers: Object.entries(told.answers).flatMap(([to, answer]) =>
      answer.button === undefined && !answer.text ? [] : [{ to, ...answer, times: 3 }],
    ),
  };
}

function dataOf({ type, word, data: demanded }: ToldEvent): Record<string, unknown> {
  const fields = eventFields[type] as Readonly<Record<string, ValueKind>>;
  const data: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(fields)) data[name] = sampleOfKind(kind);
  Object.assign(data, demanded);
  const written = wordOf(type);
  if (written) data[written] = word;
  // Whoever is addressed is filled in by the simulator.
  delete data['automationId'];
  if ('parentRunId' in data) data['parentRunId'] = null;
  return data;
}
