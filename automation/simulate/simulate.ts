import type { EventType, StoredEvent } from '#domain/events.ts';
import { addDuration } from '#domain/time.ts';
import { admit, type LastEntry } from '../admission.ts';
import { DEEPEST, depthOfCaused } from '../depth.ts';
import type { OutsideAnswer } from '../effects.ts';
import type { Facts } from '../facts.ts';
import { advance, type Move, type Pause, type Position } from '../interpreter.ts';
import { withMade } from '../made-lines.ts';
import type { Program } from '../program.ts';
import { triggers } from '../triggers/registry.ts';
import type { Story } from './story.ts';
import type { Trace, TraceLine } from './trace.ts';
import { TriggerClocks } from './trigger-clocks.ts';
import { World } from './world.ts';

type Run = {
  id: string;
  program: Program;
  entry: StoredEvent;
  parentRunId: string | null;
  position: Position | null;
  variables: Record<string, unknown>;
  inbox: StoredEvent[];
  state: 'opened' | 'waiting' | 'calling' | 'ended';
  deadline: Date | null;
  callKey: string | null;
  answer: OutsideAnswer | undefined;
  pausesSeen: number;
};

/** Nothing here goes on for ever: a story that would is cut off, and its trace says so. */
const MOST_MOVES = 20_000;

/**
 * Plays a story against an automation under a virtual clock: the same interpreter, the same admission, the same gate as
 * in production, with a world in memory instead of a database. Pure: the same files give the same trace.
 * @param others automations that this one may start, or that its events may start.
 */
export function simulate(program: Program, story: Story, others: readonly Program[] = []): Trace {
  return new Simulation([program, ...others], story).play();
}

class Simulation {
  readonly programs: readonly Program[];
  readonly story: Story;
  readonly world: World;
  private readonly clocks = new TriggerClocks(this);
  readonly runs: Run[] = [];
  /** Those that have not ended, in the order in which they began. */
  readonly live = new Set<Run>();
  readonly entered = new Set<string>();
  readonly lines: TraceLine[] = [];
  readonly messages: Trace['messages'] = [];
  readonly answered = new Map<number, number>();
  /** Messages that have gone and of which nobody was told yet. */
  readonly delivered: { messageId: string; class: string; nodeId: string }[] = [];
  /** What is to happen, by moment; equal moments in the order in which they were put in. */
  readonly agenda: { at: Date; order: number; act: () => void }[] = [];
  readonly pauses: Pause[];
  now: Date;
  /** The same as text, for the lines of the trace: many are of one moment. */
  private nowText: string;
  moves = 0;
  order = 0;

  constructor(programs: readonly Program[], story: Story) {
    this.programs = programs;
    this.story = story;
    this.world = new World(story);
    this.now = new Date(story.start);
    this.nowText = this.now.toISOString();
    const policy = programs[0]?.document.settings.afterPause ?? 'send_late';
    this.pauses = story.pauses.map((pause) => ({
      from: new Date(pause.from),
      to: new Date(pause.to),
      policy: pause.policy ?? policy,
    }));
  }

  play(): Trace {
    this.plan();
    const end = addDuration(this.now, this.story.last, 'UTC');
    let cut = false;
    for (;;) {
      const next = this.next();
      if (!next || next.at > end) break;
      if (next.at > this.now) this.goTo(next.at);
      next.act();
      this.tell();
      if ((cut = this.moves >= MOST_MOVES)) break;
    }
    return {
      trace: this.lines,
      messages: this.messages,
      runs: this.runs.map((run) => ({ run: run.id, state: run.state, node: run.position?.nodeId ?? null })),
      endedAt: this.nowText,
      steps: this.lines.filter((line) => line.kind === 'went').length,
      cutOff: cut,
    };
  }

  private goTo(moment: Date): void {
    this.now = moment;
    this.nowText = moment.toISOString();
  }

  /** Puts the story's own events, the ends of its pauses and what the triggers' clocks bring on the agenda. */
  private plan(): void {
    const start = this.now;
    for (const event of this.story.events) {
      const at = 'at' in event ? new Date(event.at) : addDuration(start, event.after, 'UTC');
      this.put(at, () => this.happen(event, at));
    }
    for (const pause of this.pauses) this.put(pause.to, () => this.resume());
    for (const program of this.programs) this.clocks.plan(program);
  }

