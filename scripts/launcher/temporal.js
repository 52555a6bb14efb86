import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { resolveTemporal } from '../../temporal-config/resolve-temporal.js';
import { devServerArguments, isServing, setRetention } from '../../temporal-config/start-dev-server.js';
import { createChild, lastLines } from './children.js';
import { say as sayAloud, Sentence } from './say.js';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The embedded Temporal server with its file `<dir>/temporal.db`.
 * @param {{ dir: string, port: number, uiPort?: number, restart?: boolean, say?: (line: string) => void }} options
 */
export async function prepareTemporal({ dir, port, uiPort, restart = true, say = sayAloud }) {
  const program = await resolveTemporal({ say }).catch((error) => {
    throw new Sentence(error.message);
  });
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'temporal.db');
  const child = createChild({
    name: 'temporal',
    program,
    args: devServerArguments({ port, uiPort, file }),
    dir,
    restart,
    marker: file,
    stopSignal: 'SIGTERM',
    stopWithinMs: 10_000,
    beforeStart: () => {
      // Leftovers of a database that was deleted would be read into the new one.
      if (!existsSync(file)) for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
    },
  });
  const ready = async () => {
    const until = Date.now() + 90_000;
    while (!(await isServing(program, port))) {
      if (Date.now() > until)
        throw new Sentence(
          `Temporal does not start. Its log ${child.logPath} ends with:\n${lastLines(child.logPath, 8)}`,
        );
      await pause(200);
    }
  };
  return {
    address: `127.0.0.1:${port}`,
    file,
    child,
    ready,
    async start() {
      child.start();
      await ready();
      // A server that has just begun to answer may not know its namespace yet.
      for (let tries = 1; ; tries += 1) {
        try {
          return await setRetention(program, port);
        } catch (error) {
          if (tries === 20) throw error;
          await pause(300);
        }
      }
    },
  };
}
