import type { EventType, StoredEvent } from '#domain/events.ts';
import { addDuration } from '#domain/time.ts';
import { holds } from './conditions.ts';
import type { Effect, OutsideAnswer, OutsideRequest } from './effects.ts';
import { expectFacts } from './expected-facts.ts';
import type { Facts } from './facts.ts';
import { gate } from './gate.ts';
import type { Program } from './program.ts';
import type { EventRule } from './settings.ts';
import type { StepContext, StepResult } from './step.ts';
import { steps } from './steps/registry.ts';

/** Where a person stands. Moments are ISO 8601, so that it is kept as JSON. */
export type Position = {
  nodeId: string;
  enteredAt: string;
  /** When the person should have come here. */
  dueAt?: string | undefined;
  visit: number;
  /** Events after it have not been used by a wait yet. */
  sinceSeq: number;
  /** When the client last did something that moved this run: an answer to it is not held back. */
  heardAt?: string | undefined;
  /** Messages that should have gone before it are skipped: the end of a pause with that policy. */
  skipBefore?: string | undefined;
  /** What the step keeps while the person stands on it. */
  memory?: Readonly<Record<string, unknown>> | undefined;
  /** Effects made in this visit so far: the next ones have keys of their own. */
  made?: number | undefined;
};

export type Directive =
  | { kind: 'wait'; until: Date | null; listensTo: readonly EventType[] }
  | { kind: 'call'; key: string; request: OutsideRequest; listensTo: readonly EventType[] }
  | { kind: 'end'; outcome: Outcome; reason: string };

export type Outcome = 'finished' | 'left' | 'failed';

export type LogEntry = {
  nodeId: string | null;
  kind: 'entered' | 'went' | 'waits' | 'calls' | 'ended' | 'resumed';
  facts: Record<string, unknown>;
};

export type Move = {
  position: Position;
  variables: Record<string, unknown>;
  /** In order, each with a key that is the same whatever is retried. */
  effects: { key: string; nodeId: string; effect: Effect }[];
  log: LogEntry[];
  directive: Directive;
};

/** A time in which nobody moved, and what its automation does about it. */
export type Pause = { from: Date; to: Date; policy: 'send_late' | 'skip' | 'retime' | 'exit' };

export type MoveInput = {
  now: Date;
  runId: string;
  entry: { seq: number; at: Date; type: EventType };
  /** What the run's inbox holds since `position.sinceSeq`, in order. */
  events: readonly StoredEvent[];
  facts: Facts;
  /** The order, or other subject, that the run is about. */
  subjectId: string | null;
  answer?: OutsideAnswer | undefined;
  /** Pauses that have ended since the last move. */
  pauses?: readonly Pause[] | undefined;
  /** Until when the run waited before this move. */
  deadline?: Date | null | undefined;
};

/** More than the longest chain has steps: only a circle that takes no time comes here. */
const MOVES_AT_ONCE = 2_500;
/** What a client does by themselves. */
const ACTS: ReadonlySet<EventType> = new Set<EventType>(['chat.message', 'chat.button', 'contact.started']);

/**
 * The one interpreter. Walks from where the person stands, through everything that takes no time, to the next wait,
 * outside call or end. Pure: the same arguments give the same move, in production, in the simulator and in a replay.
 * @param state `position` null: the person enters now.
 */
export function advance(
  program: Program,
  state: { position: Position | null; variables: Readonly<Record<string, unknown>> },
  input: MoveInput,
): Move {
  const walk = new Walk(program, state, input);
  const leaves = state.position !== null && walk.leaving();
  if (leaves) return walk.end(leaves.outcome, leaves.reason, leaves.record);
  const late = walk.resume();
  if (late) return late;
  for (let count = 0; count < MOVES_AT_ONCE; count += 1) {
    const node = program.nodes.get(walk.position.nodeId);
    const step = node && steps[node.type];
    if (!node || !step) return walk.end('failed', 'step_unknown', { type: node?.type ?? null });
    const done = walk.passes(() => step.run(node.config, walk.context()));
    if (done) return done;
  }
  return walk.end('failed', 'loop_without_wait', { steps: MOVES_AT_ONCE });
}

class Walk {
  readonly program: Program;
  readonly input: MoveInput;
  /** The moment of the move: a step that takes no time ends and the next begins at it. */
  readonly nowText: string;
  position: Position;
  variables: Record<string, unknown>;
  readonly effects: Move['effects'] = [];
  readonly log: LogEntry[] = [];
  /** Facts with the effects of this very move in them, so that a step sees what the one before it did. */
  facts: Facts;