  private happen(event: Story['events'][number], at: Date): void {
    const { facts } = this.world;
    if (event.order && facts.order)
      this.world.facts = { ...this.world.facts, order: { ...facts.order, ...event.order } };
    if (event.booking && facts.booking)
      this.world.facts = { ...this.world.facts, booking: { ...facts.booking, ...event.booking } };
    if (event.contact)
      this.world.facts = { ...this.world.facts, contact: renamed({ ...facts.contact, ...event.contact }) };
    const addressed = event.data['automationId'] === undefined && ADDRESSED.has(event.type);
    const data = addressed ? { ...event.data, automationId: this.programs[0]?.automationId } : event.data;
    this.world.happen(event.type, data, at);
  }

  put(at: Date, act: () => void, behind = 0): void {
    this.agenda.push({ at, order: behind + (this.order += 1), act });
  }

  /** The next thing of the agenda, or the next timer of a run, whichever is first. */
  private next(): { at: Date; act: () => void } | undefined {
    let best: { at: Date; order: number; act: () => void } | undefined;
    for (const item of this.agenda)
      if (!best || item.at < best.at || (item.at.getTime() === best.at.getTime() && item.order < best.order))
        best = item;
    let timer: Run | undefined;
    for (const run of this.live)
      if (run.state === 'waiting' && run.deadline && !this.pausedAt(run.deadline))
        if (!timer || run.deadline < (timer.deadline as Date)) timer = run;
    if (timer?.deadline && (!best || timer.deadline < best.at)) {
      const run = timer;
      return { at: timer.deadline, act: () => this.move(run) };
    }
    if (best) this.agenda.splice(this.agenda.indexOf(best), 1);
    return best;
  }

  pausedAt(moment: Date): boolean {
    const at = moment < this.now ? this.now : moment;
    return this.pauses.some((pause) => pause.from <= at && at < pause.to);
  }

  private resume(): void {
    this.clocks.forget();
    for (const program of this.programs) this.clocks.plan(program);
    for (const run of [...this.live]) this.move(run);
  }

  /** Tells the automations of what has happened, as the router does: all that is new, and then the moves it brings. */
  private tell(): void {
    for (let moved = this.tellNews(); moved.size > 0; moved = this.tellNews()) {
      // Its workflow takes a run over from the router by a look of its own, at what the moves have left.
      for (const run of moved) this.move(run);
    }
  }

  /** Answers who was moved by what is new. */
  private tellNews(): Set<Run> {
    const moved = new Set<Run>();
    for (let events = this.news(); events.length > 0; events = this.news()) {
      const reached = new Set<Run>();
      for (const event of events) this.route(event, reached);
      for (const run of reached) {
        this.move(run);
        moved.add(run);
      }
    }
    return moved;
  }

  private news(): StoredEvent[] {
    for (const data of this.delivered.splice(0)) this.world.happen('message.sent', data, this.now);
    return this.world.untold.splice(0);
  }

  private route(event: StoredEvent, reached: Set<Run>): void {
    const paused = this.pausedAt(this.now);
    const entered = paused ? [] : this.programs.flatMap((program) => this.letIn(program, event));
    if (paused && event.type === 'automation.started') this.refuseParent(event, 'not_active');
    const heard = [...this.live].filter((run) => !entered.includes(run) && run.program.listensTo.has(event.type));
    for (const run of heard) run.inbox.push(event);
    for (const run of [...entered, ...heard]) reached.add(run);
    if (!MOVES_DATES.has(event.type)) return;
    for (const program of this.programs) if (program.document.trigger.type === 'date') this.clocks.plan(program);
  }

