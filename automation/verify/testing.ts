import { validate } from '../validate.ts';
import type { AutomationDocument } from '../document.ts';
import { verify, type Finding, type Surroundings } from './verify.ts';

type Step = [id: string, type: string, config?: Record<string, unknown>];
type Arrow = [from: string, port: string, to: string];
type Around = {
  trigger?: [type: string, config: Record<string, unknown>];
  settings?: Record<string, unknown>;
  name?: string;
};

/** For tests: a chain of these steps that is known to be sound. Without arrows: one after another, by their first way out. */
export function chainWith(steps: readonly Step[], around: Around = {}, arrows?: readonly Arrow[]): AutomationDocument {
  const [type, config] = around.trigger ?? ['event', { event: 'order.paid' }];
  const nodes = [...steps, ['done', 'end'] as Step].map(([id, kind, own]) => ({ id, type: kind, config: own ?? {} }));
  const edges =
    arrows ?? ['trigger', ...steps.map(([id]) => id)].map((id, at): Arrow => [id, 'next', nodes[at]?.id ?? '']);
  const said = validate({
    schema: 1,
    name: around.name ?? 'Chain',
    trigger: { type, config },
    nodes,
    edges: edges.map(([from, port, to]) => ({ from, port, to })),
    settings: around.settings ?? {},
  });
  if (!said.ok) throw new Error(JSON.stringify(said.issues));
  return said.document;
}

export const alone: Surroundings = { id: 'self', others: [], caps: [], secrets: [] };

/** The codes that are found, or the findings of one code. */
export const codesOf = (document: AutomationDocument, around: Partial<Surroundings> = {}): string[] =>
  verify(document, { ...alone, ...around }).findings.map((one) => one.code);

export const found = (document: AutomationDocument, code: string, around: Partial<Surroundings> = {}): Finding[] =>
  verify(document, { ...alone, ...around }).findings.filter((one) => one.code === code);

/** Ready configs. */
export const message = (text = 'Hi', more: Record<string, unknown> = {}): Record<string, unknown> => ({
  text: { ru: text, en: text },
  class: 'service',
  ...more,
});
export const wait = (duration: string): Record<string, unknown> => ({ duration });
export const when = (field: string, is: string, value?: unknown): Record<string, unknown> => ({
  condition: { field, is, ...(value === undefined ? {} : { value }) },
});
