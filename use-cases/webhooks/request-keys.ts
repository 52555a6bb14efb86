import { givenRows, rowStatement } from '#persistence/row-statement.ts';
import type { Tx } from '#persistence/with-business.ts';

/** What a request is answered. */
export type Answer = { status: number; body: string; contentType: string };

/** The lock of the key's row makes a second request with it wait for the first one's answer. */
export async function takeKey(tx: Tx, automationId: string, key: string): Promise<Answer | undefined> {
  const made = await tx.ask(holdKey, {
    business_id: tx.businessId,
    automation_id: automationId,
    request_key: key,
    at: tx.now,
  });
  if (made.length > 0) return undefined;
  const [row] = await tx.sql<{ answer: Answer }>(
    'select answer from webhook_request where business_id = ? and automation_id = ? and request_key = ?',
    [tx.businessId, automationId, key],
  );
  return row?.answer;
}

const keyColumns = { business_id: 'uuid', automation_id: 'uuid', request_key: 'text' };
type Key = Record<keyof typeof keyColumns, string>;
const holdKey = rowStatement<Key & { at: Date }, unknown>(
  { ...keyColumns, at: 'timestamptz' },
  (given) => `
    with wanted as (select * from ${given}),
    held as (
      insert into webhook_request (business_id, automation_id, request_key, status, answer, received_at)
      select business_id, automation_id, request_key, 0, '{}', at from wanted order by request_key
      on conflict do nothing returning automation_id, request_key)
    select wanted.n from held join wanted using (automation_id, request_key)`,
);

export async function keepAnswer(tx: Tx, automationId: string, key: string, answer: Answer): Promise<void> {
  await tx.later({
    table: 'webhook_request',
    query: keepAnswers,
    rows: [
      {
        business_id: tx.businessId,
        automation_id: automationId,
        request_key: key,
        status: answer.status,
        answer,
      },
    ],
  });
}

const keepAnswers = `
  update webhook_request r set status = given.status, answer = given.answer
  from ${givenRows({ ...keyColumns, status: 'int', answer: 'jsonb' })}
  where r.business_id = given.business_id and r.automation_id = given.automation_id and r.request_key = given.request_key`;
