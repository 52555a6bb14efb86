import type { EventType, StoredEvent } from '#domain/events.ts';
import type { Effect } from '../effects.ts';
import { expectFacts } from '../expected-facts.ts';
import type { Facts } from '../facts.ts';
import type { Story } from './story.ts';

const ORDER = '00000000-0000-7000-8000-000000000002';
const BOOKING = '00000000-0000-7000-8000-000000000003';

/** The one client of a story, their stream of events, and what is known of them: all that a database would hold. */
export class World {
  facts: Facts;
  readonly stream: StoredEvent[] = [];
  /** Events that happened and that nobody was told of yet. */
  readonly untold: StoredEvent[] = [];
  /** Between /stop and /start nothing is sent. */
  stopped = false;
  private tasks = 0;
  private bookings = 0;
  private readonly times: Story['times'];

  constructor(story: Story) {
    const { caps, ...business } = story.business;
    this.times = story.times;
    this.facts = {
      contact: {
        ...story.contact,
        firstName: story.contact.name.split(' ')[0] ?? story.contact.name,
        tags: [...story.contact.tags].sort(),
      },
      business,
      trigger: {},
      order: story.order,
      booking: story.booking,
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

  /** What is known to a run that `event` starts: the order or the booking, only when the event is about it. */
  factsFor(event: StoredEvent): Facts {
    return {
      ...this.facts,
      trigger: event.data,
      order: event.subjectId === ORDER ? this.facts.order : null,
      booking: event.subjectId === BOOKING ? this.facts.booking : null,
    };
  }

  private subjectOf(type: EventType, data: Record<string, unknown>): string | null {
    const about = type === 'date.reached' ? String(data['field']) : type;
    if (/^(order|payment)\./.test(about)) return this.facts.order ? ORDER : null;
    if (about.startsWith('booking.') && type !== 'booking.tried')
      return typeof data['bookingId'] === 'string' ? data['bookingId'] : this.facts.booking ? BOOKING : null;
    const name = subjects[type];
    return name === undefined ? null : String(data[name] ?? '');
  }

  /** What an effect does to the client, and the events that it causes. */
  make(effect: Effect, run: Maker, at: Date): void {
    // Who said /stop gets nothing, and so it counts against no cap.
    if (effect.kind === 'send_message' && this.notSent(effect, run.nodeId) !== undefined) {
      if (!this.stopped) this.tried(run, at, { refused: this.timesOf(run.nodeId).refused });
      return;
    }
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
      case 'book_visit':
      case 'move_booking':
        this.setTime(run, at, { moves: effect.kind === 'move_booking', wanted: effect.at ?? effect.after });
        break;
      case 'cancel_booking':
        this.cancel(run, at, effect.reason);
        break;
      case 'send_message':
      case 'notify_staff':
      case 'answer_webhook':
        break;
    }
  }

  /** Why a message does not go out that the gate has let through. */
  notSent(effect: Extract<Effect, { kind: 'send_message' }>, nodeId: string): string | undefined {
    if (this.stopped) return 'stopped';
    return effect.slots && this.timesOf(nodeId).refused !== null ? 'no_times' : undefined;
  }

  /** The times that a step can have. */
  private timesOf(nodeId: string): { free: readonly string[]; refused: string | null } {
    return this.times.find(({ of }) => of === nodeId) ?? { free: [], refused: null };
  }

  /** The times that a message offers: the story's, else one an hour from the first that may be. */
  offered(slots: { count: number; after: string }, nodeId: string): string[] {
    const { free } = this.timesOf(nodeId);
    if (free.length > 0) return free.slice(0, slots.count);
    return Array.from({ length: slots.count }, (_, hour) =>
      new Date(Date.parse(slots.after) + hour * 3_600_000).toISOString(),
    );
  }

  /** A booking is made at a time, or the story's own is moved there. */
  setTime(run: Maker, at: Date, { moves, wanted }: { moves: boolean; wanted: string }): void {
    const { free, refused } = this.timesOf(run.nodeId);
    const { booking } = this.facts;
    const why = refused ?? (moves && !booking ? 'no_booking' : null);
    if (why !== null) return this.tried(run, at, { refused: why });
    const startsAt = free.includes(wanted) ? wanted : (free[0] ?? wanted);
    const bookingId = moves ? BOOKING : `booking-${(this.bookings += 1)}`;
    if (moves && booking) {
      const lasts = Date.parse(booking.endsAt) - Date.parse(booking.startsAt);
      const endsAt = new Date(Date.parse(startsAt) + lasts).toISOString();
      this.facts = { ...this.facts, booking: { ...booking, startsAt, endsAt, answered: false } };
    }
    this.happen(moves ? 'booking.moved' : 'booking.made', { bookingId, startsAt }, at, run.depth);
    this.tried(run, at, { startsAt, bookingId });
  }

  private cancel(run: Maker, at: Date, reason: string): void {
    const { booking } = this.facts;
    const why = this.timesOf(run.nodeId).refused ?? (booking ? null : 'no_booking');
    if (why !== null || !booking) return this.tried(run, at, { refused: why });
    this.facts = { ...this.facts, booking: { ...booking, state: 'cancelled' } };
    this.happen('booking.cancelled', { bookingId: BOOKING, reason, by: 'rule' }, at, run.depth);
    this.tried(run, at, { startsAt: booking.startsAt, bookingId: BOOKING });
  }

  private tried(
    run: Maker,
    at: Date,
    what: { refused: string | null } | { startsAt: string; bookingId: string },
  ): void {
    const came =
      'refused' in what
        ? { outcome: 'refused', reason: what.refused ?? '', bookingId: null, startsAt: '' }
        : { outcome: 'done', reason: '', ...what };
    this.happen('booking.tried', { runId: run.id, nodeId: run.nodeId, ...came }, at, run.depth);
  }
}

/** Whose effect it is. */
type Maker = { id: string; automationId: string; nodeId: string; depth: number };

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
