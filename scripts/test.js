// npm test [-- PATH …]: installs what is missing, starts a Postgres and a Temporal of its own, finds the time-skipping
// server and a browser, runs the checks and every test, and stops what it started. With paths: those tests alone.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { resolveTestServer } from '../temporal-config/resolve-test-server.js';
import { findBrowser } from './launcher/browser.js';
import { ensureInstalled } from './launcher/install.js';
import { childPath, dataDir, nodeProgram, root } from './launcher/place.js';
import { say, Sentence } from './launcher/say.js';

const args = process.argv.slice(2);
const dir = join(dataDir(), `test-${process.pid}`);
let services;
let failed = 0;

try {
  await ensureInstalled();
  const [{ startServices }, testServer, browser] = await Promise.all([
    import('./launcher/services.js'),
    resolveTestServer({ say }),
    findBrowser(),
  ]);
  mkdirSync(dir, { recursive: true });
  services = await startServices({ dir, say });
  const environment = {
    ...process.env,
    PATH: childPath(),
    NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
    TAKT_TEST_POSTGRES: services.env.DATABASE_URL.replace(/\/[^/]*$/, '/postgres'),
    TAKT_TEST_TEMPORAL: services.env.TEMPORAL_ADDRESS,
    TAKT_TEST_SERVER: testServer,
    TAKT_LOG_LEVEL: process.env.TAKT_LOG_LEVEL ?? 'silent',
    ...(browser ? { CHROMIUM_PATH: browser } : {}),
  };
  if (args.length === 0) {
    await run('checks', nodeProgram(), ['scripts/check.js'], environment);
    await run(
      'web app',
      nodeProgram(),
      ['node_modules/vite/bin/vite.js', 'build', '--config', 'builder-ui/vite.config.ts', '--logLevel', 'warn'],
      environment,
    );
    await jest(
      'units, persistence, emulators, workflows',
      ['--testPathIgnorePatterns', 'test/e2e', 'test/chaos', '/node_modules/', '/.takt/'],
      environment,
    );
    if (!browser)
      throw new Sentence('The stories in the browser need Chromium: install it, or say where it is in CHROMIUM_PATH.');
    // Three at once: a story mostly waits, and each file has a product of its own. One that hangs holds its connections,
    // so the run ends when all is told.
    await jest('stories in the browser', ['--maxWorkers=3', '--forceExit', 'test/e2e'], environment);
    await jest('a small chaos', ['--runInBand', '--forceExit', 'test/chaos'], environment);
  } else {
    await jest(args.join(' '), ['--runInBand', ...args], environment);
  }
} catch (error) {
  failed += 1;
  console.error(error instanceof Sentence ? `\n${error.message}\n` : error);
} finally {
  await services?.stop();
  if (existsSync(dir) && failed === 0) rmSync(dir, { recursive: true, force: true });
}
process.exit(failed === 0 ? 0 : 1);

function jest(name, more, environment) {
  const isSaid = more.some((one) => one === '--runInBand' || one.startsWith('--maxWorkers'));
  const workers = isSaid ? [] : ['--maxWorkers=2'];
  return run(
    name,
    nodeProgram(),
    ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', ...workers, ...more],
    environment,
  );
}

async function run(name, program, programArgs, environment) {
  say(`${name} …`);
  const started = Date.now();
  const code = await new Promise((done) => {
    const child = spawn(program, programArgs, { cwd: root, env: environment, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.on('exit', (exit) => done(exit ?? 1));
  });
  say(`${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`);
  if (code !== 0) failed += 1;
}
