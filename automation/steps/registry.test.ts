import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { triggers } from '../triggers/registry.ts';
import { steps } from './registry.ts';

const folders = (room: string): string[] =>
  readdirSync(new URL(room, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

describe('a step type', () => {
  it.each(folders('./'))('%s is one folder with its definition, run and help, and one line in the registry', (name) => {
    for (const file of ['definition.ts', 'run.ts', 'README.md'])
      expect(existsSync(new URL(`./${name}/${file}`, import.meta.url))).toBe(true);
    expect(steps[name]?.definition.type).toBe(name);
    expect(readFileSync(new URL(`./${name}/README.md`, import.meta.url), 'utf8').split('\n')[0]).toMatch(/^# \S/);
  });

  it.each(Object.entries(steps))('%s reads aloud in both languages', (_name, { definition }) => {
    for (const language of ['ru', 'en'] as const) expect(definition.title[language].length).toBeGreaterThan(0);
  });
});

describe('a trigger type', () => {
  it.each(folders('../triggers/'))('%s is one folder and one line in the registry', (name) => {
    for (const file of ['definition.ts', 'run.ts', 'README.md'])
      expect(existsSync(new URL(`../triggers/${name}/${file}`, import.meta.url))).toBe(true);
    expect(triggers[name]?.definition.type).toBe(name);
  });
});
