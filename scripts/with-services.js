import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ensureInstalled } from './launcher/install.js';
import { childPath, dataDir, nodeProgram, root } from './launcher/place.js';
import { Sentence } from './launcher/say.js';

// node scripts/with-services.js [--own] FILE …: runs FILE with a Postgres and a Temporal of its own, on free ports, in a
// fresh folder; what the demo keeps is not touched. --own: FILE starts its servers itself, since it also kills them.
const given = process.argv.slice(2);
const own = given[0] === '--own';
const [file, ...args] = own ? given.slice(1) : given;
let services;
let child;
let stopping;

try {
  if (!file) throw new Sentence('Say which file to run: node scripts/with-services.js [--own] FILE …');
  await ensureInstalled();
  const name = basename(dirname(resolve(file)));
  const dir = join(dataDir(), `${name}-${process.pid}`);
  mkdirSync(dir, { recursive: true });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave(signal));
  if (!own) {
    const { startServices } = await import('./launcher/services.js');
    // What is measured is as durable as what is run.
    services = await startServices({ dir, durable: true });
  }
  const code = await run(file, args, { TAKT_DATA_DIR: dir, ...services?.env });
  await services?.stop();
  // What failed stays to be looked at.
  if (code === 0) rmSync(dir, { recursive: true, force: true });
  process.exit(code);
} catch (error) {
  await services?.stop();
  console.error(error instanceof Sentence ? `\n${error.message}\n` : error);
  process.exit(1);
}

function run(program, programArgs, env) {
  return new Promise((done) => {
    child = spawn(nodeProgram(), ['--enable-source-maps', resolve(program), ...programArgs], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PATH: childPath(), ...env },
    });
    child.once('exit', (code, signal) => done(code ?? (signal ? 1 : 0)));
  });
}

async function leave(signal) {
  if (stopping) process.exit(1);
  stopping = true;
  child?.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
}
