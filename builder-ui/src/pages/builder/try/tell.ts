import { endReasonWords } from '#automation/end-reasons.ts';
import type { AutomationDraft } from '#automation/document.ts';
import type { Trace } from '#automation/simulate/trace.ts';
import { steps } from '#automation/steps/registry.ts';
import { triggerSentence } from '#automation/sentence.ts';
import { namesIn } from '#automation/variables.ts';
import type { LogLine } from '../../runs/log-words.ts';

type Said = { ru: string; en: string };
export type Message = Trace['messages'][number];
export type Moment = {
  at: string;
  /** Since what stood before, in milliseconds. */
  gapMs: number;
  /** Begins a day, on the client's clock. */
  isNewDay: boolean;
  line: LogLine;
  reason: Said | null;
  messages: Message[];
};

/** A trace as moments to show: each line in words, with the messages that it sent. */
export function momentsOf(trace: Trace, document: AutomationDraft, zone: string): Moment[] {
  const left = [...trace.messages];
  const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  let before: string | undefined;
  return trace.trace.map((one) => {
    const messages = left.filter((said) => said.at === one.at && said.run === one.run && said.node === one.node);
    for (const said of messages) left.splice(left.indexOf(said), 1);
    const at = one.at;
    const gapMs = before === undefined ? 0 : Date.parse(at) - Date.parse(before);
    const isNewDay = before === undefined || dayOf.format(new Date(before)) !== dayOf.format(new Date(at));
    before = at;
    return {
      at,
      gapMs,
      isNewDay,
      messages,
      line: lineOf(one, document),
      reason: one.kind === 'ended' ? endReasonWords(String(one.facts['reason'])) : null,
    };
  });
}

function lineOf(one: Trace['trace'][number], document: AutomationDraft): LogLine {
  const { kind, facts, node: nodeId } = one;
  const none = { kind, facts, nodeId, stepType: null, sentence: null, branch: null };
  if (kind === 'entered' || kind === 'refused')
    return {
      ...none,
      stepType: 'trigger',
      sentence: both((language) => triggerSentence(document.trigger, language) ?? ''),
    };
  const node = document.nodes.find((candidate) => candidate.id === nodeId);
  const definition = steps[node?.type ?? '']?.definition;
  const config = definition?.config.safeParse(node?.config);
  if (!node || !definition || !config?.success) return none;
  const ports = definition.ports(config.data);
  const taken = ports.length > 1 ? ports.find((port) => port.id === facts['port']) : undefined;
  return {
    ...none,
    stepType: node.type,
    sentence: node.label
      ? { ru: node.label, en: node.label }
      : both((language) => definition.sentence(config.data, language, namesIn(document))),
    branch: taken ? { ru: taken.title.ru, en: taken.title.en } : null,
  };
}

const both = (words: (language: 'ru' | 'en') => string): Said => ({ ru: words('ru'), en: words('en') });

/** Where somebody has been up to a moment, for the drawing to light: steps with how often, and ways as `from:port`. */
export function pathUpTo(
  moments: readonly Moment[],
  index: number,
): { nodes: Record<string, { times: number }>; ways: Set<string> } {
  const nodes: Record<string, { times: number }> = {};
  const ways = new Set<string>();
  for (const { line } of moments.slice(0, index + 1)) {
    if (line.kind === 'entered') {
      nodes['trigger'] = { times: 1 };
      ways.add('trigger:next');
    }
    if (line.nodeId === null) continue;
    const known = (nodes[line.nodeId] ??= { times: 0 });
    if (line.kind === 'went') known.times += 1;
    if (typeof line.facts['port'] === 'string') ways.add(`${line.nodeId}:${line.facts['port']}`);
  }
  for (const known of Object.values(nodes)) known.times = Math.max(1, known.times);
  return { nodes, ways };
}

/** A length of time in its one or two largest units, as ISO 8601: three days, not 259,200 seconds. */
export function roundDuration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return `PT${Math.max(1, Math.round(ms / 1_000))}S`;
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) return hours > 0 ? `P${days}DT${hours}H` : `P${days}D`;
  if (hours > 0) return rest > 0 ? `PT${hours}H${rest}M` : `PT${hours}H`;
  return `PT${rest}M`;
}
