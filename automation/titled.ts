import type { AutomationDraft } from './document.ts';
import { stepSentence, triggerSentence } from './sentence.ts';
import { steps } from './steps/registry.ts';
import type { Port } from './step.ts';

type Located = { facts: Record<string, unknown> };

/** Says in the owner's words which step (`facts.node`) and which way out of it (`facts.port`) something is about. */
export function titled<One extends Located>(document: AutomationDraft, one: One): One {
  const id = one.facts['node'];
  const node = typeof id === 'string' ? document.nodes.find((each) => each.id === id) : undefined;
  const title = node
    ? { ru: node.label ?? stepSentence(node, 'ru'), en: node.label ?? stepSentence(node, 'en') }
    : id === 'trigger'
      ? {
          ru: triggerSentence(document.trigger, 'ru') ?? 'начало',
          en: triggerSentence(document.trigger, 'en') ?? 'the start',
        }
      : undefined;
  const port = one.facts['port'];
  const way = node && steps[node.type] ? waysOf(node).find((each) => each.id === port)?.title : undefined;
  return { ...one, facts: { ...one.facts, ...(title ? { title } : {}), ...(way ? { way } : {}) } };
}

/** The ways out of a node; none when its config is too broken to tell. */
export function waysOf(node: { type: string; config: unknown }): readonly Port[] {
  const definition = steps[node.type]?.definition;
  const parsed = definition?.config.safeParse(node.config);
  try {
    return definition?.ports(parsed?.success ? parsed.data : node.config) ?? [];
  } catch {
    return [];
  }
}
