import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../temporal-config/fetch-archive.js';
import {
  commandOf,
  createChild,
  isAlive,
  lastLines,
  readRecord,
  stopLeftovers,
  stopOrder,
} from './launcher/children.js';
import { ensureInstalled } from './launcher/install.js';
import { childPath, dataDir, localPassword, nodeProgram, root } from './launcher/place.js';
import { demandFree } from './launcher/ports.js';
import { preparePostgres } from './launcher/postgres.js';
import { say, Sentence, step } from './launcher/say.js';
import { prepareTemporal } from './launcher/temporal.js';
import { ensureWebApp, viteArguments, viteProgram } from './launcher/web.js';

// npm start: everything from a fresh clone to the addresses, and Ctrl-C to end it in order. --dev reloads on change.
const dev = process.argv.includes('--dev');
const dir = dataDir();
const lock = join(dir, 'run', 'launcher.json');
const number = (name, fallback) => {
  const value = Number(process.env[name] || fallback);
  if (!Number.isInteger(value) || value < 1 || value > 65_535)
    throw new Sentence(`${name}: expected a port such as ${fallback}, got '${process.env[name]}'`);
  return value;
};
/** In the order of starting; stopped in reverse. */
const running = [];
let stopping;

try {
  await main();
} catch (error) {
  await stopAll();
  if (error instanceof Sentence) console.error(`\n${error.message}\n`);
  else console.error(error);
  process.exit(1);
}

async function main() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new Sentence(`Takt needs Node.js 20 or newer; this is ${process.versions.node}.`);
  const ports = {
    app: number('PORT', 3000),
    telegram: number('TELEGRAM_EMULATOR_PORT', 8081),
    payments: number('PAYMENT_EMULATOR_PORT', 8082),
    temporal: number('TEMPORAL_PORT', 7233),
    temporalUi: number('TEMPORAL_UI_PORT', 8233),
    postgres: number('POSTGRES_PORT', 5433),
  };
  const own = {
    postgres: !process.env.DATABASE_URL,
    temporal: !process.env.TEMPORAL_ADDRESS,
    telegram: !process.env.TELEGRAM_BOT_TOKEN,
    payments: !process.env.YOOKASSA_SHOP_ID,
  };
  takeLock();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave());
  await ensureInstalled();
  await stopLeftovers(dir);
  await demandFree([
    { port: ports.app, variable: 'PORT', what: 'app and API' },
    ...(own.telegram ? [{ port: ports.telegram, variable: 'TELEGRAM_EMULATOR_PORT', what: 'Bot API emulator' }] : []),
    ...(own.payments ? [{ port: ports.payments, variable: 'PAYMENT_EMULATOR_PORT', what: 'payment emulator' }] : []),
    ...(own.temporal
      ? [
          { port: ports.temporal, variable: 'TEMPORAL_PORT', what: 'Temporal' },
          { port: ports.temporalUi, variable: 'TEMPORAL_UI_PORT', what: 'Temporal UI' },
        ]
      : []),
    ...(own.postgres ? [{ port: ports.postgres, variable: 'POSTGRES_PORT', what: 'Postgres' }] : []),
  ]);
  const env = {
    TAKT_DATA_DIR: dir,
    ...(own.postgres
      ? { DATABASE_URL: `postgresql://postgres:${localPassword}@127.0.0.1:${ports.postgres}/takt` }
      : {}),
  };

  if (own.telegram || own.payments) startNode('emulators', 'providers/emulators.ts', env);
  await Promise.all([
    (async () => {
      if (own.postgres) await step('Postgres', () => startServer(preparePostgres({ dir, port: ports.postgres })));
      await step('Migrations and demo data', () => migrate(env));
    })(),
    (async () => {
      if (own.temporal)
        await step('Temporal', () =>
          startServer(prepareTemporal({ dir, port: ports.temporal, uiPort: ports.temporalUi })),
        );
    })(),
    ensureWebApp(),
  ]);
  if (stopping) return;
  if (dev && existsSync(join(root, 'builder-ui', 'vite.config.ts'))) {
    watch(
      createChild({
        name: 'web',
        program: nodeProgram(),
        args: [viteProgram(), ...viteArguments, '--watch'],
        dir,
        marker: viteProgram(),
      }),
    );
  }
  startNode('api', 'api/main.ts', env);
  startNode('workers', 'workers/main.ts', env);
  startNode('bot', 'bot/main.ts', env);
  await step('API, workers and bot', () => waitForHealth(ports.app));
  if (!stopping) tell(ports, own);
}

