import type { EventType, StoredEvent } from '#domain/events.ts';
import type { Effect } from '../effects.ts';
import { expectFacts } from '../expected-facts.ts';
import type { Facts } from '../facts.ts';
import type { Story } from './story.ts';

export const ORDER = '00000000-0000-7000-8000-000000000002';

/** The one client of a story, their stream of events, and what is known of them: all that a database would hold. */
export class World {
  facts: Facts;
  readonly stream: StoredEvent[] = [];
  /** Events that happened and that nobody was told of yet. */
  readonly untold: StoredEvent[] = [];
  /** Between /stop and /start nothing is sent. */
  stopped = false;
  private tasks = 0;

  constructor(story: Story) {
    const { caps, ...business } = story.business;
    this.facts = {
      contact: {
        ...story.contact,
        firstName: story.contact.name.split(' ')[0] ?? story.contact.name,
        tags: [...story.contact.tags].sort(),
      },
      business,
      trigger: {},
      order: story.order,
      limits: { caps, sent: [] },
    };
  }

  happen(type: EventType, data: Record<string, unknown>, at: Date, depth = 0): StoredEvent {
    const seq = this.stream.length + 1;
    const event: StoredEvent = {
      id: `event-${seq}`,
      type,
      seq,
      contactId: this.facts.contact.id,
      subjectId: this.subjectOf(type, data),
      data,
      occurredAt: at,
      depth,
    };
    if (type === 'contact.stopped') this.stopped = true;
    if (type === 'contact.resumed') this.stopped = false;
    this.stream.push(event);
    this.untold.push(event);
    return event;
  }

  /** What is known to a run that `event` starts: the order, only when the event is about it. */
  factsFor(event: StoredEvent): Facts {
    return { ...this.facts, trigger: event.data, order: event.subjectId === ORDER ? this.facts.order : null };
  }

  private subjectOf(type: EventType, data: Record<string, unknown>): string | null {
    const ofOrder =
      /^(order|payment)\./.test(type) || (type === 'date.reached' && String(data['field']).startsWith('order.'));
    if (ofOrder) return this.facts.order ? ORDER : null;
    const name = subjects[type];
    return name === undefined ? null : String(data[name] ?? '');
  }

  /** What an effect does to the client, and the events that it causes. */
  make(effect: Effect, run: { id: string; automationId: string; depth: number }, at: Date): void {
    // Who said /stop gets nothing, and so it counts against no cap.
    if (effect.kind === 'send_message' && this.stopped) return;
    const before = this.facts;
    this.facts = withinReach(expectFacts(before, effect, at));
    const say = (type: EventType, data: Record<string, unknown>) => this.happen(type, data, at, run.depth);
    switch (effect.kind) {
      case 'add_tag':
        if (!before.contact.tags.includes(effect.tag)) say('contact.tagged', { tag: effect.tag });
        break;
      case 'remove_tag':
        if (before.contact.tags.includes(effect.tag)) say('contact.untagged', { tag: effect.tag });
        break;
      case 'change_contact':
        if (valueIn(before, effect.field) !== effect.value)
          say('contact.changed', { field: effect.field, value: String(effect.value ?? '') });
        break;
      case 'reach_goal':
        say('automation.goal', { automationId: run.automationId, goal: effect.goal });
        break;
      case 'create_task':
        say('task.created', { taskId: `task-${(this.tasks += 1)}`, title: effect.title });
        break;
      case 'start_automation':
        say('automation.started', {
          automationId: effect.automationId,
          by: `automation:${run.automationId}`,
          parentRunId: effect.waits ? run.id : null,
        });
        break;
      case 'send_message':
      case 'notify_staff':
      case 'answer_webhook':
        break;
    }
  }
}

/** As many messages as caps look back at, as in production. */
const MOST_SENT = 200;

const withinReach = (facts: Facts): Facts =>
  facts.limits.sent.length <= MOST_SENT
    ? facts
    : { ...facts, limits: { ...facts.limits, sent: facts.limits.sent.slice(-MOST_SENT) } };

/** The value of its data that says what an event is about. */
const subjects: Partial<Record<EventType, string>> = {
  'chat.button': 'messageId',
  'message.sent': 'messageId',
  'message.failed': 'messageId',
  'task.created': 'taskId',
  'task.done': 'taskId',
};

function valueIn({ contact }: Facts, field: string): unknown {
  if (field.startsWith('fields.')) return contact.fields[field.slice(7)] ?? null;
  return (contact as Record<string, unknown>)[field] ?? null;
}
