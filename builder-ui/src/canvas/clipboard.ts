import { z } from 'zod';
import { chainSchema, MOST_NODES } from '#automation/document.ts';
import { freshId, idsOf, type Draft, type Point } from './draft.ts';
import { placed } from './layout.ts';

const pieceSchema = z.strictObject({
  takt: z.literal('steps'),
  // Notes alone can be copied too.
  nodes: z.array(chainSchema.shape.nodes.element).max(MOST_NODES),
  edges: chainSchema.shape.edges,
  notes: chainSchema.shape.notes,
});
type Piece = z.output<typeof pieceSchema>;

/** The chosen steps and notes, with the ways between them, as text that can be pasted here or in another automation. */
export function copied(draft: Draft, ids: ReadonlySet<string>): string {
  const places = placed(draft);
  const nodes = draft.nodes
    .filter((node) => ids.has(node.id))
    .map((node) => ({ ...node, at: node.at ?? places.get(node.id) ?? { x: 0, y: 0 } }));
  const edges = draft.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
  const notes = (draft.notes ?? []).filter((note) => ids.has(note.id));
  return JSON.stringify(
    { takt: 'steps', nodes, edges, ...(notes.length > 0 ? { notes } : {}) } satisfies Piece,
    null,
    2,
  );
}

/** Reads what was copied; undefined when it is something else. */
export function readCopied(text: string): Piece | undefined {
  try {
    const parsed = pieceSchema.safeParse(JSON.parse(text));
    return parsed.success && parsed.data.nodes.length + (parsed.data.notes?.length ?? 0) > 0 ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Puts copies into a drawing under ids of their own, their inner ways kept, beside where they stood. */
export function pasted(
  draft: Draft,
  piece: Piece,
  shift: Point = { x: 48, y: 48 },
): { draft: Draft; ids: Set<string> } {
  const taken = idsOf(draft);
  const names = new Map<string, string>();
  const name = (id: string, type: string): string => {
    const fresh = freshId(taken, type);
    taken.add(fresh);
    names.set(id, fresh);
    return fresh;
  };
  const moved = (at: Point | undefined): Point => ({ x: (at?.x ?? 0) + shift.x, y: (at?.y ?? 0) + shift.y });
  const nodes = piece.nodes.map((node) => ({ ...node, id: name(node.id, node.type), at: moved(node.at) }));
  const notes = (piece.notes ?? []).map((note) => ({ ...note, id: name(note.id, 'note'), at: moved(note.at) }));
  const edges = piece.edges.flatMap((edge) => {
    const [from, to] = [names.get(edge.from), names.get(edge.to)];
    return from && to ? [{ ...edge, from, to }] : [];
  });
  return {
    draft: {
      ...draft,
      nodes: [...draft.nodes, ...nodes],
      edges: [...draft.edges, ...edges],
      ...(notes.length > 0 ? { notes: [...(draft.notes ?? []), ...notes] } : {}),
    },
    ids: new Set(names.values()),
  };
}

/** The same steps once more, beside themselves. */
export function duplicated(draft: Draft, ids: ReadonlySet<string>): { draft: Draft; ids: Set<string> } {
  const piece = readCopied(copied(draft, ids));
  return piece ? pasted(draft, piece) : { draft, ids: new Set() };
}
