import { describe, expect, it } from '@jest/globals';
import { stepGroups } from '#automation/groups.ts';
import { steps } from '#automation/steps/registry.ts';
import { bestOf, stepsFor } from './palette-search.ts';

const found = (text: string, language: 'ru' | 'en' = 'ru') =>
  stepsFor(text, language).flatMap((group) => group.steps.map((step) => step.type));

describe('the list of steps', () => {
  it('holds every step once, under a heading, when nothing is searched for', () => {
    expect(found('').sort()).toEqual(Object.keys(steps).sort());
    expect(stepsFor('', 'en').map((group) => group.title)).toEqual(Object.values(stepGroups).map((words) => words.en));
  });

  it.each([
    ['метку', 'tag'],
    ['tag', 'remove-tag'],
    ['a tag', 'tag'],
    ['подождать', 'wait'],
    ['несколько дорог', 'switch'],
    ['webhook', 'answer-webhook'],
  ])('finds by words of either language: %s', (text, type) => {
    expect(found(text)).toContain(type);
  });

  it('wants every word that was written, in any order', () => {
    expect(found('дороги две')).toEqual(['if']);
    expect(found('дороги zzz')).toEqual([]);
  });

  it('means the step whose name begins with the text', () => {
    const flat = stepsFor('ждать', 'ru').flatMap((group) => group.steps);
    expect(flat[bestOf(flat, 'ждать')]!.title.toLowerCase()).toMatch(/^ждать/);
  });
});
