import type { z } from 'zod';
import type { Words } from '#automation/words.ts';
import { isTextKey, type TextKey } from '#texts/index.ts';
import { optionOf } from './describe-schema.ts';
import type { Tree } from './tree.ts';

/** What a field needs, in words of `web.forms.problem.…`. `path` inside the config, joined by dots. */
export type FieldProblem = { path: string; key: TextKey; params: Record<string, string | number> };

/** Everything that a config lacks, at the field where it can be mended. */
export function problemsOf(tree: Tree, value: unknown): FieldProblem[] {
  const parsed = (tree.schema as z.ZodType).safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => told(issue, tree, value, []));
}

/** Whether a problem lies at a path or below it. */
export const isAt = (problem: FieldProblem, path: string): boolean =>
  path === '' || problem.path === path || problem.path.startsWith(`${path}.`);

/** Where a problem lies, in words: "Buttons, 2, English". */
export function placeOf(tree: Tree, root: unknown, path: string): { title: Words | undefined; index?: number }[] {
  const said: { title: Words | undefined; index?: number }[] = [];
  let place = tree;
  let value = root;
  for (const key of path.split('.')) {
    if (place.kind === 'union') place = place.options[optionOf(place, value)]?.tree ?? place;
    value = (value as Record<string, unknown> | null | undefined)?.[key];
    if (place.kind === 'object') {
      const next = place.fields.find((field) => field.name === key)?.tree;
      if (!next) break;
      if (next.title) said.push({ title: next.title });
      place = next;
    } else if (/^\d+$/.test(key)) {
      said.push({ title: undefined, index: Number(key) + 1 });
      if (place.kind === 'list') place = place.item;
    } else if (key === 'ru' || key === 'en') said.push({ title: languages[key] });
  }
  return said;
}

const languages = { ru: { ru: 'русский', en: 'Russian' }, en: { ru: 'английский', en: 'English' } };

function told(issue: z.core.$ZodIssue, tree: Tree, root: unknown, before: PropertyKey[]): FieldProblem[] {
  const place = find(tree, root, issue.path);
  const path = [...before, ...place.path];
  // The schema stops at the union; what is wrong lies in the option that was chosen, or in the condition as a whole.
  if (place.tree.kind === 'union' && issue.code === 'invalid_union') {
    const option = place.tree.options[optionOf(place.tree, place.value)]?.tree;
    const inner = option && (option.schema as z.ZodType).safeParse(place.value);
    if (option && inner && !inner.success)
      return inner.error.issues.flatMap((one) => told(one, option, place.value, path));
  }
  return [{ path: path.map(String).join('.'), ...wording(issue, place.tree, place.value) }];
}

/** The deepest place of the form that a path leads to. A condition, a label and a template are each one place. */
function find(
  tree: Tree,
  root: unknown,
  path: readonly PropertyKey[],
): { tree: Tree; value: unknown; path: PropertyKey[] } {
  let place = tree;
  let value = root;
  const walked: PropertyKey[] = [];
  for (const key of path) {
    if (place.kind === 'union') {
      const option = place.options[optionOf(place, value)]?.tree;
      if (option) place = option;
    }
    let next: Tree | undefined;
    if (place.kind === 'object') next = place.fields.find((field) => field.name === key)?.tree;
    else if (place.kind === 'list') next = place.item;
    else if (place.kind === 'label' || place.kind === 'template' || place.kind === 'buttons') next = place;
    if (!next) break;
    walked.push(key);
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
    place = next;
  }
  return { tree: place, value, path: walked };
}

type Wording = Pick<FieldProblem, 'key' | 'params'>;

function wording(issue: z.core.$ZodIssue, tree: Tree, value: unknown): Wording {
  const say = (name: string, params: Wording['params'] = {}): Wording => ({
    key: `web.forms.problem.${name}` as TextKey,
    params,
  });
  const missing = value === undefined || value === null || value === '';
  if (issue.message === 'text_too_long')
    return say('text_too_long', { count: tree.kind === 'template' ? tree.max : 4_096 });
  const own = `web.forms.problem.${renamed[issue.message] ?? issue.message}`;
  if (isTextKey(own)) return { key: own, params: {} };
  if (issue.code === 'unrecognized_keys') return say('unknown_keys', { keys: issue.keys.join(', ') });
  if (missing && tree.kind in needs) return say(needs[tree.kind]!);
  if (tree.kind in always) return say(always[tree.kind]!);
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string') {
        return Number(issue.minimum) <= 1 ? say('text') : say('text_min', { count: Number(issue.minimum) });
      }
      if (issue.origin === 'array') return say('list_min', { count: Number(issue.minimum) });
      return bound(tree, issue.inclusive ? 'min' : 'more', Number(issue.minimum));
    case 'too_big':
      if (issue.origin === 'string') return say('text_max', { count: Number(issue.maximum) });
      if (issue.origin === 'array') return say('list_max', { count: Number(issue.maximum) });
      return bound(tree, issue.inclusive ? 'max' : 'below', Number(issue.maximum));
    case 'invalid_type':
      if (issue.expected === 'int') return say('int');
      return tree.kind in needs ? say(needs[tree.kind]!) : say('needed');
    case 'invalid_value':
      return say('choice');
    case 'invalid_format':
      return say(tree.kind === 'date' || tree.kind === 'moment' ? tree.kind : patternProblem(issue));
    default:
      return say(missing ? 'needed' : 'invalid');
  }
}

/** What schemas call their refusals, where the words have another name. */
const renamed: Readonly<Record<string, string>> = {
  duration_invalid: 'duration',
  template_invalid: 'template',
  time_invalid: 'time',
  recurrence_invalid: 'recurrence',
};

/** Kinds of which there is one thing to say, whatever the schema minds. */
const always: Readonly<Partial<Record<Tree['kind'], string>>> = {
  condition: 'condition',
  product: 'product',
  variant: 'product',
  service: 'product',
  staff: 'product',
  variable: 'variable',
  'contact-field': 'field',
  automation: 'automation',
  secret: 'secret',
  recurrence: 'recurrence',
  time: 'time',
  offset: 'duration',
};

/** Most patterns are names for machines: what they want can be said. */
function patternProblem(issue: z.core.$ZodIssue): string {
  const source = issue.code === 'invalid_format' ? issue.pattern : undefined;
  const pattern = source === undefined ? undefined : readPattern(source);
  if (!pattern?.test('discount') || pattern.test('скидка')) return 'format';
  return pattern.test('Discount') ? 'latin' : 'name';
}

/** Zod tells a pattern as the text of its source, slashes included. */
function readPattern(source: string): RegExp | undefined {
  const found = /^\/(.*)\/([a-z]*)$/s.exec(source);
  try {
    return new RegExp(found?.[1] ?? source, found?.[2]);
  } catch {
    return undefined;
  }
}

/** `money:` before a number: the form writes it as a sum. */
function bound(tree: Tree, name: string, number: number): Wording {
  return {
    key: `web.forms.problem.number_${name}` as TextKey,
    params: tree.kind === 'money' ? { number: `money:${number}` } : { number },
  };
}

const needs: Readonly<Partial<Record<Tree['kind'], string>>> = {
  text: 'text',
  label: 'text',
  'plain-template': 'text',
  template: 'text',
  buttons: 'text',
  tag: 'tag',
  number: 'number',
  money: 'money',
  duration: 'duration',
  moment: 'moment',
  date: 'date',
  choice: 'choice',
  list: 'list',
};