  private letIn(program: Program, event: StoredEvent): Run[] {
    const said = this.admitted(program, event);
    if (!said.enters) {
      if (said.reason !== 'not_addressed' && this.listens(program, event))
        this.line(null, null, 'refused', { automation: program.automationId, reason: said.reason, ...said.record });
      if (event.type === 'automation.started' && event.data['automationId'] === program.automationId)
        this.refuseParent(event, said.reason);
      return [];
    }
    const key = `${program.automationId}:${said.key}`;
    if (this.entered.has(key)) {
      this.refuseParent(event, 'entered_before');
      return [];
    }
    const run: Run = {
      id: `run-${this.runs.length + 1}`,
      program,
      entry: event,
      parentRunId: (event.data['parentRunId'] as string | null | undefined) ?? null,
      position: null,
      variables: {},
      inbox: [],
      state: 'opened',
      deadline: null,
      callKey: null,
      answer: undefined,
      pausesSeen: this.pauses.filter((pause) => pause.to <= this.now).length,
    };
    this.runs.push(run);
    this.live.add(run);
    this.entered.add(key);
    return [run];
  }

  private admitted(program: Program, event: StoredEvent): ReturnType<typeof admit> {
    const said = admit(program, event, this.world.factsFor(event), this.lastEntry(program));
    const { depth = 0 } = event;
    return said.enters && depth >= DEEPEST ? { enters: false, reason: 'runs_wild', record: { depth } } : said;
  }

  private listens(program: Program, event: StoredEvent): boolean {
    const { type, config } = program.document.trigger;
    return triggers[type]?.definition.listensTo(config).includes(event.type) ?? false;
  }

  private refuseParent(event: StoredEvent, reason: string): void {
    const parentRunId = event.data['parentRunId'];
    if (event.type !== 'automation.started' || typeof parentRunId !== 'string') return;
    const { automationId } = event.data;
    this.world.happen(
      'automation.finished',
      { automationId, runId: '', outcome: 'refused', reason, parentRunId },
      this.now,
    );
  }

  private lastEntry(program: Program): LastEntry {
    const last = this.runs.findLast((run) => run.program === program);
    return last ? { startedAt: last.entry.occurredAt, live: last.state !== 'ended' } : null;
  }

  private move(run: Run): void {
    if (run.state === 'ended' || this.pausedAt(this.now) || (this.moves += 1) > MOST_MOVES) return;
    const ended = this.pauses.filter((pause) => pause.to <= this.now);
    const since = run.position?.sinceSeq ?? run.entry.seq;
    const move = advance(
      run.program,
      { position: run.position, variables: run.variables },
      {
        now: this.now,
        runId: run.id,
        entry: { seq: run.entry.seq, at: run.entry.occurredAt, type: run.entry.type },
        events: run.inbox.filter((event) => event.seq > since),
        facts: this.world.factsFor(run.entry),
        subjectId: run.entry.subjectId,
        pauses: run.position === null ? [] : ended.slice(run.pausesSeen),
        deadline: run.deadline,
        answer: run.answer,
      },
    );
    run.pausesSeen = ended.length;
    const from = run.position;
    const quiet = this.isQuiet(run, move.directive, move.position, move.effects.length);
    run.position = move.position;
    run.variables = move.variables;
    if (!quiet || move.log.some((entry) => entry.kind === 'resumed'))
      for (const entry of withMade(
        move,
        from?.visit ?? 1,
        move.effects.map((one) => this.madeOf(one)),
      ))
        this.line(run.id, entry.nodeId, entry.kind, entry.facts);
    for (const { nodeId, effect } of move.effects) {
      if (effect.kind === 'send_message' && this.world.notSent(effect, nodeId) === undefined) {
        const offered = effect.slots ? this.world.offered(effect.slots, nodeId) : [];
        this.messages.push({
          at: this.nowText,
          run: run.id,
          node: nodeId,
          class: effect.class,
          text: effect.text,
          buttons: [...effect.buttons.map((button) => button.label), ...offered],
        });
        this.delivered.push({ messageId: `message-${this.messages.length}`, class: effect.class, nodeId });
        this.planAnswer(run, nodeId, effect.slots ? { offered, moves: effect.slots.moves } : undefined);
      }
      this.world.make(
        effect,
        { id: run.id, automationId: run.program.automationId, nodeId, depth: this.depthOf(run) },
        this.now,
      );
    }
    this.follow(run, move.directive);
  }

  /** What only the making of an effect can answer. */
  private madeOf({ effect, nodeId }: Move['effects'][number]): Record<string, unknown> {
    const notSent = effect.kind === 'send_message' ? this.world.notSent(effect, nodeId) : undefined;
    return notSent === undefined ? {} : { notSent };
  }

