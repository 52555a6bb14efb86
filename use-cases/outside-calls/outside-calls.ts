import type { OutsideAnswer, OutsideRequest } from '#automation/effects.ts';
import type { Tx } from '#persistence/with-business.ts';
import { readSecrets } from '#use-cases/secrets/secrets.ts';

export type OutsideCallToMake = { request: OutsideRequest; secrets: Readonly<Record<string, string>> };

/**
 * What a run waits to have called, with its secrets, written down before anything leaves; undefined when the run no
 * longer waits for it, or it was answered.
 */
export async function beginOutsideCall(
  tx: Tx,
  input: { runId: string; key: string },
): Promise<OutsideCallToMake | undefined> {
  const [run] = await tx.sql<{ call_request: { key: string; request: OutsideRequest } | null; state: string }>(
    `select r.state, r.call_request from run r join automation a on a.business_id = r.business_id and a.id = r.automation_id
     where r.business_id = ? and r.id = ? and a.state = 'active' for no key update of r`,
    [tx.businessId, input.runId],
  );
  if (run?.state !== 'calling' || run.call_request?.key !== input.key) return undefined;
  const [call] = await tx.sql<{ state: string }>(
    `insert into outside_call (business_id, run_id, call_key, state, attempts, asked_at) values (?, ?, ?, 'asked', 1, ?)
     on conflict (business_id, run_id, call_key) do update set attempts = outside_call.attempts + 1 returning state`,
    [tx.businessId, input.runId, input.key, tx.now],
  );
  if (call?.state !== 'asked') return undefined;
  const names = run.call_request.request.headers.flatMap((header) => (header.secret ? [header.secret] : []));
  return { request: run.call_request.request, secrets: await readSecrets(tx, names) };
}

/** Keeps the answer. One that comes when the run has gone on is kept too, without effect. The first answer counts. */
export async function recordOutsideAnswer(
  tx: Tx,
  input: { runId: string; key: string; answer: Omit<OutsideAnswer, 'key'> },
): Promise<void> {
  await tx.sql(
    `update outside_call c set answer = ?::jsonb, answered_at = ?,
       state = case when exists (select 1 from run r where r.business_id = c.business_id and r.id = c.run_id
         and r.state = 'calling' and r.call_request ->> 'key' = c.call_key) then 'answered' else 'late' end
     where business_id = ? and run_id = ? and call_key = ? and state = 'asked'`,
    [JSON.stringify({ key: input.key, ...input.answer }), tx.now, tx.businessId, input.runId, input.key],
  );
}