function startNode(name, file, env) {
  const path = join(root, file);
  if (!existsSync(path)) return say(`${name}: ${file} is not in this clone`);
  watch(
    createChild({
      name,
      program: nodeProgram(),
      args: [...(dev ? ['--watch', '--watch-preserve-output'] : []), '--enable-source-maps', path],
      dir,
      env,
      marker: path,
    }),
  );
}

function watch(child) {
  if (stopping) return;
  running.push(child);
  child.start();
}

async function startServer(preparing) {
  const server = await preparing;
  if (stopping) return;
  running.unshift(server.child);
  await server.start();
}

async function migrate(env) {
  try {
    const output = await run(nodeProgram(), [join(root, 'workers', 'prepare.ts'), '--demo'], {
      cwd: root,
      env: { ...process.env, PATH: childPath(), ...env },
    });
    for (const line of output.trim().split('\n')) if (line && !line.startsWith('{')) say(`  ${line}`);
  } catch (error) {
    throw new Sentence(`The database could not be brought up to date: ${error.message}`);
  }
}

async function waitForHealth(port) {
  const until = Date.now() + 90_000;
  let toldAt = Date.now();
  let last = 'no answer yet';
  while (!stopping) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(3000) }).catch(
      () => undefined,
    );
    const health = await answer?.json().catch(() => undefined);
    // Ready is when every loop has said that it lives, the workers' too.
    if (answer?.ok && health?.status === 'ok') return;
    if (health) last = silent(health) || `${answer.status}`;
    if (Date.now() - toldAt > 10_000) {
      toldAt = Date.now();
      say(`  waiting for /api/health: ${last}`);
    }
    if (Date.now() > until) {
      throw new Sentence(
        `The API does not become healthy (${last}). Look into ${join(dir, 'logs')}; api.log ends with:\n${lastLines(join(dir, 'logs', 'api.log'), 8)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** The parts that have not said yet that they live. */
function silent(health) {
  const parts = { temporal: health.temporal, ...health.loops };
  const names = Object.keys(parts).filter((name) => !parts[name]?.ok);
  return names.length > 0 ? `not there yet: ${names.join(', ')}` : '';
}

function tell(ports, own) {
  const app = process.env.PUBLIC_URL || `http://localhost:${ports.app}`;
  const lines = [
    ['App', app],
    ...(own.telegram ? [['Phone simulator', `${app}/phone`]] : []),
    [
      'Temporal UI',
      own.temporal
        ? `http://localhost:${ports.temporalUi}`
        : process.env.TEMPORAL_UI_URL || `server at ${process.env.TEMPORAL_ADDRESS}`,
    ],
    ['Sign in', 'owner@demo.takt or manager@demo.takt, password takt-demo-2026'],
    ['Logs', join(dir, 'logs')],
  ];
  console.log(
    `\nTakt is ready.\n${lines.map(([name, value]) => `  ${`${name}:`.padEnd(17)}${value}`).join('\n')}\n\nCtrl-C stops everything; the data stays in ${dir}.\n`,
  );
}

/** One launcher for one data folder; a lock whose owner is gone is taken over. */
function takeLock() {
  mkdirSync(join(dir, 'run'), { recursive: true });
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      writeFileSync(lock, JSON.stringify({ pid: process.pid, startedAt: new Date().toISOString() }), { flag: 'wx' });
      process.on('exit', () => {
        if (readRecord(lock).pid === process.pid) rmSync(lock, { force: true });
      });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Sentence(`The folder ${dir} cannot be written: ${error.message}`);
      const { pid, startedAt } = readRecord(lock);
      if (pid && pid !== process.pid && isAlive(pid) && commandOf(pid).includes('start.js')) {
        throw new Sentence(
          `Takt runs here already (process ${pid}, since ${startedAt}). Stop it with Ctrl-C in its terminal or "kill ${pid}", or give this one its own TAKT_DATA_DIR and ports.`,
        );
      }
      rmSync(lock, { force: true });
    }
  }
  throw new Sentence(`Several starts want ${dir} at once; try again.`);
}

async function leave() {
  if (stopping) {
    say('Stopping at once');
    process.exit(1);
  }
  say('Stopping (Ctrl-C again to kill) …');
  await stopAll();
  say('Stopped.');
  process.exit(0);
}

function stopAll() {
  stopping ??= (async () => {
    for (const child of [...running].sort((a, b) => stopOrder.indexOf(a.name) - stopOrder.indexOf(b.name)))
      await child.stop();
  })();
  return stopping;
}
