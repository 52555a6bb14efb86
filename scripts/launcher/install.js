import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './place.js';
import { say, Sentence } from './say.js';

/** Installs what package-lock.json asks for, unless exactly that is there. */
export async function ensureInstalled() {
  const reason = whyInstall();
  if (!reason) return;
  say(`Installing packages (${reason}): about a minute`);
  const startedAt = Date.now();
  const progress = setInterval(() => say(`  npm is working, ${Math.round((Date.now() - startedAt) / 1000)} s`), 10_000);
  try {
    await npm(existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install');
  } finally {
    clearInterval(progress);
  }
  say(`Packages: ready in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

function whyInstall() {
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!installed) return 'none are here yet';
  if (!existsSync(join(root, 'node_modules', 'node', 'bin', 'node'))) return 'Node 24 is missing';
  if (!wanted) return undefined;
  const old = Object.entries(wanted).find(
    ([path, entry]) => path !== '' && !entry.optional && !entry.link && installed[path]?.version !== entry.version,
  );
  return old ? `${old[0].replace('node_modules/', '')} has another version` : undefined;
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function npm(command) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', [command, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let words = '';
    child.stderr.on('data', (chunk) => (words = (words + chunk).slice(-3000)));
    child.on('error', () => reject(new Sentence('npm was not found. Install Node.js 20 or newer together with npm.')));
    child.on('close', (code) => {
      if (code === 0) return resolve();
      reject(
        new Sentence(
          `npm ${command} failed (${code}). Check the connection to the npm registry and start again. npm said:\n${words.trim()}`,
        ),
      );
    });
  });
}
