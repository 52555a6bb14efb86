import type { OutsideAnswer, OutsideRequest } from '#automation/effects.ts';
import { givenRows, rowStatement } from '#persistence/row-statement.ts';
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
  await tx.alone(`run:${input.runId}`);
  const [call] = await tx.ask(beginCall, {
    business_id: tx.businessId,
    run_id: input.runId,
    call_key: input.key,
    at: tx.now,
  });
  if (!call) return undefined;
  const names = call.request.headers.flatMap((header) => (header.secret ? [header.secret] : []));
  return { request: call.request, secrets: await readSecrets(tx, names) };
}

const callColumns = { business_id: 'uuid', run_id: 'uuid', call_key: 'text', at: 'timestamptz' };
type Call = { business_id: string; run_id: string; call_key: string; at: Date };

const beginCall = rowStatement<Call, { request: OutsideRequest }>(
  callColumns,
  (given) => `
    with wanted as (
      select given.*, r.call_request -> 'request' as request
      from ${given} join run r on r.business_id = given.business_id and r.id = given.run_id
      join automation a on a.business_id = r.business_id and a.id = r.automation_id
      where a.state = 'active' and r.state = 'calling' and r.call_request ->> 'key' = given.call_key
      order by r.id for no key update of r),
    begun as (
      insert into outside_call (business_id, run_id, call_key, state, attempts, asked_at)
      select business_id, run_id, call_key, 'asked', 1, at from wanted
      on conflict (business_id, run_id, call_key) do update set attempts = outside_call.attempts + 1
      returning run_id, call_key, state)
    select wanted.n, wanted.request from wanted join begun using (run_id, call_key) where begun.state = 'asked'`,
);

/** Keeps the answer. One that comes when the run has gone on is kept too, without effect. The first answer counts. */
export async function recordOutsideAnswer(tx: Tx, input: { runId: string; answer: OutsideAnswer }): Promise<void> {
  const { runId, answer } = input;
  await tx.later({
    table: 'outside_call',
    key: `${runId}:${answer.key}`,
    query: keepAnswers,
    rows: [{ business_id: tx.businessId, run_id: runId, call_key: answer.key, at: tx.now, answer }],
  });
}

const keepAnswers = `
  update outside_call c set answer = given.answer, answered_at = given.at,
    state = case when exists (select 1 from run r where r.business_id = c.business_id and r.id = c.run_id
      and r.state = 'calling' and r.call_request ->> 'key' = c.call_key) then 'answered' else 'late' end
  from ${givenRows({ ...callColumns, answer: 'jsonb' })}
  where c.business_id = given.business_id and c.run_id = given.run_id and c.call_key = given.call_key and c.state = 'asked'`;
