import { START, reachedFrom, type Chain, type ChainNode } from './chain.ts';
import { finding, type Finding } from './finding.ts';
import { lengthMs } from './lengths.ts';
import { speaksNext } from './windows.ts';

/** Waits for a date: one that may have passed is not written about as if it were to come, and later ones come later. */
export function proveDates(chain: Chain): Finding[] {
  const waits = chain.nodes.flatMap((node, index) => {
    const date = dateOf(node);
    return date ? [{ node, index, ...date }] : [];
  });
  const without = new Map<number, ReadonlySet<number>>();
  /** Whether nobody comes to `then` but by `first`. */
  const isOnlyWay = (first: number, then: number): boolean => {
    const others = without.get(first) ?? reachedFrom(chain, [START], (way) => way.to !== first);
    without.set(first, others);
    return !others.has(then);
  };
  return waits.flatMap((wait): Finding[] => {
    const { node, index } = wait;
    const facts = { node: node.id, name: wait.reference, offset: wait.offset };
    if (wait.ifPast === 'go_on')
      return speaksNext(chain, index) && !isSurelyAhead(chain, wait)
        ? [finding('date_may_be_past', `${node.path}.config.ifPast`, facts)]
        : [];
    const before = waits.find((other) => isLater(other, wait) && isOnlyWay(other.index, index));
    if (!before) return [];
    return [
      finding('dates_out_of_order', `${node.path}.config.until`, {
        ...facts,
        first: before.node.id,
        firstOffset: before.offset,
      }),
    ];
  });
}

type DateWait = {
  reference: string;
  offset: string;
  offsetMs: number;
  ifPast: string;
  graceMs: number;
  hasWindow: boolean;
};
type Placed = DateWait & { index: number };

function dateOf({ config, definition }: ChainNode): DateWait | undefined {
  const until = config['until'] as { kind?: unknown; reference?: unknown; offset?: unknown } | undefined;
  if (!definition || until?.kind !== 'date') return undefined;
  return {
    reference: String(until.reference),
    offset: String(until.offset),
    offsetMs: lengthMs(String(until.offset)),
    ifPast: String(config['ifPast']),
    graceMs: lengthMs(String(config['grace'] ?? 'PT0S')),
    hasWindow: config['window'] !== undefined,
  };
}

/** Whether the moment of `then` has passed when that of `first` comes. A window may still move it on. */
function isLater(first: Placed, then: Placed): boolean {
  if (first.index === then.index || first.reference !== then.reference || then.hasWindow) return false;
  return first.offsetMs - then.offsetMs > then.graceMs;
}

/** The chain begins by that very date, or when it is set, and nobody waits until here. */
function isSurelyAhead(chain: Chain, { index, reference, offsetMs }: Placed): boolean {
  const begun = beginsAt(chain);
  if (begun?.reference !== reference || offsetMs <= lengthMs(begun.offset)) return false;
  const back = new Set([index]);
  const queue = [index];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const { from } of chain.into[node] ?? []) {
      if (back.has(from)) continue;
      if (chain.nodes[from]?.definition?.waits) return false;
      back.add(from);
      queue.push(from);
    }
  }
  return true;
}

const setBy: Readonly<Record<string, string>> = {
  'booking.made': 'booking.madeAt',
  'order.placed': 'order.placedAt',
  'order.paid': 'order.paidAt',
};

function beginsAt({ document: { trigger } }: Chain): { reference: string; offset: string } | undefined {
  if (trigger.type === 'date' && trigger.config['yearly'] !== true)
    return { reference: String(trigger.config['field']), offset: String(trigger.config['offset']) };
  const reference = trigger.type === 'event' ? setBy[String(trigger.config['event'])] : undefined;
  return reference === undefined ? undefined : { reference, offset: 'PT0S' };
}
