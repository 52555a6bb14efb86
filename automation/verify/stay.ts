import { heaviestWalk } from './longest-walk.ts';
import type { Chain } from './chain.ts';
import { finding, type Finding } from './finding.ts';
import { DAY_MS, durationOf, lengthMs } from './lengths.ts';

const LONG_MS = 366 * DAY_MS;

/** How long a person can stay at most, by the waits of the chain; null when something has no bound. */
export function proveStay(chain: Chain): { longestStay: string | null; stayMs: number; findings: Finding[] } {
  const stayMs = heaviestWalk(chain, (node) => stayAt(chain, node));
  if (!Number.isFinite(stayMs)) return { longestStay: null, stayMs, findings: [] };
  const longestStay = durationOf(stayMs);
  const days = Math.ceil(stayMs / DAY_MS);
  const findings = stayMs > LONG_MS ? [finding('stay_long', 'nodes', { node: 'trigger', longestStay, days })] : [];
  return { longestStay, stayMs, findings };
}

/** At one step at most; Infinity when nothing bounds it. */
export function stayAt(chain: Chain, index: number): number {
  const node = chain.nodes[index];
  const stay = node?.definition?.longestStay?.(node.config);
  return stay === undefined ? 0 : stay === null ? Infinity : lengthMs(stay);
}
