import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '#platform/ids.ts';
import { wallClock, type Clock } from '#platform/clock.ts';
import type { DomainEvent } from '#domain/events.ts';
import { sql, type Database } from './database.ts';
import { lateWrites, type LateWrite } from './late-writes.ts';
import { entering } from './lean-client.ts';
import { asGiven, type RowAnswer, type RowStatement } from './row-statement.ts';
import { streamPlaces } from './stream-places.ts';

/** Who acts: checked by use cases, written into every record. */
export type Actor =
  | { kind: 'user'; userId: string; role: 'owner' | 'manager' | 'master'; name: string }
  | { kind: 'contact'; contactId: string }
  | { kind: 'process'; id: string }
  | { kind: 'system'; name: string };

/**
 * One transaction inside one business. Everything a use case may touch hangs on it: rows (`em`, `sql`),
 * events (`emit`, written just before commit) and the doorbell (`ring`, rung just after it).
 */
export type Tx = {
  readonly businessId: string;
  readonly actor: Actor;
  /** The moment of this transaction. Semantic paths use it, never SQL now() or the wall clock. */
  readonly now: Date;
  readonly em: EntityManager;
  sql<T = Record<string, unknown>>(query: string, params?: readonly unknown[]): Promise<T[]>;
  /** Asks a statement for rows about one row. Works that go in step ask it once for all of theirs. */
  ask<Row extends object, Answer>(statement: RowStatement<Row, Answer>, row: Row): Promise<RowAnswer<Answer>[]>;
  /** Waits until no other work of this transaction holds the name; it is held until this work ends. */
  alone(name: string): Promise<void>;
  /** A write that answers nothing: it goes with others like it before the next `sql` or the commit. */
  later(write: LateWrite): Promise<void>;
  emit(event: DomainEvent & { actor?: Actor }): void;
  ring(topic: string): void;
  /** Runs `work` so that its refusal undoes only its own part; the error is thrown on. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
};

export type BusinessDoor = <T>(
  businessId: string,
  actor: Actor,
  work: (tx: Tx) => Promise<T>,
  options?: { now?: Date; tries?: number },
) => Promise<T>;

const RETRIED = new Set(['40P01', '40001']);

/** The only way to a business's rows. Deadlocks and serialisation failures are tried again, up to 5 times. */
export function businessDoor(database: Database, clock: Clock = wallClock): BusinessDoor {
  return async (businessId, actor, work, options = {}) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(database, { businessId, actor, now: options.now ?? clock.now() }, work);
      } catch (error) {
        if (attempt >= (options.tries ?? 5) || !RETRIED.has(errorCode(error))) throw error;
        await new Promise((done) => setTimeout(done, attempt * 10 * Math.random()));
      }
    }
  };
}

/** The SQLSTATE of a driver error, or an empty string. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/**
 * Whether the connection broke, so that nobody knows what became of a commit that was on its way: who does such work
 * again may do it twice.
 */
export function lostConnection(error: unknown): boolean {
  return (
    /^(08|57P)|^(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT)$/.test(errorCode(error)) ||
    /connection (terminated|ended)|connection error|not queryable/i.test(String(error))
  );
}

/** The name of the constraint that refused, or an empty string. */
export function errorConstraint(error: unknown): string {
  const constraint = (error as { constraint?: unknown } | null)?.constraint;
  return typeof constraint === 'string' ? constraint : '';
}

async function once<T>(
  database: Database,
  who: { businessId: string; actor: Actor; now: Date },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const bells = new Set<string>();
  const events: Told[] = [];
  const result = await entering.run({ businessId: who.businessId }, () =>
    database.app.em.fork({ clear: true }).transactional(async (em) => {
      let savepoints = 0;
      const late = lateWrites((query, params) => sql(em, query, params));
      const tx: Tx = {
        ...who,
        em,
        async sql(query, params) {
          await late.send();
          return sql(em, query, params);
        },
        ask: (statement, row) => tx.sql(statement.query, [asGiven([row])]),
        alone: () => Promise.resolve(),
        later: (write) => late.add(write),
        emit: (event) => void events.push(event),
        ring: (topic) => void bells.add(topic),
        async savepoint(inner) {
          const name = `takt_${(savepoints += 1)}`;
          const heard = events.length;
          await em.flush();
          await tx.sql(`savepoint ${name}`);
          try {
            const value = await inner();
            await em.flush();
            await tx.sql(`release savepoint ${name}`);
            return value;
          } catch (error) {
            events.length = heard;
            late.forget();
            em.clear();
            await sql(em, `rollback to savepoint ${name}`);
            throw error;
          }
        },
      };
      // What `work` opens elsewhere is not of this business.
      const value = await entering.exit(() => work(tx));
      await em.flush();
      await writeEvents(tx, events);
      await late.send();
      if (events.length > 0) bells.add('router');
      return value;
    }),
  );
  for (const topic of bells) database.bell.ring(topic);
  return result;
}

/** In a transaction of several works each has its own actor. */
type Told = DomainEvent & { actor?: Actor };

/** One statement for all streams, which are locked last: their next numbers, the router's places, the events. */
async function writeEvents(tx: Tx, events: readonly Told[]): Promise<void> {
  if (events.length === 0) return;
  const inStream = new Map<string, number>();
  const rows = events.map((event) => {
    const place = (inStream.get(event.streamId) ?? 0) + 1;
    inStream.set(event.streamId, place);
    return {
      stream_id: event.streamId,
      place,
      id: event.id ?? newId(),
      type: event.type,
      contact_id: event.contactId ?? null,
      subject_id: event.subjectId ?? null,
      data: event.data,
      depth: event.depth ?? 0,
      actor: actorName(event.actor ?? tx.actor),
    };
  });
  await tx.later({
    table: 'event',
    withs: `told_event as (
       select * from jsonb_to_recordset(?::jsonb) as e
         (stream_id uuid, place int, id uuid, type text, contact_id uuid, subject_id uuid, data jsonb, depth smallint, actor text)),
     added as (
       select stream_id, ?::uuid as business_id, count(*)::int as events, ?::timestamptz as at from told_event group by stream_id),
     ${streamPlaces}`,
    query: `insert into event (id, business_id, stream_id, stream_seq, type, contact_id, subject_id, data, actor, occurred_at, depth)
     select e.id, s.business_id, s.id, s.last_seq - a.events + e.place, e.type, e.contact_id, e.subject_id, e.data, e.actor, ?, e.depth
     from told_event e join added a on a.stream_id = e.stream_id join stream_place s on s.id = e.stream_id`,
    params: [JSON.stringify(rows), tx.businessId, tx.now, tx.now],
  });
}

/** How an actor is written into records: ids and roles, no names of clients. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
      return `${actor.role}:${actor.name}`;
    case 'contact':
      return `contact:${actor.contactId}`;
    case 'process':
      return `process:${actor.id}`;
    case 'system':
      return actor.name;
  }
}
