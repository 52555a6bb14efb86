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
    const ofOrder =
      type.startsWith('order.') || type.startsWith('payment.') || data['field']?.toString().startsWith('order.');
    const event: StoredEvent = {
      id: `event-${seq}`,
      type,
      seq,
      contactId: this.facts.contact.id,
      subjectId: ofOrder && this.facts.order ? ORDER : null,
      data,
      occurredAt: at,
      depth,
    };
    this.stream.push(event);
    this.untold.push(event);
    return event;
  }

  /** What an effect does to the client, and the events that it causes. */
  make(effect: Effect, run: { id: string; automationId: string; depth: number }, at: Date): void {
    const before = this.facts;
    this.facts = expectFacts(before, effect, at);
    const say = (type: EventType, data: Record<string, unknown>) => this.happen(type, data, at, run.depth + 1);
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
        say('task.created', { taskId: 'task', title: effect.title });
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

function valueIn({ contact }: Facts, field: string): unknown {
  if (field.startsWith('fields.')) return contact.fields[field.slice(7)] ?? null;
  return (contact as Record<string, unknown>)[field] ?? null;
}
