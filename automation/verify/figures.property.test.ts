import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AutomationDocument } from '../document.ts';
import { variablesAt } from '../variables.ts';
import { chainOf } from './chain.ts';
import { knowledgeOf } from './known.ts';
import { HOUR_MS, lengthMs } from './lengths.ts';
import { alone, chainWith, message, when } from './testing.ts';
import { verify } from './verify.ts';

type Drawn = { kind: number; to: number[]; size: number };
type Step = Parameters<typeof chainWith>[0][number];

/** Steps whose arrows lead on, repetitions that lead back to a wait; what nobody reaches is left out. */
const documents = fc
  .array(
    fc.record({
      kind: fc.nat(6),
      to: fc.array(fc.nat(7), { minLength: 3, maxLength: 3 }),
      size: fc.integer({ min: 1, max: 4 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(documentOf);

describe('the figures of an automation', () => {
  it('are never less than what somebody gets who walks through it', () => {
    let repeated = 0;
    let tight = 0;
    fc.assert(
      fc.property(
        documents,
        fc.array(fc.array(fc.nat(9), { maxLength: 40 }), { minLength: 5, maxLength: 25 }),
        (document, walks) => {
          const { findings, figures } = verify(document, alone);
          expect(findings.map((one) => one.code)).not.toContain('loop_uncapped');
          let most = 0;
          for (const choices of walks) {
            const walk = walked(document, choices);
            repeated += walk.turns > 0 ? 1 : 0;
            most = Math.max(most, walk.sentAt.length);
            expect(walk.sentAt.length).toBeLessThanOrEqual(figures.messagesPerEntry ?? -1);
            expect(mostInADay(walk.sentAt)).toBeLessThanOrEqual(figures.messagesPerDay ?? -1);
            expect(walk.endedAt).toBeLessThanOrEqual(lengthMs(figures.longestStay ?? 'PT0S'));
          }
          tight += most === figures.messagesPerEntry ? 1 : 0;
        },
      ),
      { numRuns: 250, seed: 20261121 },
    );
    // The walks are worth something: many turn, and the figure is no idle exaggeration.
    expect(repeated).toBeGreaterThan(300);
    expect(tight).toBeGreaterThan(125);
  });
});

describe('what is known at a step', () => {
  it('is the same for the verifier as for the one who writes a text', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const known = knowledgeOf(chainOf(document));
        const paths = new Set(document.nodes.flatMap((node) => variablesAt(document, node.id)).map((one) => one.path));
        document.nodes.forEach((node, index) => {
          const offered = new Map(variablesAt(document, node.id).map((one) => [one.path, one.surely]));
          for (const path of paths)
            expect([node.id, path, known(index + 1, path)?.surely]).toEqual([node.id, path, offered.get(path)]);
        });
      }),
      { numRuns: 100, seed: 20261121 },
    );
  });
});

const LENGTHS = ['PT1H', 'PT7H', 'P1D', 'PT90M'];
const text = { ru: '?', en: '?' };

function stepOf({ kind, size }: Drawn, at: number): Step {
  const id = `n${at}`;
  switch (kind) {
    case 0:
    case 1:
      return [id, 'send-message', message()];
    case 2:
      return [id, 'wait', { duration: LENGTHS[size - 1] }];
    case 3:
      return [id, 'if', when('contact.tags', 'contains', 'vip')];
    case 4:
      return [id, 'ask', { question: text, retry: text, retries: size - 1, timeout: 'PT5H' }];
    case 5:
      return [id, 'set-variable', { name: `v${size}`, value: { kind: 'number', number: 1 } }];
    default:
      return [id, 'repeat', { times: size }];
  }
}

function portsOf([, type]: Step): string[] {
  if (type === 'if') return ['yes', 'no'];
  if (type === 'ask') return ['answered', 'invalid', 'timeout'];
  return type === 'repeat' ? ['done', 'again'] : ['next'];
}

function documentOf(drawn: Drawn[]): AutomationDocument {
  // A wait first, so that every repetition has one to lead back to.
  const all = [{ kind: 2, to: [0, 0, 0], size: 1 }, ...drawn];
  const made = all.map(stepOf);
  const waits = made.flatMap(([, type], at) => (type === 'wait' ? [at] : []));
  const arrows = made.flatMap((step, at) =>
    portsOf(step).map((port, way): [string, string, string] => {
      const far = all[at]?.to[way] ?? 0;
      const back = waits[far % waits.length] ?? 0;
      const on = at + 1 + (far % 3);
      return [step[0], port, port === 'again' ? `n${back}` : on < made.length ? `n${on}` : 'done'];
    }),
  );
  const reached = new Set(['n0']);
  for (const id of reached) for (const [from, , to] of arrows) if (from === id) reached.add(to);
  return chainWith(
    made.filter(([id]) => reached.has(id)),
    { settings: { reentry: 'once' } },
    [['trigger', 'next', 'n0'], ...arrows.filter(([from]) => reached.has(from))],
  );
}

/** One person, who takes the ways that `choices` say, the last of them again and again. Times count from their entry. */
function walked(
  document: AutomationDocument,
  choices: readonly number[],
): { sentAt: number[]; endedAt: number; turns: number } {
  const counts = new Map<string, number>();
  const sentAt: number[] = [];
  let [now, turns, at] = [0, 0, 0];
  let id = document.edges.find((edge) => edge.from === 'trigger')?.to;
  for (let node = nodeOf(document, id); node && node.type !== 'end'; node = nodeOf(document, id)) {
    const choice = choices[Math.min(at, choices.length - 1)] ?? 0;
    at += 1;
    const ways = document.edges.filter((edge) => edge.from === node.id);
    let way = ways[choice % ways.length];
    if (node.type === 'send-message') sentAt.push(now);
    if (node.type === 'wait') now += lengthMs(String(node.config['duration']));
    if (node.type === 'ask') {
      for (let asked = 0; asked <= Number(node.config['retries']); asked += 1) sentAt.push(now);
      now += (choice % 6) * HOUR_MS;
    }
    if (node.type === 'repeat') {
      const count = counts.get(node.id) ?? 0;
      const isAgain = count < Number(node.config['times']);
      counts.set(node.id, isAgain ? count + 1 : 0);
      turns += isAgain ? 1 : 0;
      way = ways.find((edge) => edge.port === (isAgain ? 'again' : 'done'));
    }
    id = way?.to;
  }
  return { sentAt, endedAt: now, turns };
}

const nodeOf = (document: AutomationDocument, id: string | undefined) => document.nodes.find((one) => one.id === id);

const mostInADay = (sentAt: readonly number[]): number =>
  Math.max(0, ...sentAt.map((from) => sentAt.filter((at) => at >= from && at < from + 24 * HOUR_MS).length));
