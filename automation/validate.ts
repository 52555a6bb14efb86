import type { z } from 'zod';
import { draftSchema, MOST_NODES, type AutomationDocument, type AutomationDraft } from './document.ts';
import { steps } from './steps/registry.ts';
import { titled, waysOf } from './titled.ts';
import { triggers } from './triggers/registry.ts';
import { SCHEMA } from './upgrades.ts';

/** What is wrong with a chain. `code` has words in texts/ (`issue.<code>`), `facts` fill them, `path` leads to the place. */
export type Issue = {
  code: IssueCode;
  path: string;
  facts: Record<string, unknown>;
  /** Without it: an error. */
  severity?: 'error' | 'warning' | undefined;
};

export type IssueCode =
  | 'schema_newer'
  | 'too_large'
  | 'steps_missing'
  | 'trigger_missing'
  | 'shape_invalid'
  | 'config_invalid'
  | 'duration_invalid'
  | 'template_invalid'
  | 'step_unknown'
  | 'trigger_unknown'
  | 'id_repeated'
  | 'edge_to_nowhere'
  | 'port_unknown'
  | 'port_repeated'
  | 'branch_missing'
  | 'node_unreachable'
  | 'loop_without_wait';

/** Reads a chain from outside. Either a document that can be published, or every reason why it cannot. */
export function validate(input: unknown): { ok: true; document: AutomationDocument } | { ok: false; issues: Issue[] } {
  const draft = draftSchema.safeParse(input);
  if (!draft.success) return { ok: false, issues: draftIssues(input) };
  const document = draft.data;
  const issues: Issue[] = [...checkConfigs(document), ...checkGraph(document)];
  return issues.length === 0
    ? { ok: true, document }
    : { ok: false, issues: issues.map((one) => titled(document, one)) };
}

/** Why something is not even a draft: not our JSON, of a newer Takt, or too large. */
export function draftIssues(input: unknown): Issue[] {
  const said = input as { schema?: unknown; nodes?: unknown } | null;
  if (typeof said?.schema === 'number' && said.schema > SCHEMA)
    return [{ code: 'schema_newer', path: 'schema', facts: { schema: said.schema, known: SCHEMA } }];
  if (Array.isArray(said?.nodes) && said.nodes.length > MOST_NODES)
    return [{ code: 'too_large', path: 'nodes', facts: { count: said.nodes.length, most: MOST_NODES } }];
  const parsed = draftSchema.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map((issue) => zodIssue(issue, [], 'shape_invalid'));
}

function checkConfigs(document: AutomationDraft): Issue[] {
  const issues: Issue[] = [];
  const trigger = triggers[document.trigger.type];
  if (document.trigger.type === '')
    issues.push({ code: 'trigger_missing', path: 'trigger', facts: { node: 'trigger' } });
  else if (!trigger)
    issues.push({
      code: 'trigger_unknown',
      path: 'trigger.type',
      facts: { type: document.trigger.type, node: 'trigger' },
    });
  else issues.push(...fill(trigger.definition.config, document.trigger, 'trigger', ['trigger', 'config']));
  if (document.nodes.length === 0) issues.push({ code: 'steps_missing', path: 'nodes', facts: { node: 'trigger' } });
  document.nodes.forEach((node, index) => {
    const step = steps[node.type];
    if (!step)
      issues.push({ code: 'step_unknown', path: `nodes.${index}.type`, facts: { type: node.type, node: node.id } });
    else issues.push(...fill(step.definition.config, node, node.id, ['nodes', index, 'config']));
  });
  return issues;
}

/** Checks a config and puts its defaults in place. */
function fill(
  schema: z.ZodType,
  holder: { config: Record<string, unknown> },
  node: string,
  path: PropertyKey[],
): Issue[] {
  const parsed = schema.safeParse(holder.config);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => {
      const one = zodIssue(issue, path, 'config_invalid');
      return { ...one, facts: { ...one.facts, node, field: issue.path.map(String).join('.') } };
    });
  }
  holder.config = parsed.data as Record<string, unknown>;
  return [];
}

