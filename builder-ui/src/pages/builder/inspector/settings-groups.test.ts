import { expect, it } from '@jest/globals';
import { settingsSchema } from '#automation/settings.ts';
import { groupsOf, matters, settingsGroups } from './settings-groups.ts';

it('every setting of a chain stands under a heading, also one that has none of its own yet', () => {
  const names = Object.keys(settingsSchema.shape);
  expect(Object.values(settingsGroups).flat().sort()).toEqual(names.sort());
  expect(groupsOf([...names, 'brandNew']).at(-1)).toEqual({ group: 'more', names: ['brandNew'] });
});

it('how soon somebody may enter again matters when they may enter again after a while', () => {
  expect(matters('reentryAfter', { reentry: 'after' })).toBe(true);
  expect(matters('reentryAfter', { reentry: 'once' })).toBe(false);
  expect(matters('goal', { reentry: 'once' })).toBe(true);
});
