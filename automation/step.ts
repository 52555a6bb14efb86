import type { z } from 'zod';
import type { EventType, StoredEvent } from '#domain/events.ts';
import type { Effect } from './effects.ts';
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
  ports(config: Config): readonly { id: string; title: Words }[];
  /** What the step leaves behind for later steps, as `steps.<node id>.<field>`. */
  output?: z.ZodType | undefined;
  /** What `output` holds under this config, where the schema alone does not say it. */
  outputFields?(config: Config): readonly OutputField[];
  /** The ways out after which the output is there; without it, all of them. */
  outputOn?: readonly string[] | undefined;
  /** Events that it waits for. */
  listensTo?(config: Config): readonly EventType[];
  /** Whether a person stays here for a while: a loop needs one such step. */
  waits: boolean;
  /** The node read aloud, values included. `names`: what the chain calls what earlier steps left behind. */
  sentence(config: Config, language: Language, names?: FieldNames): string;
};

/** One value that a step leaves behind. */
export type OutputField = { name: string; words: FieldWords; kind: ValueKind; sample: unknown };

/** Everything a step may know. `now` comes in: nobody reads a clock here. */
export type StepContext = {
  nodeId: string;
  /** When this visit of the node began: waits count from it, whatever woke the run since. */
  enteredAt: Date;
  now: Date;
  zone: string;
  facts: Facts;
  /** Outputs of earlier steps by node id. */
  variables: Readonly<Record<string, unknown>>;
  /** Events since the run's entry, or since the end of its previous wait for an event, in order. */
  events: readonly StoredEvent[];
};

/** What a step wants: pure data, carried out by the driver. `record` says why, with the values that decided. */
export type StepResult =
  | {
      kind: 'go';
      port: string;
      effects?: Effect[];
      output?: unknown;
      consumedSeq?: number;
      record?: Record<string, unknown>;
    }
  | { kind: 'wait'; until: Date | null; listensTo: readonly EventType[]; record?: Record<string, unknown> }
  | { kind: 'end'; reason: string; record?: Record<string, unknown> };

export type StepRun<Config = unknown> = (config: Config, context: StepContext) => StepResult;

export type Step<Config = unknown> = { definition: StepDefinition<Config>; run: StepRun<Config> };

/** Keeps the types of config, definition and run together. */
export function step<Config>(definition: StepDefinition<Config>, run: StepRun<Config>): Step {
  return { definition, run } as unknown as Step;
}
