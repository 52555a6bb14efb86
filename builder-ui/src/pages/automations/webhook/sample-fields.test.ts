import { describe, expect, it } from '@jest/globals';
import { curlExample, exampleBody, sampleFields } from './sample-fields.ts';

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
    const example = (signed: boolean) => curlExample('https://takt.test/api/hooks/1/abc', '{"id":1}', signed);
    expect(example(false)).toContain("'https://takt.test/api/hooks/1/abc'");
    expect(example(false)).toContain(`-d '{"id":1}'`);
    expect(example(false)).not.toContain('x-signature');
    expect(example(true)).toContain('openssl dgst -sha256 -hmac "$KEY"');
  });

  it('names the client where and how this chain looks for them', () => {
    expect(exampleBody({ contactBy: 'phone', contactPath: 'customer.phone', namePath: 'customer.name' })).toBe(
      '{"customer":{"phone":"+79990000000","name":"Anna"}}',
    );
    expect(JSON.parse(exampleBody({ contactBy: 'email', contactPath: 'mail' }))).toEqual({ mail: 'anna@example.org' });
    expect(JSON.parse(exampleBody({ contactBy: 'telegram', contactPath: 'a.b.c' }))).toEqual({
      a: { b: { c: 123_456_789 } },
    });
    expect(exampleBody({ contactBy: 'email', contactPath: '__proto__.mail' })).toBe(
      '{"__proto__":{"mail":"anna@example.org"}}',
    );
    expect({}).not.toHaveProperty('mail');
  });
});
