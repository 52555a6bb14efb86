import { readFileSync } from 'node:fs';
import { run } from './fetch-archive.js';
import { searchAttributes } from './search-attributes.js';

export const retention = '14d';

/**
 * Arguments of `temporal` for the embedded server: one SQLite file, loopback only.
 * @param {{ port: number, uiPort?: number | undefined, file: string, namespace?: string }} options
 */
export function devServerArguments({ port, uiPort, file, namespace = 'default' }) {
  return [
    'server',
    'start-dev',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    ...(uiPort ? ['--ui-port', String(uiPort)] : ['--headless']),
    '--db-filename',
    file,
    '--sqlite-pragma',
    'journal_mode=wal',
    '--sqlite-pragma',
    'synchronous=1',
    ...(namespace === 'default' ? [] : ['--namespace', namespace]),
    ...searchAttributes.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
    ...dynamicConfig().flatMap(([key, value]) => ['--dynamic-config-value', `${key}=${value}`]),
    '--log-level',
    'warn',
  ];
}

/** True once the server answers calls. */
export async function isServing(program, port) {
  return run(program, ['operator', 'cluster', 'health', '--address', `127.0.0.1:${port}`]).then(
    (text) => text.includes('SERVING'),
    () => false,
  );
}

/** The development server keeps finished workflows for a day; stories are read for longer. */
export async function setRetention(program, port, namespace = 'default') {
  await run(program, [
    'operator',
    'namespace',
    'update',
    '--address',
    `127.0.0.1:${port}`,
    '--namespace',
    namespace,
    '--retention',
    retention,
  ]);
}

/** The file has one shape, a key and its only value below it, so that it can be read without a parser. */
function dynamicConfig() {
  const text = readFileSync(new URL('dynamic-config.yaml', import.meta.url), 'utf8');
  return [...text.matchAll(/^([\w.]+):\n {2}- value: (.+)$/gm)].map(([, key, value]) => [key, value]);
}
