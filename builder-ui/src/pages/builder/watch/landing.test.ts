import { describe, expect, it } from '@jest/globals';
import { landingOf, planOf, sumsOf } from './landing.ts';

const step = (nodeId: string, people: number, inDraft = true) => ({
  nodeId,
  people,
  inDraft,
  title: { ru: nodeId, en: nodeId },
});

describe('those inside when a version is published', () => {
  it('are treated as the settings of the chain say until somebody chooses', () => {
    const inside = [step('day', 4), step('ask', 2)];
    expect(planOf(inside, { ask: { do: 'exit' } }, 'move')).toEqual({
      day: { do: 'move', to: 'day' },
      ask: { do: 'exit' },
    });
  });

  it('finish the old version where the new one has no such step, unless they are led to another', () => {
    expect(landingOf(step('gone', 1, false), 'move')).toEqual({ do: 'keep' });
    expect(planOf([step('gone', 1, false)], { gone: { do: 'move', to: 'day' } }, 'move')).toEqual({
      gone: { do: 'move', to: 'day' },
    });
  });

  it('are counted by what happens to them', () => {
    const inside = [step('day', 4), step('ask', 2), step('gone', 1, false)];
    const plan = planOf(inside, { ask: { do: 'exit' } }, 'move');
    expect(sumsOf(inside, plan)).toEqual({ keep: 1, move: 4, exit: 2 });
  });
});
