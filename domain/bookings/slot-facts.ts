import type { TimeOfDay } from '#domain/time-rules.ts';

/** `YYYY-MM-DD` of the place's calendar. */
export type Day = string;

/** Wall clock of the place, half-open. `to` at or before `from` is of the next day: a shift over midnight. */
export type DayInterval = { from: TimeOfDay; to: TimeOfDay };

/** The hours of one day of work; none: a day off. */
export type DayPlan = { hours: readonly DayInterval[]; breaks: readonly DayInterval[] };

/** From Monday to Sunday. */
export type WeekPlan = readonly DayPlan[];

/** Days that differ from the week, both inclusive. Own exceptions of one person do not overlap. */
export type PlanException = { from: Day; to: Day; plan: DayPlan };

/** Instants in milliseconds, half-open. */
export type Span = { from: number; to: number };

/** Somebody who gives services. */
export type StaffFacts = {
  id: string;
  week: WeekPlan;
  exceptions: readonly PlanException[];
  /** What takes their time already: visits with buffers, blocked time. In any order, may touch. */
  busy: readonly Span[];
  /** When their visits begin, for the limits and the fair choice; a visit counts once for each who takes part in it. */
  visits: readonly number[];
  /** Visits a day and an ISO week of the place at most. */
  maxPerDay: number | null;
  maxPerWeek: number | null;
};

/** A room or a piece of equipment. */
export type ResourceFacts = { id: string; busy: readonly Span[] };

/** How the time of a service passes, in minutes. */
export type ServiceTime = {
  duration: number;
  /** Staff and rooms are taken before and after; neighbours' buffers add up. May lie outside working hours. */
  bufferBefore: number;
  bufferAfter: number;
  /** Within the duration: the person is free for others, the client stays in the chair. */
  gap: { from: number; minutes: number } | null;
};

/** One service of a visit. The next begins when it ends. */
export type VisitItem = {
  /** Who can give it, with their own time; the client's choice leaves one. */
  staff: readonly { id: string; time: ServiceTime }[];
  /** One resource of each list, each another. */
  needs: readonly (readonly string[])[];
};

/** A session of a group service that is there already, with seats left or not. */
export type GroupSession = { id: string; staffId: string; from: number; to: number; seatsLeft: number };

export type SlotRules = {
  /** Times are offered every so many minutes from the beginning of a shift. */
  stepMinutes: number;
  /** A client books so long ahead at least, counted from now. */
  noticeMinutes: number;
  /** And so many days ahead at most: the last day that can be booked is today + horizonDays. */
  horizonDays: number;
};

/** All that decides which times are free. */
export type SlotFacts = {
  now: Date;
  /** Of the place. */
  zone: string;
  rules: SlotRules;
  staff: readonly StaffFacts[];
  resources: readonly ResourceFacts[];
  /** Days on which the place is closed or open otherwise, for everybody without an exception of their own. */
  holidays: readonly PlanException[];
  /** In order. A group service comes alone. */
  items: readonly VisitItem[];
  /** Of a group service: what is planned already; null for a visit of one client. Own time of a session is in `busy`. */
  sessions: readonly GroupSession[] | null;
};

/** A free time, with who and what would be taken. */
export type Slot = {
  startsAt: Date;
  endsAt: Date;
  /** Of a group session that is there already. */
  sessionId: string | null;
  items: readonly { staffId: string; resourceIds: readonly string[]; startsAt: Date; endsAt: Date }[];
};

/** Why a time cannot be had; the first that applies in this order. */
export type SlotRefusal =
  | 'past'
  | 'too_soon'
  | 'too_far'
  | 'nobody_gives_it'
  | 'not_working'
  | 'off_grid'
  | 'day_full'
  | 'week_full'
  | 'staff_busy'
  | 'resource_busy'
  | 'group_full';
