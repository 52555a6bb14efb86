import { useMemo } from 'react';
import type { Draft, DraftNode } from '../../canvas/draft.ts';
import { useWords } from '../../words.tsx';
import { faceOf } from './step-face.ts';

/** What is different in the second drawing, a line each, in the words of its steps. Places are no difference. */
export function useDifference(before: Draft | undefined, after: Draft | undefined): string[] {
  const words = useWords();
  return useMemo(() => {
    if (!before || !after) return [];
    const { t } = words;
    const say = (node: DraftNode) => faceOf({ node }, words).words;
    const old = new Map(before.nodes.map((node) => [node.id, node]));
    const now = new Map(after.nodes.map((node) => [node.id, node]));
    const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
    const { at: _a, ...oldTrigger } = before.trigger;
    const { at: _b, ...newTrigger } = after.trigger;
    const ways = (draft: Draft) => draft.edges.map((edge) => `${edge.from}:${edge.port}:${edge.to}`).sort();
    const lines = [
      ...(before.name === after.name ? [] : [t('web.builder.diff.name', { before: before.name, after: after.name })]),
      ...(same(oldTrigger, newTrigger) ? [] : [t('web.builder.diff.trigger')]),
      ...after.nodes
        .filter((node) => !old.has(node.id))
        .map((node) => t('web.builder.diff.added', { step: say(node) })),
      ...before.nodes
        .filter((node) => !now.has(node.id))
        .map((node) => t('web.builder.diff.removed', { step: say(node) })),
      ...after.nodes.flatMap((node) => {
        const was = old.get(node.id);
        if (!was || (same(was.config, node.config) && was.label === node.label && was.type === node.type)) return [];
        return [t('web.builder.diff.changed', { before: say(was), after: say(node) })];
      }),
      ...(same(before.settings, after.settings) ? [] : [t('web.builder.diff.settings')]),
    ];
    if (lines.length === 0 && !same(ways(before), ways(after))) lines.push(t('web.builder.diff.ways'));
    if (lines.length === 0) lines.push(t(same(before, after) ? 'web.builder.diff.none' : 'web.builder.diff.places'));
    return lines.length > 12
      ? [...lines.slice(0, 11), t('web.builder.diff.more', { count: lines.length - 11 })]
      : lines;
  }, [before, after, words]);
}
