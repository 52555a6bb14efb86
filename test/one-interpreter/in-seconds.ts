import type { AutomationDocument } from '#automation/document.ts';
import type { Trace } from '#automation/simulate/trace.ts';
import { randomCases, simulated, type Case } from './random-case.ts';
import { DURATIONS } from './random-parts.ts';

/** How long the waits of a chain are made, by their place among the durations. The longest are never waited out. */
const SHORT = ['PT2S', 'PT3.5S', 'PT5.5S', 'PT7.5S', 'PT1H', 'PT1H', 'PT1H', 'PT1H', 'PT1H', 'PT1H'] as const;
const EVENTS_MS = [0, 4_300, 8_200];
/** The last thing happens well before the end. */
const LAST_MOVE_MS = 11_000;
const LASTS_MS = 14_000;
/** A real machine is late by some milliseconds, more with every step: what comes closer together may change places. */
const APART_MS = 900;

/**
 * Random cases that are over in seconds, for a server whose time is real: waits of a few seconds, no hours of
 * the day, no dates, and never two things close to one another.
 */
export function casesInSeconds(options: { seed: number; count: number; start: Date }): Case[] {
  const cases: Case[] = [];
  for (let round = 0; cases.length < options.count; round += 1) {
    for (const one of randomCases({ seed: options.seed + round, count: 60 })) {
      if (cases.length === options.count || !isTimeless(one)) continue;
      const short = shortened(one, cases.length, options.start);
      const trace = simulated(short);
      if (trace.runs.length > 0 && trace.trace.length > 6 && isSpaced(trace, options.start)) cases.push(short);
    }
  }
  return cases;
}

const BY_THE_CLOCK = new Set(['date', 'schedule']);
const isTimeless = ({ document, child }: Case): boolean =>
  !BY_THE_CLOCK.has(document.trigger.type) &&
  [...document.nodes, ...(child?.document.nodes ?? [])].every(({ type }) => type !== 'wait-until');

function shortened(one: Case, number: number, start: Date): Case {
  const id = (kind: string) => `00000000-0000-7000-${kind}-${(0xa000 + number).toString(16).padStart(12, '0')}`;
  const { story } = one;
  const at = (ms: number): string => new Date(start.getTime() + ms).toISOString();
  return {
    ...one,
    automationId: id('8002'),
    document: quick(one.document),
    child: one.child && { ...one.child, document: quick(one.child.document) },
    story: {
      ...story,
      start: start.toISOString(),
      last: `PT${LASTS_MS / 1_000}S`,
      contact: { ...story.contact, id: id('8001') },
      events: story.events.slice(0, EVENTS_MS.length).map(({ type, data, contact, order }, index) => ({
        at: at(EVENTS_MS[index] ?? 0),
        type,
        data,
        contact,
        order,
      })),
      answers: story.answers.map((answer) => ({ ...answer, after: 'PT1S' })),
      pauses: [],
    },
  };
}

function quick(document: AutomationDocument): AutomationDocument {
  let json = JSON.stringify(document);
  DURATIONS.forEach((duration, index) => {
    json = json.replaceAll(`"${duration}"`, `"${SHORT[index]}"`);
  });
  const copy = JSON.parse(json) as AutomationDocument;
  const { quietHours: _hours, lateAfter: _late, ...settings } = copy.settings;
  return { ...copy, settings };
}

/** Every moment at which something happens, or would have happened, is far from the next. */
function isSpaced({ trace }: Trace, start: Date): boolean {
  if (trace.some(({ at }) => Date.parse(at) > start.getTime() + LAST_MOVE_MS)) return false;
  const moments = new Set<number>([...EVENTS_MS, LASTS_MS].map((ms) => start.getTime() + ms));
  for (const { at, facts } of trace) {
    moments.add(Date.parse(at));
    if (typeof facts['until'] === 'string') moments.add(Date.parse(facts['until']));
  }
  const sorted = [...moments].sort((one, other) => one - other);
  return sorted.every((moment, index) => index === 0 || moment - (sorted[index - 1] ?? 0) >= APART_MS);
}
