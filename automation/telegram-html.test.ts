import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanHtml, plainOfHtml, readHtml, writeHtml, type Mark, type Run } from './telegram-html.ts';
import { renderHtml } from './templates.ts';

const marks: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom<Mark>(
    { type: 'bold' },
    { type: 'italic' },
    { type: 'underline' },
    { type: 'strike' },
    { type: 'code' },
  ),
  fc.constant<Mark>({ type: 'link', href: 'https://example.org/?a=1&b="2"' }),
);

describe('a formatted text', () => {
  it.each([
    ['<b>bold</b> and <i>more</i>', 'bold and more'],
    ['a < b & c > d', 'a < b & c > d'],
    ['&lt;b&gt; &amp; &quot;x&quot; &#33; &nbsp;', '<b> & "x" ! &nbsp;'],
    ['<p>x</p>', '<p>x</p>'],
    ['</b>', '</b>'],
    ['<a href="javascript:x">y</a>', 'y'],
  ])('%s reads as %s', (html, text) => {
    expect(plainOfHtml(html)).toBe(text);
  });

  it.each([
    ['<b>never closed', '<b>never closed</b>'],
    ['<b><i>crossed</b></i>', '<b><i>crossed</i></b>'],
    ['<strong>x</strong><del>y</del>', '<b>x</b><s>y</s>'],
    ['<a href="https://example.org/?a=1&amp;b=2">x</a>', '<a href="https://example.org/?a=1&amp;b=2">x</a>'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ])('%s is sent as %s', (html, sent) => {
    expect(cleanHtml(html, 4_096)).toBe(sent);
  });

  it('comes back the same after it was written and read', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            text: fc.string({ minLength: 1 }),
            marks: fc.uniqueArray(marks, { selector: (m) => m.type, maxLength: 3 }),
          }),
        ),
        (runs: Run[]) => {
          const html = writeHtml(runs);
          expect(plainOfHtml(html)).toBe(runs.map((run) => run.text).join(''));
          expect(writeHtml(readHtml(html))).toBe(html);
        },
      ),
    );
  });

  it('is never cut inside a tag or a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(50), (text, limit) => {
        const html = cleanHtml(`<b>${text}</b>&amp;<i>${text}`, limit);
        expect(plainOfHtml(html).length).toBeLessThanOrEqual(limit);
        expect(cleanHtml(html, limit)).toBe(html);
      }),
    );
  });
});

describe('what is filled into a formatted text', () => {
  const values = { contact: { firstName: '<b>Bold & "Co"' }, x: 'https://example.org/"><b>' };

  it('stays text, whatever a client is called', () => {
    expect(renderHtml('<b>{{ contact.firstName }}</b>, hi', values)).toBe('<b>&lt;b&gt;Bold &amp; "Co"</b>, hi');
    expect(renderHtml('{{ contact.firstName | raw }}', values)).toBe('&lt;b&gt;Bold &amp; "Co"');
  });

  it('cannot leave the address of a link', () => {
    expect(renderHtml('<a href="{{ x }}">y</a>', values)).toBe(
      '<a href="https://example.org/&quot;&gt;&lt;b&gt;">y</a>',
    );
  });

  it('leaves every tag closed, whatever a condition in the text left out', () => {
    expect(renderHtml('{% if nothing %}<b>{% endif %}x</b>{% if x %}<i>y{% endif %}', values)).toBe(
      'x&lt;/b&gt;<i>y</i>',
    );
  });

  it('gives way to the fallback where a sum is unknown', () => {
    expect(renderHtml('{{ order.totalMinor | money: business.currency, "en" | default: "soon" }}', values)).toBe(
      'soon',
    );
  });
});
