import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
export const dataDir = () => resolve(root, process.env.TAKT_DATA_DIR || '.takt');

/** Node 24 of the npm package `node`, whatever Node runs the launcher. */
export function nodeProgram() {
  const own = join(root, 'node_modules', 'node', 'bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

export const childPath = () => `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;

export const localPassword = 'takt-local-only';
