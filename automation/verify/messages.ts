import type { Cap, CappedClass } from '../facts.ts';
import type { Chain } from './chain.ts';
import { entriesWithin } from './entries.ts';
import { finding, type Finding } from './finding.ts';
import { lengthMs } from './lengths.ts';
import { heaviestWalk } from './longest-walk.ts';
import { heaviestWithin } from './within-hours.ts';

const MANY = 10;

type Said = { messagesPerEntry: number | null; messagesPerDay: number | null; findings: Finding[] };

/**
 * How many messages one person gets at most: by one entry, and in any 24 hours over all of their entries. Each is never
 * too small. @param stayMs the longest stay, Infinity when nothing bounds it.
 */
export function proveMessages(chain: Chain, caps: readonly Cap[], stayMs: number): Said {
  const perEntry = heaviestWalk(chain, (node) => messagesAt(chain, node));
  const findings: Finding[] = [];
  const first = firstMessage(chain);
  const place = { node: first?.id ?? 'trigger' };
  if (perEntry > MANY)
    findings.push(
      finding('messages_many', 'nodes', { ...place, count: Number.isFinite(perEntry) ? perEntry : '∞', usual: MANY }),
    );
  for (const cap of caps) {
    const { count, entries } = mostWithin(chain, { hours: cap.hours, class: cap.class, stayMs });
    if (cap.most < 1 || count <= cap.most) continue;
    findings.push(
      finding('messages_over_cap', 'nodes', {
        node: firstMessage(chain, cap.class)?.id ?? place.node,
        class: cap.class,
        count: Number.isFinite(count) ? count : '∞',
        most: cap.most,
        hours: cap.hours,
        perEntry: entries === null,
        onCap: chain.document.settings.onCap,
      }),
    );
  }
  const day = mostWithin(chain, { hours: 24, stayMs });
  const perDay = day.entries === null && perEntry > 0 ? null : day.count;
  return { messagesPerEntry: finite(perEntry), messagesPerDay: perDay === null ? null : finite(perDay), findings };
}

/** In so many hours; `entries` null: nothing bounds how often one enters, `count` is of one entry alone. */
function mostWithin(
  chain: Chain,
  of: { hours: number; class?: CappedClass; stayMs: number },
): { count: number; entries: number | null } {
  const weight = (node: number) =>
    of.class === undefined || classAt(chain, node) === of.class ? messagesAt(chain, node) : 0;
  const inAll = heaviestWalk(chain, weight);
  if (inAll === 0) return { count: 0, entries: null };
  const byTime = heaviestWithin(chain, of.hours, { weight, waitMs: (node) => fixedWait(chain, node) });
  const one = Math.min(inAll, byTime);
  const entries = entriesWithin(chain.document, of.hours, of.stayMs);
  return { count: one * (entries ?? 1), entries };
}

export function messagesAt(chain: Chain, index: number): number {
  const node = chain.nodes[index];
  return node?.definition?.messages?.(node.config) ?? 0;
}

/** A message that says no class is one about an order. */
const classAt = (chain: Chain, index: number): CappedClass =>
  chain.nodes[index]?.config['class'] === 'marketing' ? 'marketing' : 'service';

export const firstMessage = (chain: Chain, kind?: CappedClass): Chain['nodes'][number] | undefined =>
  chain.nodes.find(
    (_, index) => messagesAt(chain, index) > 0 && (kind === undefined || classAt(chain, index) === kind),
  );

/** Only a wait of a given length surely takes it: every other can be over at once. */
function fixedWait(chain: Chain, index: number): number {
  const node = chain.nodes[index];
  const duration = node?.type === 'wait' ? node.config['duration'] : undefined;
  return typeof duration === 'string' ? lengthMs(duration) : 0;
}

const finite = (count: number): number | null => (Number.isFinite(count) ? count : null);
