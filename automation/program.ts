import type { EventType } from '#domain/events.ts';
import type { AutomationDocument } from './document.ts';
import { steps } from './steps/registry.ts';

/** A published version, ready to be walked: parsed once a process. */
export type Program = {
  automationId: string;
  document: AutomationDocument;
  nodes: ReadonlyMap<string, { id: string; type: string; config: unknown }>;
  next: ReadonlyMap<string, string>;
  /** Every event type that a step of it can wait for, or that takes a person out. */
  listensTo: ReadonlySet<EventType>;
  /** Events that take a person out, or are the goal. */
  leavesOn: readonly EventType[];
  /** Whether it can write to the client: then /stop takes the client out. */
  speaks: boolean;
};

export function compile(document: AutomationDocument, automationId = 'this'): Program {
  const { exitOn, goal } = document.settings;
  const speaks = document.nodes.some((node) => (steps[node.type]?.definition.messages?.(node.config) ?? 0) > 0);
  const leavesOn = new Set<EventType>([
    ...exitOn.map((rule) => rule.event),
    ...(goal ? [goal.event] : []),
    ...(speaks ? (['contact.stopped'] as const) : []),
  ]);
  const listens = new Set<EventType>(leavesOn);
  for (const node of document.nodes) {
    for (const type of steps[node.type]?.definition.listensTo?.(node.config) ?? []) listens.add(type);
  }
  return {
    automationId,
    document,
    nodes: new Map(document.nodes.map((node) => [node.id, node])),
    next: new Map(document.edges.map((edge) => [`${edge.from}:${edge.port}`, edge.to])),
    listensTo: listens,
    leavesOn: [...leavesOn],
    speaks,
  };
}
