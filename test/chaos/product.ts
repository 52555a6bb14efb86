import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '../../scripts/launcher/ports.js';

const root = resolve(import.meta.dirname, '../..');

export type ProcessName = 'emulators' | 'api' | 'workers' | 'bot';
const files: Record<ProcessName, string> = {
  emulators: 'providers/emulators.ts',
  api: 'api/main.ts',
  workers: 'workers/main.ts',
  bot: 'bot/main.ts',
};

export type Product = Awaited<ReturnType<typeof startProduct>>;

/**
 * The whole product as real processes on free ports, against the servers that `env` names. One that ends unasked is
 * started again, as the launcher does, and counted.
 */
export async function startProduct(options: {
  dir: string;
  env: Record<string, string>;
  /** Other emulators than the product's, for benchmarks. */
  emulators?: string | undefined;
  /** Runs after the demo shop is in place and before the first process looks at it. */
  prepare?: ((env: Record<string, string>) => Promise<void>) | undefined;
  /** Processes that are not started. */
  without?: readonly ProcessName[] | undefined;
}) {
  const ports = { api: await freePort(), telegram: await freePort(), payments: await freePort() };
  const env: Record<string, string> = {
    TAKT_DATA_DIR: options.dir,
    PORT: String(ports.api),
    TELEGRAM_EMULATOR_PORT: String(ports.telegram),
    PAYMENT_EMULATOR_PORT: String(ports.payments),
    TAKT_LOG_LEVEL: 'warn',
    TAKT_RATE_LIMITS: 'off',
    ...options.env,
  };
  const urls = {
    api: `http://127.0.0.1:${ports.api}`,
    telegram: `http://127.0.0.1:${ports.telegram}`,
    payments: `http://127.0.0.1:${ports.payments}`,
  };
  const logs = join(options.dir, 'logs');
  mkdirSync(logs, { recursive: true });
  const running = new Map<ProcessName, ChildProcess>();
  const wanted = new Set<ProcessName>();
  const endedUnasked: { name: ProcessName; code: number | string | null; lastWords: string }[] = [];
  const takeAllDown = (): void => running.forEach((child) => child.kill('SIGKILL'));
  process.on('exit', takeAllDown);

  function start(name: ProcessName): void {
    wanted.add(name);
    const log = openSync(join(logs, `${name}.log`), 'a');
    const file = name === 'emulators' ? (options.emulators ?? files.emulators) : files[name];
    const child = spawn(process.execPath, ['--enable-source-maps', join(root, file)], {
      cwd: root,
      stdio: ['ignore', log, log],
      env: { ...cleanEnv(), ...env },
    });
    closeSync(log);
    running.set(name, child);
    child.once('exit', (code, signal) => {
      if (running.get(name) !== child) return;
      running.delete(name);
      if (!wanted.has(name)) return;
      endedUnasked.push({ name, code: code ?? signal, lastWords: lastLines(join(logs, `${name}.log`)) });
      setTimeout(() => {
        if (wanted.has(name) && !running.has(name)) start(name);
      }, 1_000);
    });
  }

  async function end(name: ProcessName, signal: NodeJS.Signals): Promise<void> {
    wanted.delete(name);
    const child = running.get(name);
    if (!child) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    const forced = setTimeout(() => child.kill('SIGKILL'), 20_000);
    await gone;
    clearTimeout(forced);
  }

  await runOnce('workers/prepare.ts', ['--demo'], { ...cleanEnv(), ...env });
  await options.prepare?.(env);
  const names = (Object.keys(files) as ProcessName[]).filter((name) => !options.without?.includes(name));
  start('emulators');
  await until(() => answers(`${urls.telegram}/emulator/health`), 'the emulators answer');
  for (const name of names) if (name !== 'emulators') start(name);
  if (names.includes('api')) await until(() => answers(`${urls.api}/api/health`), 'the product is healthy', 120_000);
  return {
    env,
    urls,
    logs,
    endedUnasked,
    start,
    /** SIGKILL: no warning, no order. */
    kill: (name: ProcessName) => end(name, 'SIGKILL'),
    pid: (name: ProcessName) => running.get(name)?.pid,
    async stop(): Promise<void> {
      for (const name of ['bot', 'api', 'workers', 'emulators'] as const) await end(name, 'SIGTERM');
      process.off('exit', takeAllDown);
    },
  };
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Waits for a condition. The limit only ends a wait that would never end. */
export async function until(holds: () => Promise<boolean> | boolean, what: string, limitMs = 60_000): Promise<void> {
  const from = performance.now();
  while (!(await holds())) {
    if (performance.now() - from > limitMs) throw new Error(`waited ${limitMs / 1000} s in vain until ${what}`);
    await pause(100);
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(3_000) }).then(
    async (answer) => (await answer.arrayBuffer(), answer.ok),
    () => false,
  );
}

function runOnce(file: string, args: string[], env: Record<string, string>): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, file), ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (words = (words + String(chunk)).slice(-3_000)));
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`${file} ended with ${code}: ${words}`))));
  });
}

/** What a test runner or a launcher set for itself is no setting of the product. */
function cleanEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !/^(NODE_OPTIONS|NODE_ENV|JEST_|TAKT_|DATABASE_|TEMPORAL_)/.test(entry[0]),
    ),
  );
}

function lastLines(path: string): string {
  try {
    return readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .filter((line) => !/^\s+\w+: undefined,?$/.test(line))
      .slice(-30)
      .join('\n')
      .slice(-3_000);
  } catch {
    return '';
  }
}