  constructor(
    program: Program,
    state: { position: Position | null; variables: Readonly<Record<string, unknown>> },
    input: MoveInput,
  ) {
    this.program = program;
    this.input = input;
    this.nowText = input.now.toISOString();
    this.facts = input.facts;
    this.variables = { ...state.variables };
    this.position = state.position ?? enter(program, input, this.nowText);
    if (state.position === null)
      this.log.push({ nodeId: null, kind: 'entered', facts: { trigger: program.document.trigger.type } });
  }

  /** What takes the person out before anything else is done: the goal, an exit event, the client's /stop. */
  leaving(): { outcome: Outcome; reason: string; record: Record<string, unknown> } | undefined {
    const { goal, exitOn } = this.program.document.settings;
    for (const event of this.input.events) {
      if (event.seq <= this.position.sinceSeq) continue;
      const record = { event: event.type, eventId: event.id };
      if (goal && this.matches(goal, event)) return { outcome: 'finished', reason: 'goal', record };
      if (exitOn.some((rule) => this.matches(rule, event))) return { outcome: 'left', reason: event.type, record };
      if (event.type === 'contact.stopped' && this.program.speaks)
        return { outcome: 'left', reason: event.type, record };
    }
    return undefined;
  }

  private matches(rule: EventRule, event: StoredEvent): boolean {
    if (event.type !== rule.event) return false;
    if (rule.sameSubject && event.subjectId !== this.input.subjectId) return false;
    return rule.filter === undefined || holds(rule.filter, event.data, this.input.now);
  }

  /** What the pauses that have ended do to a person who stood still. */
  resume(): Move | undefined {
    for (const pause of this.input.pauses ?? []) {
      const facts = { policy: pause.policy, from: pause.from.toISOString(), to: pause.to.toISOString() };
      this.log.push({ nodeId: this.position.nodeId, kind: 'resumed', facts });
      const deadline = this.input.deadline;
      if (pause.policy === 'exit' && deadline && deadline >= pause.from && deadline <= pause.to)
        return this.end('left', 'paused_too_long', { deadline: deadline.toISOString() });
      if (pause.policy === 'skip') this.position = { ...this.position, skipBefore: pause.to.toISOString() };
      if (pause.policy === 'retime') {
        const entered = Date.parse(this.position.enteredAt);
        const length = pause.to.getTime() - Math.max(entered, pause.from.getTime());
        const moved = new Date(entered + Math.max(0, length)).toISOString();
        this.position = { ...this.position, enteredAt: moved };
      }
    }
    return undefined;
  }

  context(): StepContext {
    const { position, input } = this;
    const answer = input.answer?.key === this.callKey() ? input.answer : undefined;
    const enteredAt = this.momentOf(position.enteredAt);
    return {
      runId: input.runId,
      automationId: this.program.automationId,
      nodeId: position.nodeId,
      enteredAt,
      dueAt: position.dueAt === undefined ? enteredAt : this.momentOf(position.dueAt),
      now: input.now,
      zone: this.facts.contact.timeZone,
      facts: this.facts,
      variables: this.variables,
      events: input.events.filter((event) => event.seq > position.sinceSeq),
      memory: position.memory ?? {},
      answer,
    };
  }

  /** Most steps begin at the moment of the move. */
  private momentOf(text: string): Date {
    return text === this.nowText ? this.input.now : new Date(text);
  }

  /** A step that breaks would break again: the person stops at it, and all that was done before it stays. */
  passes(run: () => StepResult): Move | undefined {
    let result: StepResult;
    try {
      result = run();
    } catch (error) {
      return this.end('failed', String(error).slice(0, 200), {});
    }
    return this.take(result);
  }

  private take(result: StepResult): Move | undefined {
    const gated = result.kind === 'call' ? result : this.gate(result);
    if ('directive' in gated) return gated;
    return this.follow(gated);
  }

  private follow(result: StepResult): Move | undefined {
    const { nodeId } = this.position;
    const record = { ...result.record };
    switch (result.kind) {
      case 'end':
        this.make(result.effects);
        return this.end('finished', result.reason, record);
      case 'call':
        this.log.push({ nodeId, kind: 'calls', facts: record });
        return this.move({
          kind: 'call',
          key: this.callKey(),
          request: result.request,
          listensTo: this.program.leavesOn,
        });
      case 'wait':
        this.make(result.effects);
        this.hear(result.consumedSeq);
        if (result.memory) this.position = { ...this.position, memory: result.memory };
        return this.wait(result.until, result.listensTo, record);
      case 'go':
        return this.go(result, record);
    }
  }

