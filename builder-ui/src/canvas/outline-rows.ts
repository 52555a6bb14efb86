import { nodeOf, portsAt, TRIGGER, type Draft, type Port } from './draft.ts';

/**
 * A line of the outline. `step`: a node in its place; `branch`: the word of a way out, the steps under it one level
 * deeper; `again`: a step that stands elsewhere already; `open`: a way out that leads nowhere yet; `loose`: steps that
 * nobody reaches begin here.
 */
export type OutlineRow =
  | { kind: 'step'; key: string; id: string; level: number; from: string; port: string }
  | { kind: 'branch'; key: string; from: string; port: Port; level: number }
  | { kind: 'again'; key: string; id: string; level: number; from: string; port: string }
  | { kind: 'open'; key: string; level: number; from: string; port: string }
  | { kind: 'loose'; key: string; level: number };

/** The drawing as an indented list: a chain goes down, a branch goes in. */
export function outlineRows(draft: Draft): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const shown = new Set<string>([TRIGGER]);
  const to = new Map(draft.edges.map((edge) => [`${edge.from}:${edge.port}`, edge.to]));
  rows.push({ kind: 'step', key: TRIGGER, id: TRIGGER, level: 1, from: '', port: '' });
  follow(TRIGGER, 1);
  const loose = draft.nodes.filter((node) => !shown.has(node.id));
  const reached = new Set(draft.edges.map((edge) => edge.to));
  const heads = [...loose.filter((node) => !reached.has(node.id)), ...loose];
  for (const node of heads) {
    if (shown.has(node.id)) continue;
    if (!rows.some((row) => row.kind === 'loose')) rows.push({ kind: 'loose', key: 'loose', level: 1 });
    shown.add(node.id);
    rows.push({ kind: 'step', key: node.id, id: node.id, level: 1, from: '', port: '' });
    follow(node.id, 1);
  }
  return rows;

  /** Straight chains are walked, not nested: a thousand steps in a row are no deeper than one. */
  function follow(start: string, level: number): void {
    for (let id: string | undefined = start; id !== undefined;) {
      const ports = portsAt(draft, id);
      if (ports.length !== 1) {
        for (const port of ports) {
          rows.push({ kind: 'branch', key: `${id}:${port.id}`, from: id, port, level: level + 1 });
          if (place(id, port.id, level + 2)) follow(to.get(`${id}:${port.id}`)!, level + 2);
        }
        return;
      }
      const [port] = ports;
      const from: string = id;
      id = place(from, port!.id, level) ? to.get(`${from}:${port!.id}`) : undefined;
    }
  }

  /** Writes what a way out leads to; whether it is to be followed. */
  function place(from: string, port: string, level: number): boolean {
    const id = to.get(`${from}:${port}`);
    const key = `${from}:${port}`;
    if (id === undefined || !nodeOf(draft, id)) {
      rows.push({ kind: 'open', key: `open ${key}`, level, from, port });
      return false;
    }
    if (shown.has(id)) {
      rows.push({ kind: 'again', key: `again ${key}`, id, level, from, port });
      return false;
    }
    shown.add(id);
    rows.push({ kind: 'step', key: id, id, level, from, port });
    return true;
  }
}
