import { wallClockOf } from '#domain/time.ts';
import { valueAt } from '../conditions.ts';
import type { Program } from '../program.ts';
import { nextOccurrence } from '../recurrence.ts';
import type { DateTriggerConfig } from '../triggers/date/definition.ts';
import { nextDue } from '../triggers/date/next-due.ts';
import type { ScheduleTriggerConfig } from '../triggers/schedule/definition.ts';
import { valuesFor } from '../values.ts';
import type { World } from './world.ts';

type Played = {
  readonly world: World;
  readonly now: Date;
  put(at: Date, act: () => void, behind: number): void;
  pausedAt(moment: Date): boolean;
};

/** The moments at which a date or a schedule starts an automation. */
export class TriggerClocks {
  private readonly played: Played;
  /** Counts the plans of each: an earlier one no longer strikes. */
  private readonly turns = new Map<Program, number>();
  private readonly planned = new Map<Program, number>();
  private readonly lastDue = new Map<Program, Date>();

  constructor(played: Played) {
    this.played = played;
  }

  /** What came due while nobody watched was missed. */
  forget(): void {
    this.planned.clear();
  }

  /** The next moment, worked out anew whenever it may have moved. */
  plan(program: Program): void {
    const { played } = this;
    const turn = (this.turns.get(program) ?? 0) + 1;
    this.turns.set(program, turn);
    const due = this.next(program);
    // A moment that has passed already when the date is set was missed.
    const known = due && (due.at >= played.now || this.planned.get(program) === due.at.getTime());
    if (!known) return void this.planned.delete(program);
    this.planned.set(program, due.at.getTime());
    played.put(
      due.at,
      () => {
        // What came while nobody watched, or longer ago than a day, was missed.
        if (this.turns.get(program) !== turn || played.pausedAt(played.now)) return;
        if (played.now.getTime() - due.at.getTime() > MISSED_MS) return;
        played.world.happen(due.type, { automationId: program.automationId, ...due.data }, played.now);
        this.lastDue.set(program, due.at);
        this.plan(program);
      },
      AFTER_EVENTS,
    );
  }

  private next(program: Program) {
    const { type, config } = program.document.trigger;
    if (type === 'date') return this.nextDate(config as DateTriggerConfig, program);
    return type === 'schedule' ? this.nextSchedule(config as ScheduleTriggerConfig) : undefined;
  }

  private nextDate(config: DateTriggerConfig, program: Program) {
    const { facts } = this.played.world;
    const value = valueAt(valuesFor({ facts, variables: {} }), config.field);
    const last = this.lastDue.get(program);
    const zone = facts.contact.timeZone;
    const at = nextDue(config, value, last ?? this.played.now, zone);
    if (!at || (!config.yearly && last && at <= last)) return undefined;
    const { order, booking } = facts;
    const about = config.field.startsWith('order.') ? order : config.field.startsWith('booking.') ? booking : null;
    if (about?.state === 'cancelled') return undefined;
    return { at, type: 'date.reached' as const, data: { field: config.field, date: wallClockOf(at, zone).date } };
  }

  private nextSchedule({ when, clock }: ScheduleTriggerConfig) {
    const { contact, business } = this.played.world.facts;
    const zone = clock === 'contact' ? contact.timeZone : business.timeZone;
    const at = nextOccurrence(when, this.played.now, zone);
    return at ? { at, type: 'schedule.due' as const, data: { date: wallClockOf(at, zone).date } } : undefined;
  }
}

/** What the clock starts at the moment of an event starts after it. */
const AFTER_EVENTS = 1_000_000_000;
/** What came due longer ago was missed: a greeting a day late is no greeting. */
const MISSED_MS = 24 * 3_600_000;
