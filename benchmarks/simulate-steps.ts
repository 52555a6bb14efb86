import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentSchema } from '#automation/document.ts';
import { compile, type Program } from '#automation/program.ts';
import { simulate } from '#automation/simulate/simulate.ts';
import { storySchema, type Story } from '#automation/simulate/story.ts';
import { validate } from '#automation/validate.ts';
import { chainDocument, manual, type ChainStep } from './chains.ts';
import type { Benchmark } from './figure.ts';
import { hundredths } from './load.ts';

const GOAL_PER_SECOND = 100_000;
const SECONDS = 4;
const CHAIN_STEPS = 300;

type Play = { name: string; program: Program; story: Story };

/** P6: steps a second of the simulator on one core, over the ten examples and over one long chain. */
export const simulateSteps: Benchmark = async () => {
  const examples = readExamples();
  const byExample = Object.fromEntries(examples.map((play) => [play.name, Math.round(measure([play], 0.3).perSecond)]));
  const ten = measure(examples, SECONDS);
  const chain = measure([longChain()], SECONDS);
  const slower = Math.min(ten.perSecond, chain.perSecond);
  return {
    name: 'P6',
    goal: `${GOAL_PER_SECOND} simulated steps/s on one core, over the ten examples and over a long chain`,
    holds: slower >= GOAL_PER_SECOND,
    setting: `one thread; the ten examples with their stories one after another, and a chain of ${CHAIN_STEPS} steps (conditions, variables, tags, waits); programs compiled once`,
    figures: {
      tenExamples: { stepsPerSecond: Math.round(ten.perSecond), storiesPerSecond: Math.round(ten.storiesPerSecond) },
      longChain: {
        stepsPerSecond: Math.round(chain.perSecond),
        storiesPerSecond: Math.round(chain.storiesPerSecond),
      },
      ratioToGoal: {
        tenExamples: hundredths(ten.perSecond / GOAL_PER_SECOND),
        longChain: hundredths(chain.perSecond / GOAL_PER_SECOND),
      },
      byExample,
    },
  };
};

function measure(plays: readonly Play[], seconds: number): { perSecond: number; storiesPerSecond: number } {
  const until = (ms: number) => {
    let steps = 0;
    let stories = 0;
    const from = performance.now();
    while (performance.now() - from < ms) {
      for (const { program, story } of plays) steps += simulate(program, story).steps;
      stories += plays.length;
    }
    const took = (performance.now() - from) / 1_000;
    return { perSecond: steps / took, storiesPerSecond: stories / took };
  };
  until(seconds * 250);
  return until(seconds * 1_000);
}

function readExamples(): Play[] {
  const dir = join(import.meta.dirname, '../automation/examples');
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      program: programOf(readJson(join(dir, name, 'automation.json'))),
      story: storySchema.parse(readJson(join(dir, name, 'story.json'))),
    }));
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function programOf(document: unknown): Program {
  const checked = validate(document);
  if (!checked.ok) throw new Error(`a chain of P6 is not valid: ${JSON.stringify(checked.issues)}`);
  return compile(documentSchema.parse(checked.document));
}

/** What a long drip is made of, in turn: a condition, a variable, a tag, a wait. */
function longChain(): Play {
  const steps = Array.from({ length: CHAIN_STEPS }, (_, at): ChainStep => {
    const id = `step-${at}`;
    switch (at % 4) {
      case 0:
        return { id, type: 'if', config: { condition: { field: 'contact.ordersPaid', is: 'greater', value: at } } };
      case 1:
        return { id, type: 'set-variable', config: { name: 'last', value: { kind: 'number', number: at } } };
      case 2:
        return { id, type: 'tag', config: { tag: `tag ${at % 7}` } };
      default:
        return { id, type: 'wait', config: { duration: 'PT1H' } };
    }
  });
  const ways = steps.flatMap(({ id, type }, at) => {
    const next = steps[at + 1]?.id ?? 'done';
    return (type === 'if' ? ['yes', 'no'] : ['next']).map((port) => [id, port, next] as const);
  });
  const document = chainDocument({
    name: 'P6: a long chain',
    trigger: manual,
    steps,
    ways: [['trigger', 'next', 'step-0'], ...ways],
  });
  const story = storySchema.parse({ events: [{ after: 'PT1S', type: 'automation.started', data: { by: 'bench' } }] });
  return { name: 'long-chain', program: programOf(document), story };
}
