import { sql, type Database } from '#persistence/database.ts';
import { sharedDoor } from '#persistence/shared-door.ts';
import type { Actor, BusinessDoor } from '#persistence/with-business.ts';
import { logger } from '#platform/logger.ts';
import { advanceRun } from '#use-cases/automations/advance-run.ts';
import { failMove } from '#use-cases/automations/fail-move.ts';
import { routeStreams } from '#use-cases/automations/route-stream.ts';

const ACTOR: Actor = { kind: 'system', name: 'router' };
const STREAMS = 50;
const AT_ONCE = 5;
const IN_A_BATCH = 25;
const MOVES_IN_A_ROW = 50;

/** One turn of the router: claims streams with news, routes them in order, then makes the moves that follow. */
export async function route(doors: { database: Database; withBusiness: BusinessDoor }): Promise<number> {
  const streams = await claimStreams(doors.database);
  const batches = batchesOf(streams);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let batch = batches.shift(); batch; batch = batches.shift()) await routeBatch(doors, batch);
    }),
  );
  const waiting = await findWaitingRuns(doors.database);
  await Promise.all(waiting.map((run) => move(doors, run)));
  return streams.length + waiting.length;
}

type Stream = { streamId: string; businessId: string };

/** `SKIP LOCKED`: who writes to a stream at this moment is not waited for. */
async function claimStreams(database: Database): Promise<Stream[]> {
  const rows = await sql<{ stream_id: string; business_id: string }>(
    database.system.em.fork(),
    `update stream_route set claimed_until = clock_timestamp() + interval '10 seconds', attempts = attempts + 1
     where stream_id in (select stream_id from stream_route where routed_seq < wanted_seq and claimed_until <= clock_timestamp()
       order by wanted_at limit ? for update skip locked)
     returning stream_id, business_id`,
    [STREAMS],
  );
  return rows.map((row) => ({ streamId: row.stream_id, businessId: row.business_id }));
}

type Batch = { businessId: string; streamIds: string[] };

/** Streams of one business share a transaction: most events concern no automation, and then a look is all that they cost. */
function batchesOf(streams: readonly Stream[]): Batch[] {
  return [...Map.groupBy(streams, (stream) => stream.businessId)].flatMap(([businessId, own]) => {
    const ids = own.map((stream) => stream.streamId);
    const count = Math.ceil(ids.length / IN_A_BATCH);
    return Array.from({ length: count }, (_, at) => ({
      businessId,
      streamIds: ids.slice(at * IN_A_BATCH, (at + 1) * IN_A_BATCH),
    }));
  });
}

async function routeBatch(doors: { withBusiness: BusinessDoor }, { businessId, streamIds }: Batch): Promise<void> {
  try {
    for (let moves = 0, left = streamIds; left.length > 0 && moves < MOVES_IN_A_ROW;) {
      const routed = await doors.withBusiness(businessId, ACTOR, (tx) => routeStreams(tx, left));
      left = routed.more;
      moves += routed.runIds.length;
      await Promise.all(routed.runIds.map((runId) => move(doors, { runId, businessId })));
    }
  } catch (error) {
    // One that breaks must not hold up the others; its claim runs out by itself, and it is tried again.
    if (streamIds.length > 1) for (const id of streamIds) await routeBatch(doors, { businessId, streamIds: [id] });
    else logger.error({ streamId: streamIds[0], error: String(error) }, 'a stream could not be routed');
  }
}

/** Moves share transactions; one that breaks is done alone, and counted against its run alone. */
async function move(doors: { withBusiness: BusinessDoor }, run: { runId: string; businessId: string }): Promise<void> {
  try {
    await sharedDoor(doors.withBusiness)(run.businessId, ACTOR, (tx) =>
      advanceRun(tx, { runId: run.runId, byWorkflow: false }),
    );
  } catch (error) {
    logger.warn({ runId: run.runId, error: String(error) }, 'a move broke');
    await doors.withBusiness(run.businessId, ACTOR, (tx) => failMove(tx, { runId: run.runId, error: String(error) }));
  }
}

/** Post that nobody took: its router died after the commit, or its move broke and is due again. */
async function findWaitingRuns(database: Database): Promise<{ runId: string; businessId: string }[]> {
  const rows = await sql<{ run_id: string; business_id: string }>(
    database.system.em.fork(),
    `select run_id, min(business_id::text)::uuid as business_id from (
       select run_id, business_id from run_inbox where state = 'pending' and next_attempt_at <= clock_timestamp() - interval '1 second'
       order by next_attempt_at limit 200) waiting group by run_id`,
  );
  return rows.map((row) => ({ runId: row.run_id, businessId: row.business_id }));
}
