import type { z } from 'zod';
import type { EventType, StoredEvent } from '#domain/events.ts';
import type { Effect, OutsideAnswer, OutsideRequest } from './effects.ts';
import type { ValueKind } from './event-fields.ts';
import type { Facts } from './facts.ts';
import type { FieldNames } from './condition-words.ts';
import type { FieldWords } from './field-words.ts';
import type { StepGroup } from './groups.ts';
import type { Language, Words } from './words.ts';

/** What a step looks like to people, to the verifier and to the builder, which draws its form from `config`. */
export type StepDefinition<Config = unknown> = {
  type: string;
  kind: 'say' | 'wait' | 'decide' | 'do' | 'end';
  icon: string;
  title: Words;
  /** Where the palette lists it. */
  group: StepGroup;
  /** One plain sentence for the palette: what it does for the owner. */
  about: Words;
  /** Its form is drawn from this: words stand in the meta of each field (`worded` of fields.ts). */
  config: z.ZodType<Config>;
  /** What a new one starts with. May be unfinished: then it shows what is missing. */
  fresh(): Record<string, unknown>;
  /** The ways out. None: the chain ends here. */
  ports(config: Config): readonly Port[];
  /** What the step leaves behind for later steps, as `steps.<node id>.<field>`. */
  output?: z.ZodType | undefined;
  /** What `output` holds under this config, where the schema alone does not say it. */
  outputFields?(config: Config): readonly OutputField[];
  /** The ways out after which the output is there; without it, all of them. */
  outputOn?: readonly string[] | undefined;
  /** Names that it sets for the whole chain, as `vars.<name>`. */
  sets?(config: Config): readonly OutputField[];
  /** Events that it waits for. */
  listensTo?(config: Config): readonly EventType[];
  /** Whether a person can stay here for a while: a loop needs one such step. */
  waits: boolean;
  /** The longest that a person can stay, ISO 8601; null when nothing bounds it. Without it: no time at all. */
  longestStay?(config: Config): string | null;
  /** Messages that one visit can send to the client at most. */
  messages?(config: Config): number;
  /** On which port it can be left how many times at most before another is taken: what caps a loop. */
  cap?(config: Config): { port: string; times: number };
  /** Things outside of the chain that it needs. */
  refersTo?(config: Config): readonly Reference[];
  /** Events that it makes happen for this person, with what is known of their data: circles are found by them. */
  causes?(config: Config): readonly { event: EventType; data: Readonly<Record<string, unknown>> }[];
  /** The node read aloud, values included. `names`: what the chain calls what earlier steps left behind. */
  sentence(config: Config, language: Language, names?: FieldNames): string;
};

export type Port = { id: string; title: Words };
export type Reference = { kind: 'automation' | 'secret' | 'field' | 'service' | 'staff'; id: string };

/** One value that a step leaves behind. */
export type OutputField = { name: string; words: FieldWords; kind: ValueKind; sample: unknown };

/** Everything a step may know. `now` comes in: nobody reads a clock here. */
export type StepContext = {
  runId: string;
  automationId: string;
  nodeId: string;
  /** When this visit of the node began: waits count from it, whatever woke the run since. */
  enteredAt: Date;
  /** When the person should have come here: the end of the wait before, however late the machine was. */
  dueAt: Date;
  now: Date;
  /** The person's own time zone. */
  zone: string;
  facts: Facts;
  /** Outputs of earlier steps by node id; `vars` holds what the chain named itself. */
  variables: Readonly<Record<string, unknown>>;
  /** Events since the run's entry, or since the end of its previous wait for an event, in order. */
  events: readonly StoredEvent[];
  /** What this step itself has kept since it was entered. */
  memory: Readonly<Record<string, unknown>>;
  /** What came of the outside call that this visit asked for. */
  answer: OutsideAnswer | undefined;
};

/** What a step wants: pure data, carried out by the driver. `record` says why, with the values that decided. */
export type StepResult =
  | {
      kind: 'go';
      port: string;
      effects?: Effect[];
      output?: unknown;
      /** Values of the whole chain, `vars.<name>`. */
      set?: Readonly<Record<string, unknown>> | undefined;
      consumedSeq?: number | undefined;
      /** When it was meant to go on, if not now: the end of a wait. */
      at?: Date | undefined;
      record?: Record<string, unknown>;
    }
  | {
      kind: 'wait';
      until: Date | null;
      listensTo: readonly EventType[];
      effects?: Effect[] | undefined;
      /** Kept until the step is left. */
      memory?: Readonly<Record<string, unknown>> | undefined;
      /** The way on when its message may not be sent: there is nothing to wait for then. */
      ifNotSent?: string | undefined;
      consumedSeq?: number | undefined;
      record?: Record<string, unknown>;
    }
  | { kind: 'call'; request: OutsideRequest; record?: Record<string, unknown> }
  | { kind: 'end'; reason: string; effects?: Effect[]; record?: Record<string, unknown> };

export type StepRun<Config = unknown> = (config: Config, context: StepContext) => StepResult;

export type Step<Config = unknown> = { definition: StepDefinition<Config>; run: StepRun<Config> };

/** Keeps the types of config, definition and run together. */
export function step<Config>(definition: StepDefinition<Config>, run: StepRun<Config>): Step {
  return { definition, run } as unknown as Step;
}
