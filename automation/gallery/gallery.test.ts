import { describe, expect, it } from '@jest/globals';
import { validate } from '../validate.ts';
import { gallery } from './gallery.ts';

describe('a chain to begin from', () => {
  it.each(gallery.map((item) => [item.id, item] as const))(
    '%s can be published as it is, in both languages',
    (_id, item) => {
      for (const language of ['ru', 'en'] as const)
        expect(validate({ ...item.document, name: item.title[language] })).toMatchObject({ ok: true });
    },
  );

  it('has an id of its own', () => {
    expect(new Set(gallery.map((item) => item.id)).size).toBe(gallery.length);
  });
});
