import type { paths } from '#api-client/schema.d.ts';

export type Plan = paths['/api/automations/{id}/publish-plan']['get']['responses'][200]['content']['application/json'];
export type Inside = Plan['inside'][number];
export type Landing = { do: 'keep' } | { do: 'exit' } | { do: 'move'; to: string };
export type Deed = Landing['do'];

/** What the chain's settings say for a step; who stands on a step that is gone cannot move to it. */
export function landingOf(step: Pick<Inside, 'nodeId' | 'inDraft'>, deed: Deed): Landing {
  if (deed !== 'move') return { do: deed };
  return step.inDraft ? { do: 'move', to: step.nodeId } : { do: 'keep' };
}

/** The plan that is sent: a choice for every step on which somebody stands. */
export function planOf(
  inside: readonly Inside[],
  chosen: Readonly<Record<string, Landing>>,
  usual: Deed,
): Record<string, Landing> {
  return Object.fromEntries(inside.map((step) => [step.nodeId, chosen[step.nodeId] ?? landingOf(step, usual)]));
}

/** How many people each deed concerns. */
export function sumsOf(inside: readonly Inside[], plan: Readonly<Record<string, Landing>>): Record<Deed, number> {
  const sums = { keep: 0, move: 0, exit: 0 };
  for (const step of inside) sums[plan[step.nodeId]?.do ?? 'keep'] += step.people;
  return sums;
}
