import fc from 'fast-check';
import type { AutomationDocument } from '#automation/document.ts';
import { compile } from '#automation/program.ts';
import { simulate } from '#automation/simulate/simulate.ts';
import { storySchema, type Story } from '#automation/simulate/story.ts';
import type { Trace } from '#automation/simulate/trace.ts';
import { randomPair, type RandomPair } from './random-automation.ts';
import { CHILD } from './random-parts.ts';
import { randomStory } from './random-story.ts';

/** One client of one business with one automation. The same number gives the same ids, and a split goes by ids. */
export type Case = {
  automationId: string;
  document: AutomationDocument;
  child: { id: string; document: AutomationDocument } | null;
  story: Story;
};

export function randomCases(options: { seed: number; count: number }): Case[] {
  const arbitrary = randomPair.chain((pair) =>
    randomStory(pair.document, pair.child).map((story) => ({ pair, story: storySchema.parse(story) })),
  );
  const cases: Case[] = [];
  for (let round = 0; cases.length < options.count; round += 1) {
    for (const { pair, story } of fc.sample(arbitrary, { seed: options.seed + round, numRuns: options.count })) {
      const one = named(cases.length, pair, story);
      if (cases.length < options.count && isWorthLiving(cases.length, simulated(one))) cases.push(one);
    }
  }
  return cases;
}

export const simulated = ({ automationId, document, child, story }: Case): Trace =>
  simulate(compile(document, automationId), story, child ? [compile(child.document, child.id)] : []);

function named(number: number, { document, child }: RandomPair, story: Story): Case {
  const id = (kind: string) => `00000000-0000-7000-${kind}-${number.toString(16).padStart(12, '0')}`;
  // 8003 with a number of its own: no case has the one that stands for it.
  const childId = `00000000-0000-7000-8003-${(number + 1).toString(16).padStart(12, '0')}`;
  return {
    automationId: id('8002'),
    document: JSON.parse(JSON.stringify(document).replaceAll(CHILD, childId)) as AutomationDocument,
    child: child && { id: childId, document: child },
    story: { ...story, contact: { ...story.contact, id: id('8001') } },
  };
}

/** Mostly those in which somebody enters. */
const isWorthLiving = (number: number, trace: Trace): boolean =>
  isDecided(trace) && (trace.runs.length > 0 || number % 10 === 0);

/**
 * Two runs of one client that the clock moves at the same moment, or that a pause lets go, move in an order that nobody
 * promises, and so may see each other's tags or use up each other's caps, or not. Such stories are left out.
 */
export function isDecided({ trace, cutOff }: Trace): boolean {
  if (cutOff) return false;
  const waits = new Map<string, Record<string, unknown>>();
  const movedAt = new Map<string, string>();
  for (const { run, at, kind, facts } of trace) {
    if (run === null) continue;
    const wait = waits.get(run);
    if (kind === 'resumed' || wait?.['until'] === at || wait?.['heldBy'] !== undefined) {
      if ((movedAt.get(at) ?? run) !== run) return false;
      movedAt.set(at, run);
    }
    waits.delete(run);
    if (kind === 'waits') waits.set(run, facts);
  }
  return true;
}
