import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { gallery } from '../gallery/gallery.ts';
import { compile } from '../program.ts';
import { simulate } from '../simulate/simulate.ts';
import { storySchema } from '../simulate/story.ts';
import { validate } from '../validate.ts';
import { verify } from '../verify/verify.ts';

const names = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const read = (name: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`./${name}/${file}.json`, import.meta.url), 'utf8'));

function documentOf(name: string) {
  const checked = validate(read(name, 'automation'));
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.document;
}

describe('an example automation', () => {
  it.each(names)('%s can be published: nothing is wrong with it, and nothing is left to think over', (name) => {
    expect(verify(documentOf(name), { id: 'this', others: [], caps: [] }).findings).toEqual([]);
  });

  it.each(names)('%s goes through its story as its trace says', (name) => {
    const story = storySchema.parse(read(name, 'story'));
    expect(JSON.parse(JSON.stringify(simulate(compile(documentOf(name)), story)))).toEqual(read(name, 'trace'));
  });

  it.each(names)('%s is offered in the builder', (name) => {
    expect(gallery.map((item) => item.id)).toContain(name);
  });
});
