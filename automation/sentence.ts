import type { FieldNames } from './condition-words.ts';
import { steps } from './steps/registry.ts';
import { triggers } from './triggers/registry.ts';
import type { Language } from './words.ts';

/** A node read aloud, however unfinished its config is; one of an unknown type reads as its type. */
export function stepSentence(
  node: { type: string; config: Readonly<Record<string, unknown>> },
  language: Language,
  names?: FieldNames,
): string {
  const definition = steps[node.type]?.definition;
  return definition ? read(definition, node.config, language, names) : node.type;
}

/** The start read aloud; undefined when none is chosen, or when it is not known. */
export function triggerSentence(
  trigger: { type: string; config: Readonly<Record<string, unknown>> },
  language: Language,
): string | undefined {
  const definition = triggers[trigger.type]?.definition;
  return definition && read(definition, trigger.config, language);
}

type Readable = {
  title: Record<Language, string>;
  config: { safeParse(config: unknown): { success: boolean; data?: unknown } };
  sentence(config: unknown, language: Language, names?: FieldNames): string;
};

/** An unfinished config may lack what the sentence is made of: then the title says enough. */
function read(definition: Readable, config: unknown, language: Language, names?: FieldNames): string {
  const parsed = definition.config.safeParse(config);
  try {
    const words = definition.sentence(parsed.success ? parsed.data : config, language, names).trim();
    return words === '' || /undefined|«»|“”|\[object| {2}/.test(words) ? definition.title[language] : words;
  } catch {
    return definition.title[language];
  }
}
