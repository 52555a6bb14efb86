import type { Trace, TraceLine } from '#automation/simulate/trace.ts';

/** What a person goes through, as far as the simulator and production must agree; README.md says what is left out. */
export type Told = { runs: { lines: string[]; messages: string[]; end: string }[]; refusals: Record<string, number> };

export type MessageSeen = { at: string; node: string; class: string; text: string; buttons: readonly string[] };
export type LineSeen = Pick<TraceLine, 'at' | 'node' | 'kind' | 'facts'>;

/** The values of a line that decide; ids, and what only an effect of a database can answer, are left out. */
const DECISIVE = [
  'port',
  'outcome',
  'reason',
  'heldBy',
  'notSent',
  'until',
  'policy',
  'answer',
  'hadIt',
  'tries',
  'status',
  'way',
];

export function toldOf({ trace, messages, runs }: Trace): Told {
  const refusals: Record<string, number> = {};
  for (const { kind, facts } of trace) {
    if (kind === 'refused') refusals[String(facts['reason'])] = (refusals[String(facts['reason'])] ?? 0) + 1;
  }
  return {
    runs: runs.map(({ run, state, node }) => ({
      lines: trace.filter((line) => line.run === run).map(lineWords),
      messages: messages.filter((message) => message.run === run).map(messageWords),
      end: endWords(state, node),
    })),
    refusals,
  };
}

export const endWords = (state: string, node: string | null): string => `${state} at ${node ?? 'nothing'}`;

export function lineWords({ at, node, kind, facts }: LineSeen): string {
  const values = DECISIVE.filter((name) => facts[name] !== undefined).map(
    (name) => `${name}=${JSON.stringify(facts[name])}`,
  );
  return [at.slice(0, 19), node ?? '-', kind, ...values].join(' ');
}

export const messageWords = (message: MessageSeen): string =>
  [
    message.at.slice(0, 19),
    message.node,
    message.class,
    JSON.stringify(message.text),
    `[${message.buttons.join(', ')}]`,
  ].join(' ');

/** The first place where the two differ, in words; undefined when they are the same. */
export function differenceOf(simulated: Told, produced: Told): string | undefined {
  if (simulated.runs.length !== produced.runs.length)
    return `runs: ${simulated.runs.length} simulated, ${produced.runs.length} in production`;
  for (const [index, run] of simulated.runs.entries()) {
    const other = produced.runs[index];
    const found =
      firstOther(`run ${index + 1}, lines`, run.lines, other?.lines ?? []) ??
      firstOther(`run ${index + 1}, messages`, run.messages, other?.messages ?? []) ??
      (run.end === other?.end ? undefined : `run ${index + 1} is ${run.end}, in production ${other?.end}`);
    if (found) return found;
  }
  const reasons = [...new Set([...Object.keys(simulated.refusals), ...Object.keys(produced.refusals)])].sort();
  const reason = reasons.find((one) => (simulated.refusals[one] ?? 0) !== (produced.refusals[one] ?? 0));
  return (
    reason &&
    `refused by ${reason}: ${simulated.refusals[reason] ?? 0}, in production ${produced.refusals[reason] ?? 0}`
  );
}

function firstOther(what: string, ours: readonly string[], theirs: readonly string[]): string | undefined {
  const length = Math.max(ours.length, theirs.length);
  for (let index = 0; index < length; index += 1) {
    if (ours[index] !== theirs[index])
      return `${what}, ${index + 1}:\n  simulated:  ${ours[index] ?? 'nothing'}\n  production: ${theirs[index] ?? 'nothing'}`;
  }
  return undefined;
}
