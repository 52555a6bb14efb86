import { compare, type Comparison, type FieldChange } from '#automation/compare.ts';
import { stepSentence, triggerSentence } from '#automation/sentence.ts';
import { steps } from '#automation/steps/registry.ts';
import { triggers } from '#automation/triggers/registry.ts';
import { namesIn } from '#automation/variables.ts';
import { nodeOf, portsAt, TRIGGER, type Draft, type DraftEdge, type DraftNode } from '../../../canvas/draft.ts';
import { describe } from '../../../forms/describe-schema.ts';
import type { Words } from '../../../words.tsx';
import { faceOf } from '../step-face.ts';

type Say = Pick<Words, 'language' | 't' | 'pick'>;

/** What is different in the second drawing, a sentence each, at most `most` of them. */
export function changeWords(before: Draft, after: Draft, words: Say, most = Infinity): string[] {
  const { t } = words;
  const found = compare(before, after);
  const named = (draft: Draft, ids: readonly string[]) => ids.map((id) => nameAt(draft, id, words));
  const lines = [
    ...(found.name ? [t('web.builder.diff.name', { before: before.name, after: after.name })] : []),
    ...(found.trigger ? [ofTrigger(before, after, found.trigger, words)] : []),
    ...named(after, found.added).map((step) => t('web.builder.diff.added', { step })),
    ...named(before, found.removed).map((step) => t('web.builder.diff.removed', { step })),
    ...found.changed.flatMap(({ id, fields }) => {
      const [was, is] = [nodeOf(before, id), nodeOf(after, id)];
      return was && is ? [ofStep({ draft: before, node: was }, { draft: after, node: is }, fields, words)] : [];
    }),
    ...ofWays(before, after, found.edges, words),
    ...(found.settings ? [t('web.builder.diff.settings')] : []),
  ];
  if (lines.length === 0)
    return [t(placesOf(before) === placesOf(after) ? 'web.builder.diff.none' : 'web.builder.diff.places')];
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), t('web.builder.diff.more', { count: lines.length - most + 1 })];
}

function ofTrigger(before: Draft, after: Draft, fields: readonly FieldChange[], words: Say): string {
  const say = ({ trigger }: Draft) => triggerSentence(trigger, words.language) ?? words.t('web.forms.start_choose');
  if (say(before) !== say(after))
    return words.t('web.watch.change.trigger', { before: say(before), after: say(after) });
  const config = triggers[after.trigger.type]?.definition.config;
  return words.t('web.watch.change.inside', { step: say(after), fields: titlesOf(fields, config, words) });
}

type Placed = { draft: Draft; node: DraftNode };

function ofStep(was: Placed, is: Placed, fields: readonly FieldChange[], words: Say): string {
  const { t, language } = words;
  const name = ({ draft, node }: Placed) => nameAt(draft, node.id, words);
  const sentence = ({ draft, node }: Placed) => stepSentence(node, language, namesIn(draft));
  // Under a name of its own the sentence says what changed, and the name does not.
  const say = was.node.label === is.node.label ? sentence : name;
  if (say(was) !== say(is)) return t('web.builder.diff.changed', { before: say(was), after: say(is) });
  const config = steps[is.node.type]?.definition.config;
  return t('web.watch.change.inside', { step: name(is), fields: titlesOf(fields, config, words) });
}

/** The names of the fields as their form has them; each once, however much of it changed. */
function titlesOf(
  fields: readonly FieldChange[],
  config: Parameters<typeof describe>[0] | undefined,
  { pick, t }: Say,
): string {
  const tree = config && describe(config);
  const titles = fields.map(({ path }) => {
    if (path === 'label') return t('web.watch.change.label');
    const field = path.split('.')[1] ?? path;
    const known = tree?.kind === 'object' ? tree.fields.find(({ name }) => name === field)?.tree.title : undefined;
    return known ? small(pick(known)) : field;
  });
  return [...new Set(titles)].join(', ');
}

/** A way that is led elsewhere is one line; one that is led through a new step is told with that step. */
function ofWays(before: Draft, after: Draft, edges: Comparison['edges'], words: Say): string[] {
  const { t } = words;
  const at = (draft: Draft, edge: DraftEdge) =>
    draft.edges.find((other) => other.from === edge.from && other.port === edge.port);
  return [
    ...edges.added.map((edge) => {
      const [from, to] = [fromWords(after, edge, words), nameAt(after, edge.to, words)];
      const was = at(before, edge);
      return was
        ? t('web.watch.change.led', { from, after: to, before: nameAt(before, was.to, words) })
        : t('web.watch.change.joined', { from, to });
    }),
    ...edges.removed
      .filter((edge) => !at(after, edge))
      .map((edge) =>
        t('web.watch.change.parted', { from: fromWords(before, edge, words), to: nameAt(before, edge.to, words) }),
      ),
  ];
}

const small = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

const nameAt = (draft: Draft, id: string, words: Say): string => {
  const trigger = id === TRIGGER ? draft.trigger : undefined;
  return faceOf({ node: nodeOf(draft, id), trigger, names: namesIn(draft) }, words).words;
};

/** Where a way begins; with the way's own name where a step has several. */
function fromWords(draft: Draft, edge: DraftEdge, words: Say): string {
  const ports = portsAt(draft, edge.from);
  const port = ports.length > 1 ? ports.find(({ id }) => id === edge.port) : undefined;
  const name = nameAt(draft, edge.from, words);
  return port ? `${name} (${words.pick(port.title)})` : name;
}

const placesOf = (draft: Draft): string =>
  JSON.stringify([
    draft.trigger.at,
    [...draft.nodes].sort((one, other) => (one.id < other.id ? -1 : 1)).map(({ id, at }) => [id, at?.x, at?.y]),
    draft.notes ?? [],
  ]);
