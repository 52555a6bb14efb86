import { steps } from '#automation/steps/registry.ts';
import { triggers } from '#automation/triggers/registry.ts';
import type { Issue } from '#automation/validate.ts';
import { nodeOf, TRIGGER, type Draft } from '../../canvas/draft.ts';
import { describe } from '../../forms/describe-schema.ts';
import { placeOf, problemsOf, type FieldProblem } from '../../forms/problems.ts';

type Words = { ru: string; en: string };

/**
 * What the form says of an issue in a field: the place in the owner's words, and what is needed. Undefined when the
 * issue is not about a field of a form.
 */
export function fieldProblemOf(
  issue: Issue,
  draft: Draft,
): { place: readonly { title: Words | undefined; index?: number }[]; problem: FieldProblem } | undefined {
  const { node: id, field } = issue.facts;
  if (typeof id !== 'string' || typeof field !== 'string') return undefined;
  const holder = id === TRIGGER ? draft.trigger : nodeOf(draft, id);
  const registry = id === TRIGGER ? triggers : steps;
  const schema = holder && registry[holder.type]?.definition.config;
  if (!holder || !schema) return undefined;
  const tree = describe(schema);
  const problem = problemsOf(tree, holder.config).find((one) => near(one.path, field));
  return problem && { place: placeOf(tree, holder.config, problem.path), problem };
}

/** The form may stop before the schema does, or go further: a condition is one place, an option of a union is several. */
const near = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
