import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../temporal-config/fetch-archive.js';
import { childPath, nodeProgram, root } from './place.js';
import { say, Sentence } from './say.js';

const sources = ['builder-ui', 'mini-app', 'texts', 'domain', 'automation', 'api-client', 'package-lock.json'];
export const viteArguments = ['build', '--config', 'builder-ui/vite.config.ts'];
export const viteProgram = () => join(root, 'node_modules', 'vite', 'bin', 'vite.js');

/** Builds the web app when it is missing or older than what it is made of. */
export async function ensureWebApp() {
  if (!existsSync(join(root, 'builder-ui', 'vite.config.ts'))) return say('Web app: there is none in this clone');
  const built = mtimeOf(join(root, 'dist', 'web', 'index.html'));
  if (built > Math.max(...sources.map((name) => newestIn(join(root, name))))) return;
  const startedAt = Date.now();
  say('Building the web app …');
  try {
    await run(nodeProgram(), [viteProgram(), ...viteArguments], {
      cwd: root,
      env: { ...process.env, PATH: childPath(), NODE_ENV: 'production' },
    });
  } catch (error) {
    throw new Sentence(`The web app could not be built: ${error.message}`);
  }
  say(`Web app: built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

function newestIn(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(path)
      .filter((name) => name !== 'node_modules' && !name.startsWith('.'))
      .map((name) => newestIn(join(path, name))),
  );
}

const mtimeOf = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);
