import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { metaOf } from '../fields.ts';
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
    for (const language of ['ru', 'en'] as const) {
      expect(definition.title[language]).toMatch(/\S/);
      expect(definition.about[language]).toMatch(/\S/);
      expect(definition.sentence(definition.fresh(), language)).toMatch(/\S/);
    }
  });

  it.each(Object.entries(steps))('%s has words for every field of its form', (_name, { definition }) => {
    const shape = (definition.config as z.ZodObject).shape;
    for (const [name, schema] of Object.entries(shape)) {
      let inner = schema as z.core.$ZodType;
      let meta = metaOf(inner);
      while ('innerType' in inner._zod.def) {
        inner = inner._zod.def.innerType as z.core.$ZodType;
        meta = { ...metaOf(inner), ...meta };
      }
      if (meta.field !== 'hidden')
        expect([name, meta.title?.ru, meta.title?.en]).toEqual([name, expect.any(String), expect.any(String)]);
    }
  });

  it.each([
    ...folders('./').map((name) => `./${name}`),
    ...folders('../triggers/').map((name) => `../triggers/${name}`),
  ])('%s has its help in both languages', (folder) => {
    const text = readFileSync(new URL(`${folder}/README.md`, import.meta.url), 'utf8');
    for (const part of ['## ru', '## en']) expect(text.split(part)[1]?.split('\n## ')[0]?.trim()).toMatch(/\S{2}/);
  });
});

describe('a trigger type', () => {
  it.each(folders('../triggers/'))('%s is one folder and one line in the registry', (name) => {
    for (const file of ['definition.ts', 'run.ts', 'README.md'])
      expect(existsSync(new URL(`../triggers/${name}/${file}`, import.meta.url))).toBe(true);
    expect(triggers[name]?.definition.type).toBe(name);
  });
});
