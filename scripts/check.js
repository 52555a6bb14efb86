// npm run check: format, lint, import rules, types (server, pure rooms, web), workflow bundle. One line a part.
import { spawnSync } from 'node:child_process';

const rooms = [
  'domain',
  'automation',
  'use-cases',
  'workflows',
  'activities',
  'workers',
  'bot',
  'texts',
  'persistence',
  'platform',
  'providers',
  'api',
  'api-client',
  'builder-ui',
  'benchmarks',
  'test',
];
const parts = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['import rules', 'depcruise', ['--config', '.dependency-cruiser.js', '--output-type', 'err-long', ...rooms]],
  ['types: server', 'tsc', ['--noEmit', '-p', 'tsconfig.json']],
  ['types: pure rooms', 'tsc', ['--noEmit', '-p', 'tsconfig.pure.json']],
  ['types: web', 'tsc', ['--noEmit', '-p', 'builder-ui/tsconfig.json']],
  ['lint', 'eslint', ['.']],
  ['workflow bundle', 'node', ['scripts/bundle-workflows.ts']],
];

const only = process.argv.slice(2);
let failed = 0;
for (const [name, command, args] of parts) {
  if (only.length > 0 && !only.some((word) => name.includes(word))) continue;
  const started = Date.now();
  const result = spawnSync(`node_modules/.bin/${command}`, args, {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '--no-warnings' },
    maxBuffer: 1e8,
  });
  const ok = result.status === 0;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (ok) continue;
  failed += 1;
  console.log(
    `${result.stdout}${result.stderr}`
      .split('\n')
      .filter((line) => !line.startsWith('npm warn'))
      .join('\n'),
  );
}
process.exit(failed === 0 ? 0 : 1);
