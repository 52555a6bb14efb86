import { asGiven, type RowAnswer, type RowStatement } from './row-statement.ts';
import type { Actor, Tx } from './with-business.ts';

/** Work that cannot share a transaction; whoever shares does it again alone. */
export class OutOfStep extends Error {}

export type Work<T> = { actor: Actor; work: (tx: Tx) => Promise<T> };

type Asked = {
  query: string;
  params: readonly unknown[];
  /** Of a statement for rows: the row. */
  row?: object;
  answer(rows: unknown[]): void;
  fail(error: unknown): void;
};

/**
 * Does several works in one transaction, in step: each goes on until it asks the database something; when all of them
 * wait, what they asked is sent, a statement for rows once for all who asked it. So a hundred equal works cost the
 * statements of a few, and each is still written as if it were alone.
 *
 * They do not see each other half done as long as each says by `alone` what it works on. If one breaks, all are taken
 * back.
 * @throws the first error of any of them; {@link OutOfStep} from a work that wants a savepoint, or when they wait for
 * each other.
 */
export async function inStep<T>(tx: Tx, works: readonly Work<T>[]): Promise<T[]> {
  const pace = paceOf(tx, works.length);
  const done = await Promise.allSettled(works.map((one) => pace.walk(one)));
  const broken = pace.firstError();
  if (broken) throw broken.error;
  return done.map((result) => (result as PromiseFulfilledResult<T>).value);
}

function paceOf(tx: Tx, walkers: number) {
  let walking = walkers;
  let waiting = 0;
  let asked: Asked[] = [];
  let broken: { error: unknown } | undefined;
  let sending = false;
  const held = new Map<string, { next: (() => void)[] }>();

  const breakAll = (error: unknown): void => {
    broken ??= { error };
  };

  /** Sends what was asked, when nobody is left who could ask more at this step. */
  function mayGoOn(): void {
    if (sending || waiting < walking || walking === 0) return;
    sending = true;
    // A work may ask twice in one breath.
    queueMicrotask(() => {
      void send().finally(() => {
        sending = false;
        mayGoOn();
      });
    });
  }

  async function send(): Promise<void> {
    if (waiting < walking || walking === 0) return;
    const together = asked;
    asked = [];
    if (together.length === 0) return wakeTheStuck();
    const answers: (() => void)[] = [];
    for (const group of groupsOf(together)) {
      const rows = broken ? undefined : await ask(group);
      for (const [at, one] of group.entries()) {
        answers.push(rows ? () => one.answer(answerTo(one, rows, at)) : () => one.fail(broken?.error));
      }
    }
    for (const answer of answers) answer();
  }

  async function ask(group: readonly Asked[]): Promise<unknown[] | undefined> {
    const [first] = group;
    if (!first) return [];
    try {
      const params = first.row ? [asGiven(group.map(({ row }) => row ?? {}))] : first.params;
      return await tx.sql(first.query, params);
    } catch (error) {
      breakAll(error);
      return undefined;
    }
  }

  /** Nobody asks and all wait: they wait for each other's turns. */
  function wakeTheStuck(): void {
    breakAll(new OutOfStep('works wait for each other'));
    for (const { next } of held.values()) for (const go of next.splice(0)) go();
  }

  function wait<R>(begin: (go: (value: R) => void, fail: (error: unknown) => void) => void, about: Walker): Promise<R> {
    if (broken) return Promise.reject(asError(broken.error));
    return new Promise<R>((resolve, reject) => {
      if ((about.asks += 1) === 1) waiting += 1;
      const over = (): void => {
        if ((about.asks -= 1) === 0) waiting -= 1;
      };
      begin(
        (value) => (over(), resolve(value)),
        (error) => (over(), reject(asError(error))),
      );
      mayGoOn();
    });
  }

  async function alone(name: string, about: Walker): Promise<void> {
    if (about.holds.has(name)) return;
    const holder = held.get(name);
    if (holder) await wait<undefined>((go) => holder.next.push(() => go(undefined)), about);
    else held.set(name, { next: [] });
    about.holds.add(name);
    if (broken) throw asError(broken.error);
  }

  function leave(about: Walker): void {
    walking -= 1;
    for (const name of about.holds) {
      const next = held.get(name)?.next.shift();
      if (next) next();
      else held.delete(name);
    }
    mayGoOn();
  }

  type Walker = { asks: number; holds: Set<string> };
  return {
    firstError: () => broken,
    async walk<T>({ actor, work }: Work<T>): Promise<T> {
      const about: Walker = { asks: 0, holds: new Set() };
      const own: Tx = {
        ...tx,
        actor,
        sql: <R>(query: string, params: readonly unknown[] = []) =>
          wait<R[]>((answer, fail) => {
            asked.push({ query, params, answer: (rows) => answer(rows as R[]), fail });
          }, about),
        ask: <Row extends object, Answer>({ query }: RowStatement<Row, Answer>, row: Row) =>
          wait<RowAnswer<Answer>[]>((answer, fail) => {
            asked.push({ query, params: [], row, answer: (rows) => answer(rows as RowAnswer<Answer>[]), fail });
          }, about),
        alone: (name) => alone(name, about),
        emit: (event) => tx.emit({ actor, ...event }),
        savepoint: () => Promise.reject(new OutOfStep('a savepoint would take back what others did')),
      };
      try {
        return await work(own);
      } catch (error) {
        breakAll(error);
        throw error;
      } finally {
        leave(about);
      }
    },
  };
}

/** Equal statements for rows go together; any other goes alone, in its turn. */
function groupsOf(asked: readonly Asked[]): Asked[][] {
  const groups: Asked[][] = [];
  const ofQuery = new Map<string, Asked[]>();
  for (const one of asked) {
    const known = one.row && ofQuery.get(one.query);
    if (known) {
      known.push(one);
      continue;
    }
    const group = [one];
    groups.push(group);
    if (one.row) ofQuery.set(one.query, group);
  }
  return groups;
}

const answerTo = (one: Asked, rows: readonly unknown[], at: number): unknown[] =>
  one.row ? rows.filter((row) => (row as { n: number }).n === at) : [...rows];

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
