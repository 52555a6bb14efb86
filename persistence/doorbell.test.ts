import { createServer, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { openDoorbell } from './doorbell.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Postgres behind a door that can be shut, as when it is killed. */
async function aDoor(url: string) {
  const target = new URL(url);
  const behind = Number(target.port);
  const open = new Set<Socket>();
  let shut = false;
  let tries = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    tries += 1;
    if (shut) return socket.destroy();
    const inner = connect(behind, target.hostname);
    inner.on('error', () => undefined);
    socket.pipe(inner).pipe(socket);
    for (const one of [socket, inner]) open.add(one.on('close', () => open.delete(one)));
    return undefined;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  target.port = String((server.address() as { port: number }).port);
  return {
    url: target.toString(),
    tries: () => tries,
    shut() {
      shut = true;
      for (const socket of open) socket.destroy();
    },
    open: () => void (shut = false),
    close: () => new Promise((done) => server.close(done)),
  };
}

const listening = async (): Promise<number> =>
  (
    await database.owner.query(
      `select 1 from pg_stat_activity where application_name = 'takt doorbell' and datname = current_database()`,
    )
  ).rows.length;

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 30));
}

describe('the doorbell', () => {
  it('comes back with one connection, however often it was refused while Postgres was away', async () => {
    const door = await aDoor(database.systemUrl);
    const bell = await openDoorbell(door.url);
    const heard: string[] = [];
    bell.on('pump', (topic) => heard.push(topic));
    door.shut();
    const before = door.tries();
    await until(() => door.tries() >= before + 8);
    door.open();
    // Back again: everyone looks once, and a ring is heard once.
    await until(() => heard.length > 0);
    heard.length = 0;
    bell.ring('pump');
    await until(() => heard.length > 0);
    expect(heard).toEqual(['pump']);
    expect(await listening()).toBe(1);
    await bell.close();
    await until(async () => (await listening()) === 0);
    await door.close();
  });
});
