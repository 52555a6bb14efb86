import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { childPath, root } from './place.js';
import { say } from './say.js';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const living = new Set();
process.on('exit', () => {
  // A launcher that ends for whatever reason takes its processes with it.
  for (const child of living) signalGroup(child.pid, 'SIGKILL');
});

/**
 * A process of the product: its own group (so that Ctrl-C reaches the launcher only, which stops things in order),
 * its output in a log file, its pid on disk, restarted when it dies unasked.
 * @typedef {{ name: string, program: string, args: string[], env?: NodeJS.ProcessEnv, dir: string, marker: string,
 *   stopSignal?: NodeJS.Signals, stopWithinMs?: number, uid?: number, gid?: number, restart?: boolean,
 *   beforeStart?: () => void, cwd?: string }} Definition
 * @param {Definition} definition
 */
export function createChild(definition) {
  const { name, dir, marker, stopSignal = 'SIGTERM', stopWithinMs = 20_000, restart = true } = definition;
  const record = join(dir, 'run', `${name}.json`);
  const logPath = join(dir, 'logs', `${name}.log`);
  let child;
  let exited = Promise.resolve();
  let wanted = false;
  let failures = 0;
  let timer;

  function start() {
    wanted = true;
    clearTimeout(timer);
    mkdirSync(join(dir, 'run'), { recursive: true });
    mkdirSync(join(dir, 'logs'), { recursive: true });
    definition.beforeStart?.();
    rotate(logPath);
    const log = openSync(logPath, 'a');
    const startedAt = Date.now();
    const started = spawn(definition.program, definition.args, {
      cwd: definition.cwd ?? root,
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, PATH: childPath(), ...definition.env },
      ...(definition.uid === undefined ? {} : { uid: definition.uid, gid: definition.gid }),
    });
    closeSync(log);
    child = started;
    living.add(started);
    if (started.pid)
      writeFileSync(record, JSON.stringify({ name, pid: started.pid, marker, startedAt: new Date().toISOString() }));
    exited = new Promise((resolve) => {
      const end = (code, signal) => {
        living.delete(started);
        if (child === started) child = undefined;
        resolve();
        if (!wanted) return;
        if (Date.now() - startedAt > 60_000) failures = 0;
        if (!restart) return;
        const waitMs = Math.min(30_000, 1000 * 2 ** failures);
        failures += 1;
        say(
          `${name} ended unasked (${signal ?? code}); starting it again in ${waitMs / 1000} s. Its last words (${logPath}):\n${lastLines(logPath, 6)}`,
        );
        timer = setTimeout(start, waitMs);
      };
      started.once('error', (error) => end(error.message, null));
      started.once('exit', end);
    });
  }

  async function end(signal, withinMs) {
    wanted = false;
    clearTimeout(timer);
    const { pid } = child ?? {};
    if (pid) {
      signalProcess(pid, signal);
      const forced = setTimeout(() => signalGroup(pid, 'SIGKILL'), withinMs);
      await exited;
      clearTimeout(forced);
      // A watcher may leave its own child behind.
      signalGroup(pid, 'SIGKILL');
    }
    rmSync(record, { force: true });
  }

  return {
    name,
    logPath,
    start,
    stop: () => end(stopSignal, stopWithinMs),
    /** As a crash of the machine would: no warning, no order. */
    kill: async () => {
      wanted = false;
      clearTimeout(timer);
      if (child?.pid) signalGroup(child.pid, 'SIGKILL');
      await exited;
    },
    get pid() {
      return child?.pid;
    },
    isRunning: () => child !== undefined,
  };
}

/** Whoever calls goes before what it calls. */
export const stopOrder = ['web', 'bot', 'api', 'workers', 'emulators', 'temporal', 'postgres'];

/** Stops what an earlier, killed start left behind. Only processes whose command line carries our marker are touched. */
export async function stopLeftovers(dir) {
  const folder = join(dir, 'run');
  if (!existsSync(folder)) return;
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'launcher.json');
  for (const file of files.sort((a, b) => stopOrder.indexOf(a.slice(0, -5)) - stopOrder.indexOf(b.slice(0, -5)))) {
    const path = join(folder, file);
    const { name, pid, marker } = readRecord(path);
    if (pid && marker && isOurs(pid, marker)) {
      say(`Stopping ${name} (process ${pid}), left behind by an earlier start`);
      signalGroup(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
      for (let i = 0; i < 80 && groupLives(pid); i += 1) await pause(100);
      if (groupLives(pid)) signalGroup(pid, 'SIGKILL');
      for (let i = 0; i < 50 && groupLives(pid); i += 1) await pause(100);
    }
    rmSync(path, { force: true });
  }
}

function isOurs(pid, marker) {
  if (isAlive(pid)) return commandOf(pid).includes(marker);
  return groupMembers(pid).some((member) => commandOf(member).includes(marker));
}

export function readRecord(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z /.test(procStat(pid));
  } catch (error) {
    return error.code === 'EPERM';
  }
}

export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    } catch {
      return '';
    }
  }
}

function procStat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}

function groupMembers(group) {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => Number(procStat(pid).split(') ').at(-1)?.split(' ')[2]) === group);
  } catch {
    return [];
  }
}

function groupLives(pid) {
  return isAlive(pid) || groupMembers(pid).some(isAlive);
}

function signalGroup(pid, signal) {
  if (!pid) return;
  try {
    process.kill(-pid, signal);
  } catch {
    signalProcess(pid, signal);
  }
}

function signalProcess(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

function rotate(path) {
  if (existsSync(path) && statSync(path).size > 10_000_000) renameSync(path, `${path}.1`);
}

export function lastLines(path, count) {
  try {
    return readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(-count)
      .map((line) => `    ${line.slice(0, 300)}`)
      .join('\n');
  } catch {
    return '';
  }
}
