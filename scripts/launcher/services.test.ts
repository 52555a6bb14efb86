import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startServices } from './services.js';

const dir = mkdtempSync(join(tmpdir(), 'takt-services-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

describe('the servers of a test', () => {
  it('come back with their data after a kill and after a stop', async () => {
    const first = await startServices({ dir, withTemporal: false });
    await ask(first.env['DATABASE_URL']!, 'create table kept (n int); insert into kept values (7)');
    await first.postgres.kill();
    await first.postgres.start();
    expect(await ask(first.env['DATABASE_URL']!, 'select n from kept')).toEqual([{ n: 7 }]);
    await first.stop();
    const second = await startServices({ dir, withTemporal: false });
    try {
      expect(await ask(second.env['DATABASE_URL']!, 'select n from kept')).toEqual([{ n: 7 }]);
    } finally {
      await second.stop();
    }
  });
});
