import { portsAt, TRIGGER, type Draft, type Point } from './draft.ts';

/** Where an arrow key leads: down to what follows, up to what came before, sideways to the neighbour of the same row. */
export function walk(
  draft: Draft,
  places: ReadonlyMap<string, Point>,
  from: string,
  key: 'up' | 'down' | 'left' | 'right',
): string {
  if (key === 'down') {
    const ports = portsAt(draft, from).map((port) => port.id);
    const out = draft.edges.filter((edge) => edge.from === from);
    return out.sort((one, other) => ports.indexOf(one.port) - ports.indexOf(other.port))[0]?.to ?? from;
  }
  if (key === 'up') return draft.edges.find((edge) => edge.to === from)?.from ?? from;
  const here = places.get(from);
  if (!here) return from;
  const side = key === 'left' ? -1 : 1;
  let best = from;
  let distance = Infinity;
  for (const id of [TRIGGER, ...draft.nodes.map((node) => node.id)]) {
    const there = places.get(id);
    if (!there || id === from || (there.x - here.x) * side <= 0) continue;
    // What stands on the same row is nearer than what stands above or below.
    const far = Math.abs(there.x - here.x) + 3 * Math.abs(there.y - here.y);
    if (far < distance) [best, distance] = [id, far];
  }
  return best;
}
