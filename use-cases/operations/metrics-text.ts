import type { Health } from './read-health.ts';

/** Health in Prometheus's text format; temporal-config/alarms.yaml has the rules over it. */
export function metricsText(health: Health): string {
  const lines: string[] = [];
  const gauge = (name: string, help: string, values: readonly [labels: string, value: number][]): void => {
    lines.push(`# HELP takt_${name} ${help}`, `# TYPE takt_${name} gauge`);
    for (const [labels, value] of values) lines.push(`takt_${name}${labels} ${value}`);
  };
  const lags = Object.entries(health.lags);
  const queues = lags.flatMap(([name, lag]) => (typeof lag === 'number' ? [] : [[name, lag] as const]));
  const counts = lags.flatMap(([name, lag]) => (typeof lag === 'number' ? [[name, lag] as const] : []));
  gauge('up', 'Whether every part has said that it lives.', [['', health.status === 'ok' ? 1 : 0]]);
  gauge(
    'loop_seconds_ago',
    'Seconds since a background loop last said that it lives; -1: never.',
    Object.entries({ ...health.loops, temporal: health.temporal }).map(([name, loop]) => [
      `{loop="${name}"}`,
      loop.secondsAgo,
    ]),
  );
  gauge(
    'queue_waiting',
    'How much waits.',
    queues.map(([name, lag]) => [`{queue="${name}"}`, lag.waiting]),
  );
  gauge(
    'queue_oldest_seconds',
    'How long the oldest waits.',
    queues.map(([name, lag]) => [`{queue="${name}"}`, lag.oldestSeconds]),
  );
  gauge(
    'count',
    'Counts of what there is.',
    counts.map(([name, value]) => [`{of="${snake(name)}"}`, value]),
  );
  return `${lines.join('\n')}\n`;
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