  private go(result: Extract<StepResult, { kind: 'go' }>, record: Record<string, unknown>): Move | undefined {
    const { nodeId, visit, heardAt, skipBefore, dueAt } = this.position;
    this.make(result.effects);
    if (result.output !== undefined) this.variables = { ...this.variables, [nodeId]: result.output };
    if (result.set)
      this.variables = { ...this.variables, vars: { ...(this.variables['vars'] as object), ...result.set } };
    this.log.push({ nodeId, kind: 'went', facts: { ...record, port: result.port } });
    this.hear(result.consumedSeq);
    const to = this.program.next.get(`${nodeId}:${result.port}`);
    if (to === undefined) return this.end('failed', 'branch_missing', { port: result.port });
    this.position = {
      nodeId: to,
      enteredAt: this.nowText,
      dueAt: result.at?.toISOString() ?? dueAt,
      visit: visit + 1,
      sinceSeq: this.position.sinceSeq,
      ...((this.position.heardAt ?? heardAt) ? { heardAt: this.position.heardAt ?? heardAt } : {}),
      ...(skipBefore ? { skipBefore } : {}),
    };
    return undefined;
  }

  /** Uses up what a wait has heard. What the client did themselves is answered at any hour. */
  private hear(seq: number | undefined): void {
    if (seq === undefined || seq <= this.position.sinceSeq) return;
    const heard = this.input.events.findLast((event) => event.seq <= seq && ACTS.has(event.type));
    this.position = {
      ...this.position,
      sinceSeq: seq,
      ...(heard ? { heardAt: heard.occurredAt.toISOString() } : {}),
    };
  }

  /** Holds a step back whose messages may not go yet, or drops those that may not go at all. */
  private gate(result: Exclude<StepResult, { kind: 'call' }>): Exclude<StepResult, { kind: 'call' }> | Move {
    const message = result.effects?.find((effect) => effect.kind === 'send_message');
    if (!message) return result;
    const { position, program } = this;
    const said = gate(program.document.settings, {
      class: message.class,
      now: this.input.now,
      dueAt: this.momentOf(position.dueAt ?? position.enteredAt),
      heardAt: position.heardAt ? new Date(position.heardAt) : null,
      skipBefore: position.skipBefore ? new Date(position.skipBefore) : null,
      facts: this.facts,
    });
    if (said.kind === 'open') return result;
    if (said.kind === 'later') return this.wait(said.until, [], said.record);
    const record = { ...result.record, ...said.record };
    const effects = result.effects?.filter((effect) => effect.kind !== 'send_message') ?? [];
    if (result.kind === 'wait' && result.ifNotSent !== undefined)
      return { kind: 'go', port: result.ifNotSent, effects, consumedSeq: result.consumedSeq, record };
    return { ...result, effects, record };
  }

  private make(effects: readonly Effect[] | undefined): void {
    if (!effects || effects.length === 0) return;
    const { nodeId, visit, made = 0 } = this.position;
    effects.forEach((effect, index) => {
      this.effects.push({ key: `${nodeId}:${visit}:${made + index}`, nodeId, effect: this.bounded(effect) });
      this.facts = expectFacts(this.facts, effect, this.input.now);
    });
    this.position = { ...this.position, made: made + effects.length };
  }

  /** A message carries the chain's own limits on. */
  private bounded(effect: Effect): Effect {
    if (effect.kind !== 'send_message') return effect;
    const { lateAfter, priority } = this.program.document.settings;
    const due = new Date(this.position.dueAt ?? this.position.enteredAt);
    return {
      ...effect,
      ...(priority === 'normal' ? {} : { priority }),
      ...(lateAfter === undefined
        ? {}
        : { expiresAt: addDuration(due, lateAfter, this.facts.contact.timeZone).toISOString() }),
    };
  }

  private wait(until: Date | null, listensTo: readonly EventType[], facts: Record<string, unknown>): Move {
    this.log.push({ nodeId: this.position.nodeId, kind: 'waits', facts });
    return this.move({ kind: 'wait', until, listensTo: [...new Set([...listensTo, ...this.program.leavesOn])] });
  }

  private callKey(): string {
    return `${this.position.nodeId}:${this.position.visit}`;
  }

  end(outcome: Outcome, reason: string, facts: Record<string, unknown>): Move {
    this.log.push({ nodeId: this.position.nodeId, kind: 'ended', facts: { ...facts, outcome, reason } });
    return this.move({ kind: 'end', outcome, reason });
  }

  private move(directive: Directive): Move {
    return { position: this.position, variables: this.variables, effects: this.effects, log: this.log, directive };
  }
}

function enter(program: Program, input: MoveInput, nowText: string): Position {
  return {
    nodeId: program.next.get('trigger:next') ?? '',
    enteredAt: nowText,
    dueAt: input.entry.at.toISOString(),
    visit: 1,
    sinceSeq: input.entry.seq,
    ...(ACTS.has(input.entry.type) ? { heardAt: input.entry.at.toISOString() } : {}),
  };
}
