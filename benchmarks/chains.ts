export type ChainStep = { id: string; type: string; config: Record<string, unknown> };
type Way = readonly [from: string, port: string, to: string];

/** A chain document: `ways` are its arrows as `[from, port, to]`, with `trigger` and `done` at the ends. */
export function chainDocument(input: {
  name: string;
  trigger: { type: string; config: Record<string, unknown> };
  steps: readonly ChainStep[];
  ways: readonly Way[];
}): Record<string, unknown> {
  return {
    schema: 2,
    name: input.name,
    trigger: input.trigger,
    nodes: [...input.steps, { id: 'done', type: 'end', config: { reason: 'done' } }],
    edges: input.ways.map(([from, port, to]) => ({ from, port, to })),
    settings: { reentry: 'always' },
  };
}

export const manual = { type: 'manual', config: {} };

export const say = (id: string, text: string): ChainStep => ({
  id,
  type: 'send-message',
  config: { text: { ru: text, en: text }, format: 'html', buttons: [], class: 'service' },
});
