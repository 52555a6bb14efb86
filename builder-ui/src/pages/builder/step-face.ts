import type { FieldNames } from '#automation/condition-words.ts';
import { stepSentence, triggerSentence } from '#automation/sentence.ts';
import { steps } from '#automation/steps/registry.ts';
import { triggers } from '#automation/triggers/registry.ts';
import type { Draft, DraftNode } from '../../canvas/draft.ts';
import type { Words } from '../../words.tsx';

export type Face = { tile: string; icon: string | undefined; kind: string; words: string };

/** How a step looks and reads. */
export function faceOf(
  {
    node,
    trigger,
    names,
  }: {
    node?: DraftNode | undefined;
    trigger?: Draft['trigger'] | undefined;
    names?: FieldNames | undefined;
  },
  { language, pick, t }: Pick<Words, 'language' | 'pick' | 't'>,
): Face {
  if (!node) {
    const words = (trigger && triggerSentence(trigger, language)) ?? t('web.forms.start_choose');
    return { tile: 'start', icon: triggers[trigger?.type ?? '']?.definition.icon, kind: t('web.forms.trigger'), words };
  }
  const definition = steps[node.type]?.definition;
  const kind = definition ? pick(definition.title) : t('web.forms.step');
  const sentence = stepSentence(node, language, names);
  return { tile: tileOf(definition), icon: definition?.icon, kind, words: node.label ?? sentence };
}

/** The colour of a tile says the kind. */
export function tileOf(definition: { kind: string; group: string } | undefined): string {
  if (!definition || definition.group === 'connect') return 'out';
  return definition.kind === 'decide' ? 'fork' : definition.kind;
}

/** Whether a step's sentence names what earlier steps left behind. */
export const namesSteps = (node: DraftNode | undefined): boolean =>
  node !== undefined && /["{\s]steps\./.test(JSON.stringify(node.config));
