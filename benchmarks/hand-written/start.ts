import { spawn } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { handWrittenTables } from './activities.ts';

/** Starts the hand-written one's worker as a process; ends when `stop` is called. @throws when it ends before it is ready. */
export async function startHandWritten(env: Record<string, string>): Promise<{ stop(): Promise<void> }> {
  const client = new pg.Client({ connectionString: env['DATABASE_URL'] });
  await client.connect();
  await client.query('drop table if exists hand_run, hand_log');
  await client.query(handWrittenTables);
  await client.end();
  const child = spawn(process.execPath, ['--enable-source-maps', join(import.meta.dirname, 'worker.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => (chunk.toString().includes('ready') ? done() : undefined));
    void ended.then(() => fail(new Error('the hand-written worker ended before it was ready')));
  });
  return {
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
