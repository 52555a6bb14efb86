import { documentSchema, type AutomationDraft } from '#automation/document.ts';
import { compile } from '#automation/program.ts';
import { simulate } from '#automation/simulate/simulate.ts';
import { storySchema } from '#automation/simulate/story.ts';
import type { Trace } from '#automation/simulate/trace.ts';
import { storyOf, type Told } from './story.ts';

/** Plays what was told against a drawing that validates; undefined when the story or the drawing cannot be read. */
export function play(document: AutomationDraft, told: Told): Trace | undefined {
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) return undefined;
  try {
    const story = storySchema.safeParse(storyOf(told, document));
    return story.success ? simulate(compile(parsed.data), story.data) : undefined;
  } catch (error) {
    // A story is told by a person: what cannot be played is said in words, and found here.
    console.error(error);
    return undefined;
  }
}
