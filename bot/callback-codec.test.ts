import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { longId, newId, shortId } from '#platform/ids.ts';
import { formatPress, parsePress, type Press } from './callback-codec.ts';

const id = fc.uuid();
const page = fc.integer({ min: 1, max: 9999 });
const date = fc
  .integer({ min: 0, max: 9999 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));

const press: fc.Arbitrary<Press> = fc.oneof(
  ...(
    [
      'nothing',
      'categories',
      'cart',
      'cart_clear_ask',
      'cart_clear',
      'cart_fit',
      'cart_accept',
      'checkout',
      'take_name',
      'days',
      'skip_comment',
      'summary',
      'leave_checkout',
      'choose_language',
      'stop',
      'resume',
    ] as const
  ).map((kind) => fc.constant<Press>({ do: kind })),
  fc.record({ do: fc.constant('products' as const), categoryId: id, page }),
  fc.record({ do: fc.constant('product' as const), productId: id }),
  ...(['add', 'cart_plus', 'cart_minus', 'cart_type', 'cart_remove'] as const).map((kind) =>
    fc.record({ do: fc.constant(kind), variantId: id }),
  ),
  fc.record({ do: fc.constant('delivery' as const), kind: fc.constantFrom('pickup' as const, 'courier' as const) }),
  fc.record({ do: fc.constant('day' as const), date }),
  fc.record({ do: fc.constant('slot' as const), date, fromHour: fc.integer({ min: 0, max: 23 }) }),
  fc.record({
    do: fc.constant('change' as const),
    field: fc.constantFrom('name' as const, 'phone' as const, 'delivery' as const, 'comment' as const),
  }),
  fc.record({ do: fc.constant('confirm' as const), key: id }),
  fc.record({ do: fc.constant('orders' as const), page }),
  ...(['order', 'retry_payment'] as const).map((kind) => fc.record({ do: fc.constant(kind), orderId: id })),
  fc.record({ do: fc.constant('language' as const), language: fc.constantFrom('ru' as const, 'en' as const) }),
  fc.record({ do: fc.constant('consent' as const), yes: fc.boolean() }),
  fc.record({ do: fc.constant('automation' as const), messageId: id, button: fc.stringMatching(/^[a-z0-9_-]{1,32}$/) }),
);

describe('what stands in a button', () => {
  it('is read back as it was written, in at most 64 bytes', () => {
    fc.assert(
      fc.property(press, (one) => {
        const data = formatPress(one);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(parsePress(data)).toEqual(one);
      }),
    );
  });

  it('is nothing when no button of ours says it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => parsePress(text) === undefined || formatPress(parsePress(text)!) === text),
    );
    for (const data of [
      '',
      ':',
      'p',
      'p:',
      'p:short',
      `p:${shortId(newId())}:x`,
      'cg:AAAAAAAAAAAAAAAAAAAAAA:0',
      'ks:2026-11-21:24',
      'lg:de',
      'toString:x',
    ]) {
      expect(parsePress(data)).toBeUndefined();
    }
  });

  it('understands the buttons of automations and of declined payments, written elsewhere', () => {
    const messageId = newId();
    expect(parsePress(`m:${shortId(messageId)}:good`)).toEqual({ do: 'automation', messageId, button: 'good' });
    expect(parsePress(`rp:${shortId(messageId)}`)).toEqual({ do: 'retry_payment', orderId: messageId });
    expect(longId(shortId(messageId))).toBe(messageId);
  });
});
