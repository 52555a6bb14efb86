import { mkdirSync } from 'node:fs';
import { stopLeftovers } from './children.js';
import { freePort } from './ports.js';
import { preparePostgres } from './postgres.js';
import { prepareTemporal } from './temporal.js';

/**
 * Postgres and, if asked, Temporal under a folder of their own, for tests and benchmarks. The same folder may be started
 * again later and keeps its data. Nothing is restarted by itself: whoever kills a server says when it comes back.
 * @param {{ dir: string, ports?: { postgres?: number, temporal?: number, temporalUi?: number }, withTemporal?: boolean,
 *   durable?: boolean, say?: (line: string) => void }} options `durable: false` spares Postgres the waits for the disk; what is committed still outlives a kill.
 */
export async function startServices({ dir, ports = {}, withTemporal = true, durable = false, say = () => {} }) {
  mkdirSync(dir, { recursive: true });
  await stopLeftovers(dir);
  const postgresPort = ports.postgres ?? (await freePort());
  const temporalPort = ports.temporal ?? (await freePort());
  const flags = durable ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off'];
  const [postgres, temporal] = await Promise.all([
    preparePostgres({ dir, port: postgresPort, flags, restart: false }).then(started),
    withTemporal
      ? prepareTemporal({ dir, port: temporalPort, uiPort: ports.temporalUi, restart: false, say }).then(started)
      : undefined,
  ]);
  const all = [temporal, postgres].filter((one) => one !== undefined);
  return {
    env: {
      TAKT_DATA_DIR: dir,
      POSTGRES_PORT: String(postgresPort),
      DATABASE_URL: postgres.url,
      ...(temporal ? { TEMPORAL_PORT: String(temporalPort), TEMPORAL_ADDRESS: temporal.address } : {}),
    },
    /** Each has `start()`, `stop()`, `kill()` (SIGKILL), for stories about crashes. */
    postgres: handle(postgres),
    temporal: temporal && { ...handle(temporal), file: temporal.file },
    stop: async () => {
      for (const one of all) await one.child.stop();
    },
    killAll: async () => {
      await Promise.all(all.map((one) => one.child.kill()));
    },
  };
}

async function started(service) {
  await service.start();
  return service;
}

const handle = (service) => ({
  start: () => service.start(),
  stop: () => service.child.stop(),
  kill: () => service.child.kill(),
});
