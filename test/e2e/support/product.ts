import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/launcher/ports.js';
import { startServices, type Services } from '../../../scripts/launcher/services.js';
import { until } from './until.ts';

export const root = join(import.meta.dirname, '../../..');
const files = {
  emulators: 'providers/emulators.ts',
  api: 'api/main.ts',
  workers: 'workers/main.ts',
  bot: 'bot/main.ts',
};
export type ProcessName = keyof typeof files;
const names = Object.keys(files) as ProcessName[];

export type Product = Awaited<ReturnType<typeof startProduct>>;

/** All processes of the product on free ports, with servers and data of their own and the demo shop. */
export async function startProduct(settings: { paymentDeadlineSeconds?: number; wait?: string } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'takt-e2e-'));
  const [app, telegram, payments] = [await freePort(), await freePort(), await freePort()];
  const services: Services = await startServices({ dir });
  const env = {
    ...services.env,
    PORT: String(app),
    TELEGRAM_EMULATOR_PORT: String(telegram),
    PAYMENT_EMULATOR_PORT: String(payments),
    TAKT_DEMO_PAYMENT_DEADLINE_SECONDS: String(settings.paymentDeadlineSeconds ?? 900),
    TAKT_DEMO_WAIT: settings.wait ?? 'PT3S',
    TAKT_RATE_LIMITS: 'off',
    NODE_ENV: 'development',
  };
  const running = new Map<ProcessName, Running>();
  await Promise.all([
    run(['-e', `import('${root}/scripts/launcher/web.js').then((web) => web.ensureWebApp())`], env),
    run(['workers/prepare.ts', '--demo'], env),
  ]);
  const url = `http://localhost:${app}`;
  const product = {
    url,
    telegramUrl: `http://127.0.0.1:${telegram}`,
    paymentsUrl: `http://127.0.0.1:${payments}`,
    temporalAddress: services.env['TEMPORAL_ADDRESS'] ?? '',
    services,
    start: async (...which: ProcessName[]) => {
      for (const name of which.length > 0 ? which : names) running.set(name, launch(name, env, dir));
      await until(
        'the product is healthy',
        () => healthy(url),
        () => lastWords(dir),
      );
    },
    /** As a crash would: no warning. Resolves when the process is gone. */
    kill: async (...which: ProcessName[]) => {
      await Promise.all((which.length > 0 ? which : names).map((name) => end(running.get(name), 'SIGKILL')));
    },
    /** Everything at once: the product's processes, Temporal and Postgres. */
    killEverything: async () => {
      await Promise.all([product.kill(), services.killAll()]);
    },
    stop: async () => {
      await Promise.all(names.map((name) => end(running.get(name), 'SIGTERM')));
      await services.stop();
      rmSync(dir, { recursive: true, force: true });
    },
    log: (name: ProcessName) => readFileSync(join(dir, `${name}.log`), 'utf8'),
  };
  try {
    await product.start();
  } catch (error) {
    await product.killEverything();
    throw error;
  }
  return product;
}

type Running = { child: ChildProcess; gone: Promise<void> };
const living = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

function launch(name: ProcessName, env: Record<string, string>, dir: string): Running {
  mkdirSync(dir, { recursive: true });
  const log = openSync(join(dir, `${name}.log`), 'a');
  const child = spawn(node(), [files[name]], {
    cwd: root,
    stdio: ['ignore', log, log],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  closeSync(log);
  living.add(child);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      living.delete(child);
      resolve();
    });
  });
  return { child, gone };
}

async function end(one: Running | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!one) return;
  one.child.kill(signal);
  await one.gone;
}

/** A one-shot program of ours; what it said is in the error. */
function run(args: string[], env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(node(), args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '', ...env },
    });
    let words = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (words = (words + String(chunk)).slice(-4000)));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(' ')} ended with ${code}:\n${words}`)),
    );
  });
}

/** Node 24 of the npm package, which strips types, whatever Node runs the tests. */
const node = () => join(root, 'node_modules/node/bin/node');

const healthy = (url: string) =>
  fetch(`${url}/api/health`).then(
    (answer) => answer.ok,
    () => false,
  );

function lastWords(dir: string): string {
  return names
    .map(
      (name) =>
        `${name}: ${readFileSync(join(dir, `${name}.log`), 'utf8')
          .trimEnd()
          .split('\n')
          .slice(-3)
          .join('\n')}`,
    )
    .join('\n')
    .slice(-4000);
}
