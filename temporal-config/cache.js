import { accessSync, constants, mkdirSync, rmSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where downloaded and built programs are kept for all clones of this machine's user. */
export const cacheDir = () => process.env.TAKT_CACHE_DIR || join(homedir(), '.cache', 'takt');

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The full path of a program on PATH, or undefined. */
export function onPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((dir) => dir && !dir.includes('node_modules'))
    .map((dir) => join(dir, program))
    .find(isExecutable);
}

/** Fills a folder beside its final place and moves it there in one step, so an interrupted attempt leaves nothing. */
export async function fillFolder(folder, fill) {
  const partial = `${folder}.${process.pid}.part`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    await fill(partial);
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/**
 * Tries ways one after the other, saying what is tried and why it failed.
 * @param {{ title: string, go: () => Promise<string> }[]} ways
 */
export async function firstThatWorks(ways, say, whenNone) {
  const failures = [];
  for (const { title, go } of ways) {
    say(title);
    try {
      return await go();
    } catch (error) {
      say(`  did not work: ${error.message}`);
      failures.push(`${title}: ${error.message}`);
    }
  }
  throw new Error(`${whenNone}\n${failures.map((one) => `  - ${one}`).join('\n')}`);
}
