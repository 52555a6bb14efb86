import type { EventType, StoredEvent } from '#domain/events.ts';
import type { AutomationDocument } from './document.ts';
import type { Effect } from './effects.ts';
import type { Facts } from './facts.ts';
import type { StepContext, StepResult } from './step.ts';
import { steps } from './steps/registry.ts';
import { triggers } from './triggers/registry.ts';

/** A published version, ready to be walked: parsed once a process. */
export type Program = {
  document: AutomationDocument;
  nodes: ReadonlyMap<string, { id: string; type: string; config: unknown }>;
  next: ReadonlyMap<string, string>;
  /** Every event type that a step of it can wait for, or that takes a person out. */
  listensTo: readonly EventType[];
};

/** Where a person stands. `sinceSeq`: events after it have not been used by a wait yet. */
export type Position = { nodeId: string; enteredAt: string; visit: number; sinceSeq: number };

export type Directive =
  | { kind: 'wait'; until: Date | null; listensTo: readonly EventType[] }
  | { kind: 'end'; outcome: 'finished' | 'left' | 'failed'; reason: string };

export type LogEntry = {
  nodeId: string | null;
  kind: 'entered' | 'went' | 'waits' | 'ended';
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

const MOVES_AT_ONCE = 100;

export function compile(document: AutomationDocument): Program {
  const listens = new Set<EventType>(document.settings.exitOn);
  for (const node of document.nodes) {
    for (const type of steps[node.type]?.definition.listensTo?.(node.config) ?? []) listens.add(type);
  }
  return {
    document,
    nodes: new Map(document.nodes.map((node) => [node.id, node])),
    next: new Map(document.edges.map((edge) => [`${edge.from}:${edge.port}`, edge.to])),
    listensTo: [...listens],
  };
}

/** Whether an event starts a run of this program. */
export function starts(
  program: Program,
  event: StoredEvent,
  facts: Facts,
): { starts: boolean; record: Record<string, unknown> } {
  const { type, config } = program.document.trigger;
  const trigger = triggers[type];
  return trigger ? trigger.run(config, event, facts) : { starts: false, record: { trigger: type } };
}

/** What makes two entries of one person the same entry. */
export function entryKey(program: Program, event: StoredEvent): string {
  switch (program.document.settings.reentry) {
    case 'once':
      return 'once';
    case 'once_per_subject':
      return event.subjectId ?? event.id;
    case 'always':
      return event.id;
  }
}

/**
 * The one interpreter. Walks from where the person stands, through everything that takes no time, to the next wait or
 * the end. Pure: the same arguments give the same move, in production, in the simulator and in a replay.
 * @param state `position` null: the person enters now.
 * @param input.events what the run's inbox holds since `position.sinceSeq`, in order.
 */
export function advance(
  program: Program,
  state: { position: Position | null; variables: Readonly<Record<string, unknown>> },
  input: { now: Date; entrySeq: number; events: readonly StoredEvent[]; facts: Facts },
): Move {
  const walk = new Walk(program, state, input);
  const exit = input.events.find(
    (event) => program.document.settings.exitOn.includes(event.type) && event.seq > walk.position.sinceSeq,
  );
  if (exit && state.position !== null) return walk.end('left', exit.type, { event: exit.type, eventId: exit.id });
  for (let count = 0; count < MOVES_AT_ONCE; count += 1) {
    const node = program.nodes.get(walk.position.nodeId);
    const step = node && steps[node.type];
    if (!node || !step) return walk.end('failed', 'step_unknown', { type: node?.type ?? null });
    const result = step.run(node.config, walk.context());
    const done = walk.take(result);
    if (done) return done;
  }
  return walk.end('failed', 'loop_without_wait', { steps: MOVES_AT_ONCE });
}

class Walk {
  readonly program: Program;
  readonly input: { now: Date; events: readonly StoredEvent[]; facts: Facts };
  position: Position;
  variables: Record<string, unknown>;
  readonly effects: Move['effects'] = [];
  readonly log: LogEntry[] = [];
  /** Facts with the effects of this very move in them, so that a step sees what the one before it did. */
  facts: Facts;

  constructor(
    program: Program,
    state: { position: Position | null; variables: Readonly<Record<string, unknown>> },
    input: { now: Date; entrySeq: number; events: readonly StoredEvent[]; facts: Facts },
  ) {
    this.program = program;
    this.input = input;
    this.facts = input.facts;
    this.variables = { ...state.variables };
    this.position = state.position ?? {
      nodeId: program.next.get('trigger:next') ?? '',
      enteredAt: input.now.toISOString(),
      visit: 1,
      sinceSeq: input.entrySeq,
    };
    if (state.position === null)
      this.log.push({ nodeId: null, kind: 'entered', facts: { trigger: program.document.trigger.type } });
  }

  context(): StepContext {
    return {
      nodeId: this.position.nodeId,
      enteredAt: new Date(this.position.enteredAt),
      now: this.input.now,
      zone: this.facts.business.timeZone,
      facts: this.facts,
      variables: this.variables,
      events: this.input.events.filter((event) => event.seq > this.position.sinceSeq),
    };
  }

  take(result: StepResult): Move | undefined {
    const { nodeId, visit } = this.position;
    const facts = { ...result.record };
    if (result.kind === 'end') return this.end('finished', result.reason, facts);
    if (result.kind === 'wait') {
      this.log.push({ nodeId, kind: 'waits', facts });
      const listensTo = [...new Set([...result.listensTo, ...this.program.document.settings.exitOn])];
      return this.move({ kind: 'wait', until: result.until, listensTo });
    }
    (result.effects ?? []).forEach((effect, index) => {
      this.effects.push({ key: `${nodeId}:${visit}:${index}`, nodeId, effect });
      this.facts = withEffect(this.facts, effect);
    });
    if (result.output !== undefined) this.variables = { ...this.variables, [nodeId]: result.output };
    this.log.push({ nodeId, kind: 'went', facts: { ...facts, port: result.port } });
    const to = this.program.next.get(`${nodeId}:${result.port}`);
    if (to === undefined) return this.end('failed', 'branch_missing', { port: result.port });
    this.position = {
      nodeId: to,
      enteredAt: this.input.now.toISOString(),
      visit: visit + 1,
      sinceSeq: Math.max(this.position.sinceSeq, result.consumedSeq ?? 0),
    };
    return undefined;
  }

  end(outcome: 'finished' | 'left' | 'failed', reason: string, facts: Record<string, unknown>): Move {
    this.log.push({ nodeId: this.position.nodeId, kind: 'ended', facts: { ...facts, outcome, reason } });
    return this.move({ kind: 'end', outcome, reason });
  }

  private move(directive: Directive): Move {
    return { position: this.position, variables: this.variables, effects: this.effects, log: this.log, directive };
  }
}

function withEffect(facts: Facts, effect: Effect): Facts {
  if (effect.kind !== 'add_tag' || facts.contact.tags.includes(effect.tag)) return facts;
  return { ...facts, contact: { ...facts.contact, tags: [...facts.contact.tags, effect.tag] } };
}
