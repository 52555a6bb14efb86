import type { AutomationDocument } from '../document.ts';
import type { StepDefinition } from '../step.ts';
import { steps } from '../steps/registry.ts';

/** A document as the proofs walk it: looked up once. Nodes are numbered; 0 is the trigger. */
export type Chain = {
  document: AutomationDocument;
  nodes: readonly ChainNode[];
  indexOf: ReadonlyMap<string, number>;
  /** By the number of the node that they leave. */
  out: readonly (readonly Way[])[];
  into: readonly (readonly Way[])[];
};

export type ChainNode = {
  id: string;
  type: string;
  /** Where it stands in the document, `nodes.3`. */
  path: string;
  config: Record<string, unknown>;
  /** Of the trigger: none. */
  definition: StepDefinition | undefined;
};

export type Way = {
  from: number;
  to: number;
  port: string;
  /** How often it can be taken before the step leads elsewhere; null when nothing counts. */
  times: number | null;
};

export const START = 0;

/** @param document one that `validate` let through: every arrow leads somewhere, every config is sound. */
export function chainOf(document: AutomationDocument): Chain {
  const nodes: ChainNode[] = [
    {
      id: 'trigger',
      type: document.trigger.type,
      path: 'trigger',
      config: document.trigger.config,
      definition: undefined,
    },
    ...document.nodes.map((node, index) => ({
      id: node.id,
      type: node.type,
      path: `nodes.${index}`,
      config: node.config,
      definition: steps[node.type]?.definition,
    })),
  ];
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  const out: Way[][] = nodes.map(() => []);
  const into: Way[][] = nodes.map(() => []);
  const caps = nodes.map((node) => node.definition?.cap?.(node.config));
  for (const edge of document.edges) {
    const from = indexOf.get(edge.from);
    const to = indexOf.get(edge.to);
    if (from === undefined || to === undefined) continue;
    const cap = caps[from];
    const way = { from, to, port: edge.port, times: cap?.port === edge.port ? cap.times : null };
    out[from]?.push(way);
    into[to]?.push(way);
  }
  return { document, nodes, indexOf, out, into };
}

/** Everything that can be reached over ways that `open` lets through, the starts themselves included. */
export function reachedFrom(chain: Chain, starts: Iterable<number>, open: (way: Way) => boolean): Set<number> {
  const reached = new Set(starts);
  const queue = [...reached];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const way of chain.out[node] ?? []) {
      if (reached.has(way.to) || !open(way)) continue;
      reached.add(way.to);
      queue.push(way.to);
    }
  }
  return reached;
}