  private depthOf(run: Run): number {
    return depthOfCaused({ at: run.entry.occurredAt, depth: run.entry.depth ?? 0 }, this.now);
  }

  /** A wake-up that changes nothing leaves no trace, as in production. */
  private isQuiet(
    run: Run,
    directive: ReturnType<typeof advance>['directive'],
    to: Position,
    effects: number,
  ): boolean {
    const from = run.position;
    if (from === null || effects > 0 || directive.kind === 'end') return false;
    if (from.nodeId !== to.nodeId || from.visit !== to.visit || from.sinceSeq !== to.sinceSeq) return false;
    if (directive.kind === 'call') return run.state === 'calling' && run.callKey === directive.key;
    return run.state === 'waiting' && run.deadline?.getTime() === directive.until?.getTime();
  }

  private follow(run: Run, directive: ReturnType<typeof advance>['directive']): void {
    switch (directive.kind) {
      case 'wait':
        run.state = 'waiting';
        run.deadline = directive.until;
        return;
      case 'call': {
        if (run.callKey === directive.key && run.state === 'calling') return;
        run.state = 'calling';
        run.callKey = directive.key;
        run.deadline = null;
        const node = run.position?.nodeId ?? '';
        const said = this.story.calls.find((call) => call.of === node);
        const status = said?.status ?? 200;
        this.put(addDuration(this.now, said?.after ?? 'PT1S', 'UTC'), () => {
          const ok = !said?.error && status >= 200 && status < 300;
          const error = said?.error ?? (ok ? null : `status_${status}`);
          run.answer = { key: directive.key, ok, status: said?.error ? 0 : status, body: said?.body ?? '{}', error };
          this.move(run);
        });
        return;
      }
      case 'end':
        run.state = 'ended';
        this.live.delete(run);
        run.deadline = null;
        if (run.parentRunId)
          this.world.happen(
            'automation.finished',
            {
              automationId: run.program.automationId,
              runId: run.id,
              outcome: directive.outcome,
              reason: directive.reason,
              parentRunId: run.parentRunId,
            },
            this.now,
            this.depthOf(run),
          );
    }
  }

  /** Each message gets the next answer that is left for its step. A button `t1` takes the second of the times that it offers. */
  private planAnswer(run: Run, nodeId: string, times?: { offered: readonly string[]; moves: boolean }): void {
    const index = this.story.answers.findIndex(
      (answer, at) => answer.to === nodeId && (this.answered.get(at) ?? 0) < answer.times,
    );
    const answer = this.story.answers[index];
    if (!answer) return;
    this.answered.set(index, (this.answered.get(index) ?? 0) + 1);
    const messageId = `message-${this.messages.length}`;
    const taken = times?.offered[Number(/^t(\d)$/.exec(answer.button ?? '')?.[1] ?? Number.NaN)];
    this.put(addDuration(this.now, answer.after, 'UTC'), () => {
      if (times && taken !== undefined) {
        const maker = { id: run.id, automationId: run.program.automationId, nodeId, depth: 0 };
        this.world.setTime(maker, this.now, { moves: times.moves, wanted: taken });
      } else if (answer.button === undefined) this.world.happen('chat.message', { text: answer.text ?? '' }, this.now);
      else this.world.happen('chat.button', { messageId, runId: run.id, nodeId, button: answer.button }, this.now);
    });
  }

  private line(run: string | null, node: string | null, kind: TraceLine['kind'], facts: Record<string, unknown>): void {
    this.lines.push({ at: this.nowText, run, node, kind, facts });
  }
}

const ADDRESSED: ReadonlySet<EventType> = new Set(['webhook.received', 'automation.started']);
const MOVES_DATES: ReadonlySet<EventType> = new Set([
  'contact.changed',
  'contact.started',
  'order.placed',
  'order.paid',
  'order.pickup_moved',
  'order.moved',
  'order.cancelled',
  'booking.made',
  'booking.moved',
  'booking.cancelled',
]);

const renamed = (contact: Facts['contact']): Facts['contact'] => ({
  ...contact,
  firstName: contact.name.split(' ')[0] ?? contact.name,
});
