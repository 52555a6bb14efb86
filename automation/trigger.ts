import type { z } from 'zod';
import type { EventType, StoredEvent } from '#domain/events.ts';
import type { Facts } from './facts.ts';
import type { Language, Words } from './words.ts';

/** What a trigger looks like to people and to the router. */
export type TriggerDefinition<Config = unknown> = {
  type: string;
  icon: string;
  title: Words;
  /** Where the palette lists it. */
  group: 'start';
  /** One plain sentence for the one who chooses what starts the chain. */
  about: Words;
  config: z.ZodType<Config>;
  /** What a new one starts with. May be unfinished: then it shows what is missing. */
  fresh(): Record<string, unknown>;
  /** The event types that the router must show it. */
  listensTo(config: Config): readonly EventType[];
  sentence(config: Config, language: Language): string;
};

/** Whether an event starts a run, and the values that decided. */
export type TriggerRun<Config = unknown> = (
  config: Config,
  event: StoredEvent,
  facts: Facts,
) => { starts: boolean; record: Record<string, unknown> };

export type Trigger<Config = unknown> = { definition: TriggerDefinition<Config>; run: TriggerRun<Config> };

export function trigger<Config>(definition: TriggerDefinition<Config>, run: TriggerRun<Config>): Trigger {
  return { definition, run } as unknown as Trigger;
}