function zodIssue(issue: z.core.$ZodIssue, before: PropertyKey[], fallback: IssueCode): Issue {
  const named = issue.message === 'duration_invalid' || issue.message === 'template_invalid' ? issue.message : fallback;
  const keys = 'keys' in issue && Array.isArray(issue.keys) ? { unknown: issue.keys.join(', ') } : {};
  return {
    code: named,
    path: [...before, ...issue.path].map(String).join('.'),
    facts: { detail: issue.message, expected: issue.code, ...keys },
  };
}

function checkGraph(document: AutomationDraft): Issue[] {
  const issues: Issue[] = [];
  const index = new Map<string, number>();
  document.nodes.forEach((node, at) => {
    if (node.id === 'trigger' || index.has(node.id))
      issues.push({ code: 'id_repeated', path: `nodes.${at}.id`, facts: { node: node.id } });
    index.set(node.id, at);
  });
  const taken = new Set<string>();
  document.edges.forEach((edge, at) => {
    if (!index.has(edge.to)) issues.push({ code: 'edge_to_nowhere', path: `edges.${at}.to`, facts: { node: edge.to } });
    if (!portsOf(document, edge.from)?.includes(edge.port)) {
      issues.push({ code: 'port_unknown', path: `edges.${at}`, facts: { node: edge.from, port: edge.port } });
    }
    const key = `${edge.from}:${edge.port}`;
    if (taken.has(key))
      issues.push({ code: 'port_repeated', path: `edges.${at}`, facts: { node: edge.from, port: edge.port } });
    taken.add(key);
  });
  for (const id of ['trigger', ...index.keys()]) {
    for (const port of portsOf(document, id) ?? []) {
      if (taken.has(`${id}:${port}`)) continue;
      issues.push({
        code: 'branch_missing',
        path: id === 'trigger' ? 'trigger' : `nodes.${index.get(id)}`,
        facts: { node: id, port },
      });
    }
  }
  // An empty drawing says so already, at its start.
  if (document.nodes.length === 0) return issues.filter((issue) => issue.code !== 'branch_missing');
  return [...issues, ...checkPaths(document, index)];
}

/** The ports of a node; undefined when its step is unknown or its config broken (that is said elsewhere). */
function portsOf(document: AutomationDraft, id: string): string[] | undefined {
  if (id === 'trigger') return ['next'];
  const node = document.nodes.find((candidate) => candidate.id === id);
  if (!node || !steps[node.type]) return undefined;
  const ways = waysOf(node);
  return ways.length > 0 || isSound(node) ? ways.map((port) => port.id) : undefined;
}

const isSound = (node: { type: string; config: unknown }): boolean =>
  steps[node.type]?.definition.config.safeParse(node.config).success ?? false;

function checkPaths(document: AutomationDraft, index: ReadonlyMap<string, number>): Issue[] {
  const next = new Map<string, string[]>();
  for (const edge of document.edges) next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to]);
  const reached = new Set<string>();
  const queue = ['trigger'];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    queue.push(...(next.get(id) ?? []));
  }
  const issues: Issue[] = document.nodes
    .filter((node) => !reached.has(node.id))
    .map((node) => ({ code: 'node_unreachable', path: `nodes.${index.get(node.id)}`, facts: { node: node.id } }));
  const circle = circleWithoutWait(document, next);
  if (circle) issues.push({ code: 'loop_without_wait', path: `nodes.${index.get(circle)}`, facts: { node: circle } });
  return issues;
}

/** A node on a circle that holds nobody: depth-first search over the nodes that do not wait. */
function circleWithoutWait(document: AutomationDraft, next: ReadonlyMap<string, string[]>): string | undefined {
  const quick = new Set(document.nodes.filter((node) => !steps[node.type]?.definition.waits).map((node) => node.id));
  const state = new Map<string, 'open' | 'done'>();
  for (const start of quick) {
    const path: { id: string; left: string[] }[] = [];
    const open = (id: string): void => {
      state.set(id, 'open');
      path.push({ id, left: (next.get(id) ?? []).filter((to) => quick.has(to)) });
    };
    if (!state.has(start)) open(start);
    while (path.length > 0) {
      const top = path.at(-1);
      const to = top?.left.pop();
      if (to === undefined) {
        if (top) state.set(top.id, 'done');
        path.pop();
      } else if (state.get(to) === 'open') return to;
      else if (!state.has(to)) open(to);
    }
  }
  return undefined;
}
