import { nextAllowed, type TimeWindow } from '#domain/time-rules.ts';
import { reachedFrom, type Chain } from './chain.ts';
import { finding, type Finding } from './finding.ts';
import { messagesAt } from './messages.ts';

/** Any week without a clock change will do: hours of a week are the same in each. */
const SOME_MONDAY = new Date('2001-01-01T00:00:00Z');
const EVERY_DAY: TimeWindow['days'] = [1, 2, 3, 4, 5, 6, 7];

/**
 * Hours in which something may happen are never none: a window, the quiet hours, and a window together with the quiet
 * hours that hold the message behind it.
 */
export function proveWindows(chain: Chain): Finding[] {
  const quiet = chain.document.settings.quietHours;
  const found: Finding[] = [];
  if (quiet && isNever({ quiet }))
    found.push(
      finding('window_empty', 'settings.quietHours', { node: 'trigger', quietFrom: quiet.from, quietTo: quiet.to }),
    );
  chain.nodes.forEach((node, index) => {
    const window = windowOf(node.config['window']);
    if (!window) return;
    const isHeld = quiet !== undefined && speaksNext(chain, index);
    if (!isNever({ window }) && !(isHeld && isNever({ window, quiet }))) return;
    found.push(
      finding('window_empty', `${node.path}.config.window`, {
        node: node.id,
        from: window.from,
        to: window.to,
        quietFrom: quiet?.from ?? '',
        quietTo: quiet?.to ?? '',
      }),
    );
  });
  return found;
}

const isNever = (rules: Parameters<typeof nextAllowed>[1]): boolean => nextAllowed(SOME_MONDAY, rules, 'UTC') === null;

function windowOf(value: unknown): TimeWindow | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { days, from, to } = value as Partial<TimeWindow>;
  if (from === undefined || to === undefined) return undefined;
  return { days: days && days.length > 0 ? days : EVERY_DAY, from, to };
}

/** Whether a message can follow a wait before anybody waits again. */
export function speaksNext(chain: Chain, wait: number): boolean {
  const isOpen = (way: { from: number }) => way.from === wait || isQuick(chain, way.from);
  return [...reachedFrom(chain, [wait], isOpen)].some((node) => node !== wait && messagesAt(chain, node) > 0);
}

const isQuick = (chain: Chain, index: number): boolean => chain.nodes[index]?.definition?.waits !== true;
