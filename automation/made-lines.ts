import type { LogEntry, Move } from './interpreter.ts';

/**
 * The lines of a move with what the making of its effects answered, each at its step, and at that visit: a loop comes
 * to a step again. `firstVisit`: where the move began; `made`: of each of `effects`, in order.
 */
export function withMade(
  { log, effects }: Pick<Move, 'log' | 'effects'>,
  firstVisit: number,
  made: readonly Readonly<Record<string, unknown>>[],
): LogEntry[] {
  let visit = firstVisit;
  return log.map((entry) => {
    if (entry.kind !== 'went' && entry.kind !== 'waits') return entry;
    const here = `${entry.nodeId}:${visit}:`;
    if (entry.kind === 'went') visit += 1;
    const results = made.filter((_one, index) => effects[index]?.key.startsWith(here));
    return { ...entry, facts: Object.assign({}, entry.facts, ...results) as Record<string, unknown> };
  });
}
