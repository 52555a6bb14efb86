import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { issueWords } from '#texts/index.ts';
import { findingCodes, verify } from './verify.ts';
import { alone, chainWith, message, wait, when } from './testing.ts';

it('every finding has words in both languages and a row in the manual', () => {
  const manual = readFileSync(new URL('../../docs/verifier.md', import.meta.url), 'utf8');
  for (const [code, severity] of Object.entries(findingCodes)) {
    for (const language of ['ru', 'en'] as const)
      expect(issueWords(language, { code, path: '', facts: {} })).not.toBe(
        issueWords(language, { code: 'none', path: '', facts: {} }),
      );
    expect(manual).toMatch(new RegExp(`\\| \`${code}\` +\\| ${severity} +\\|`));
  }
});

it('a finding reads with every fact in its place, and by the names that the owner knows', () => {
  const document = chainWith(
    [
      ['long', 'wait', wait('P400D')],
      ['say', 'send-message', message('{{ contact.phone }} {{ steps.gone.answer }}')],
      ['check', 'if', when('order.state', 'equal', 'flying')],
      ['odd', 'if', when('contact.ordersPaid', 'contains', 'x')],
      ['self', 'tag', { tag: 'x' }],
      ['answer', 'answer-webhook'],
      ['run', 'run-automation', { automation: '00000000-0000-4000-8000-000000000001' }],
    ],
    { trigger: ['event', { event: 'contact.tagged' }], settings: { reentry: 'once' } },
    [
      ['trigger', 'next', 'long'],
      ['long', 'next', 'say'],
      ['say', 'next', 'check'],
      ['check', 'yes', 'odd'],
      ['check', 'no', 'odd'],
      ['odd', 'yes', 'self'],
      ['odd', 'no', 'self'],
      ['self', 'next', 'answer'],
      ['answer', 'next', 'run'],
      ['run', 'next', 'done'],
    ],
  );
  const caps = [{ class: 'service' as const, most: 1, hours: 24 }];
  const { findings } = verify(document, { ...alone, caps });
  expect(new Set(findings.map((one) => one.code)).size).toBeGreaterThan(6);
  for (const one of findings) {
    for (const language of ['ru', 'en'] as const)
      expect(issueWords(language, one)).not.toMatch(/\{\w+\}|undefined|\[object/);
  }
  const maybe = findings.find((one) => one.facts['name'] === 'contact.phone');
  expect(maybe && issueWords('en', maybe)).toContain("the client's phone");
});
