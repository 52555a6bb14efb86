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
  const pace = new Pace(tx, works.length);
  const done = await Promise.allSettled(works.map((one) => pace.walk(one)));
  if (pace.broken) throw pace.broken.error;
  return done.map((result) => (result as PromiseFulfilledResult<T>).value);
}

/** One work on its way: how many questions of its are open, and what it holds alone. */
type Walker = { asks: number; holds: Set<string> };

class Pace {
  private readonly tx: Tx;
  /** Works that are not done. */
  private walking: number;
  /** Those of them that wait for an answer or for another's turn. */
  private waiting = 0;
  private asked: Asked[] = [];
  private sending = false;
  /** By the name of what is held: who waits for it. */
  private readonly held = new Map<string, (() => void)[]>();
  /** The first error: from then on nobody is answered. */
  broken: { error: unknown } | undefined;

  constructor(tx: Tx, walkers: number) {
    this.tx = tx;
    this.walking = walkers;
  }

  async walk<T>({ actor, work }: Work<T>): Promise<T> {
    const walker: Walker = { asks: 0, holds: new Set() };
    try {
      return await work(this.ownTx(actor, walker));
    } catch (error) {
      this.breakAll(error);
      throw error;
    } finally {
      this.leave(walker);
    }
  }

  private ownTx(actor: Actor, walker: Walker): Tx {
    return {
      ...this.tx,
      actor,
      sql: <R>(query: string, params: readonly unknown[] = []) =>
        this.wait<R[]>(walker, (answer, fail) => {
          this.asked.push({ query, params, answer: (rows) => answer(rows as R[]), fail });
        }),
      ask: <Row extends object, Answer>({ query }: RowStatement<Row, Answer>, row: Row) =>
        this.wait<RowAnswer<Answer>[]>(walker, (answer, fail) => {
          this.asked.push({ query, params: [], row, answer: (rows) => answer(rows as RowAnswer<Answer>[]), fail });
        }),
      alone: (name) => this.alone(name, walker),
      emit: (event) => this.tx.emit({ actor, ...event }),
      savepoint: () => Promise.reject(new OutOfStep('a savepoint would take back what others did')),
    };
  }

  private wait<R>(walker: Walker, begin: (go: (value: R) => void, fail: (error: unknown) => void) => void): Promise<R> {
    if (this.broken) return Promise.reject(asError(this.broken.error));
    return new Promise<R>((resolve, reject) => {
      if ((walker.asks += 1) === 1) this.waiting += 1;
      const over = (): void => {
        if ((walker.asks -= 1) === 0) this.waiting -= 1;
      };
      begin(
        (value) => (over(), resolve(value)),
        (error) => (over(), reject(asError(error))),
      );
      this.mayGoOn();
    });
  }

  private async alone(name: string, walker: Walker): Promise<void> {
    if (walker.holds.has(name)) return;
    const queue = this.held.get(name);
    if (queue) await this.wait<undefined>(walker, (go) => queue.push(() => go(undefined)));
    else this.held.set(name, []);
    walker.holds.add(name);
    if (this.broken) throw asError(this.broken.error);
  }

  private leave(walker: Walker): void {
    this.walking -= 1;
    for (const name of walker.holds) {
      const next = this.held.get(name)?.shift();
      if (next) next();
      else this.held.delete(name);
    }
    this.mayGoOn();
  }

  private breakAll(error: unknown): void {
    this.broken ??= { error };
  }

  private everybodyWaits(): boolean {
    return this.walking > 0 && this.waiting >= this.walking;
  }

  /** Sends what was asked, when nobody is left who could ask more at this step. */
  private mayGoOn(): void {
    if (this.sending || !this.everybodyWaits()) return;
    this.sending = true;
    // A work may ask twice in one breath.
    queueMicrotask(() => {
      void this.send().finally(() => {
        this.sending = false;
        this.mayGoOn();
      });
    });
  }

  private async send(): Promise<void> {
    if (!this.everybodyWaits()) return;
    const together = this.asked;
    this.asked = [];
    if (together.length === 0) return this.wakeTheStuck();
    const answers: (() => void)[] = [];
    for (const group of groupsOf(together)) {
      const answered = this.broken ? undefined : await this.ask(group);
      for (const [at, one] of group.entries())
        answers.push(answered ? () => one.answer(answered[at] ?? []) : () => one.fail(this.broken?.error));
    }
    for (const answer of answers) answer();
  }

  /** What comes back, for each who asked; undefined when it broke. */
  private async ask(group: readonly Asked[]): Promise<(unknown[] | undefined)[] | undefined> {
    const [first] = group;
    if (!first) return [];
    try {
      if (!first.row) return [await this.tx.sql(first.query, first.params)];
      const rows = await this.tx.sql<{ n: number }>(first.query, [asGiven(group.map(({ row }) => row ?? {}))]);
      const ofEach = Map.groupBy(rows, ({ n }) => n);
      return group.map((_, at) => ofEach.get(at));
    } catch (error) {
      this.breakAll(error);
      return undefined;
    }
  }

  /** Nobody asks and all wait: they wait for each other's turns. */
  private wakeTheStuck(): void {
    this.breakAll(new OutOfStep('works wait for each other'));
    for (const queue of this.held.values()) for (const go of queue.splice(0)) go();
  }
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

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
