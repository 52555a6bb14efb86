import { describe, expect, it } from '@jest/globals';
import { curlExample, sampleFields } from './sample-fields.ts';

describe('the last request to an address', () => {
  it('is shown field by field, each with the path that names it', () => {
    const fields = sampleFields({ customer: { phone: '+7999', tags: ['vip'] }, total: 5, note: null });
    expect(fields.map(({ path, value, depth }) => [path, value, depth])).toEqual([
      ['customer', '', 0],
      ['customer.phone', '"+7999"', 1],
      ['customer.tags', '', 1],
      ['customer.tags.0', '"vip"', 2],
      ['total', '5', 0],
      ['note', 'null', 0],
    ]);
  });

  it('is cut where it would fill the page', () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`field${index}`, index]));
    expect(sampleFields(many)).toHaveLength(400);
  });
});

describe('the example of a request', () => {
  it('holds the address, and works the signature out where one is needed', () => {
    expect(curlExample('https://takt.test/api/hooks/1/abc', false)).toContain("'https://takt.test/api/hooks/1/abc'");
    expect(curlExample('https://takt.test/api/hooks/1/abc', false)).not.toContain('x-signature');
    expect(curlExample('https://takt.test/api/hooks/1/abc', true)).toContain('openssl dgst -sha256 -hmac "$KEY"');
  });
});
