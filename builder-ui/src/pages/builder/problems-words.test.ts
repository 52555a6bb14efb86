import { expect, it } from '@jest/globals';
import { settingsSchema } from '#automation/settings.ts';
import { SCHEMA } from '#automation/upgrades.ts';
import { validate } from '#automation/validate.ts';
import type { Draft } from '../../canvas/draft.ts';
import { fieldProblemOf } from './problems-words.ts';

const draft: Draft = {
  schema: SCHEMA,
  name: 'x',
  trigger: { type: 'keyword', config: { words: [''], match: 'whole' } },
  nodes: [{ id: 'tag-1', type: 'tag', config: { tag: '' } }],
  edges: [{ from: 'trigger', port: 'next', to: 'tag-1' }],
  settings: settingsSchema.parse({}),
};

it('a problem in a field is told as the form tells it: where it is, and what is needed', () => {
  const checked = validate(draft);
  const issues = checked.ok ? [] : checked.issues;
  const told = issues.flatMap((issue) => fieldProblemOf(issue, draft) ?? []);
  expect(told.map(({ place, problem }) => [place.map((one) => one.title?.en ?? one.index), problem.key])).toEqual([
    [['Words', 1], 'web.forms.problem.text'],
    [['Tag'], 'web.forms.problem.tag'],
  ]);
});

it('a problem of the drawing is no problem of a field', () => {
  expect(
    fieldProblemOf({ code: 'branch_missing', path: '', facts: { node: 'tag-1', port: 'next' } }, draft),
  ).toBeUndefined();
});
