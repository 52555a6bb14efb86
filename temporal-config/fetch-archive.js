import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Downloads a .tar.gz and unpacks it into a folder.
 * @param {string} url
 * @param {string} folder
 * @param {(line: string) => void} say
 */
export async function fetchArchive(url, folder, say) {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'download.tar.gz');
  // Ten seconds to answer at all; after that only silence of half a minute ends it.
  const control = new AbortController();
  let timer = setTimeout(() => control.abort(new Error('no answer within 10 s')), 10_000);
  const beat = () => {
    clearTimeout(timer);
    timer = setTimeout(() => control.abort(new Error('nothing came for 30 s')), 30_000);
  };
  try {
    const answer = await fetch(url, { signal: control.signal });
    if (!answer.ok || !answer.body) throw new Error(`the server answered ${answer.status}`);
    const total = Number(answer.headers.get('content-length') ?? 0);
    let got = 0;
    let told = 0;
    const body = Readable.fromWeb(answer.body);
    body.on('data', (chunk) => {
      beat();
      got += chunk.length;
      if (Date.now() - told < 2000) return;
      told = Date.now();
      const size = `${Math.round(got / 1e6)} MB`;
      say(total ? `  ${size} of ${Math.round(total / 1e6)} MB` : `  ${size}`);
    });
    await pipeline(body, createWriteStream(file));
  } catch (error) {
    throw new Error(reasonOf(control.signal.aborted ? control.signal.reason : error));
  } finally {
    clearTimeout(timer);
  }
  await run('tar', ['-xzf', file, '-C', folder]);
  await rm(file);
}

/** The innermost reason in few words: "getaddrinfo ENOTFOUND …" rather than "fetch failed". */
export function reasonOf(error) {
  let reason = error;
  while (reason?.cause instanceof Error) reason = reason.cause;
  return reason?.message || reason?.code || String(error);
}

/**
 * Runs a program to its end. `tell` gets every line of its output.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, tell?: (line: string) => void }} [options]
 */
export function run(program, args, { tell, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let tail = '';
    const hear = (chunk) => {
      tail = (tail + chunk).slice(-4000);
      if (tell) for (const line of String(chunk).split('\n')) if (line.trim()) tell(line.trim());
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) =>
      reject(new Error(error.code === 'ENOENT' ? `the program "${program}" is not installed` : error.message)),
    );
    child.on('close', (code) =>
      code === 0
        ? resolve(tail)
        : reject(new Error(`${program} ended with ${code}: ${tail.trim().split('\n').slice(-3).join(' | ')}`)),
    );
  });
}
