import type { StepContext } from './step.ts';

/** What conditions and texts can name: `contact.…`, `order.…`, `trigger.…`, `business.…`, `steps.<node>.…`, `vars.…`. */
export function valuesFor(context: Pick<StepContext, 'facts' | 'variables'>): Record<string, unknown> {
  return { ...context.facts, steps: context.variables, vars: context.variables['vars'] ?? {} };
}
