import { BusinessError } from '#domain/errors.ts';
import type { Tx } from '#persistence/with-business.ts';
import { seal, unseal } from '#platform/secrets.ts';

/** A request that changes something, by the key that its sender made. `print`: what tells it from another request. */
export type KeyedRequest = { userId: string; key: string; print: string };

/**
 * Does the work of a request once a key, in the transaction of the work: the same request with the same key gets the
 * answer of the first and changes nothing. One that was refused left nothing, and may come again. Who comes while the
 * first is on its way waits for it.
 * @throws BusinessError `key_reused` when the key was given to another request; what the work throws.
 */
export async function requestOnce<T>(
  tx: Tx,
  { userId, key, print }: KeyedRequest,
  work: () => Promise<T>,
): Promise<{ answer: T; isRepeat: boolean }> {
  const which = [tx.businessId, userId, key];
  const held = await tx.sql(
    `insert into api_request (business_id, user_id, request_key, print, received_at) values (?, ?, ?, ?, ?)
     on conflict do nothing returning request_key`,
    [...which, print, tx.now],
  );
  if (held.length === 0) {
    const [known] = await tx.sql<{ print: string; answer_sealed: string | null }>(
      'select print, answer_sealed from api_request where business_id = ? and user_id = ? and request_key = ?',
      which,
    );
    if (known?.print !== print) throw new BusinessError('key_reused', { path: 'Idempotency-Key' });
    return { answer: JSON.parse(unseal(known.answer_sealed ?? '')) as T, isRepeat: true };
  }
  const answer = await work();
  await tx.sql('update api_request set answer_sealed = ? where business_id = ? and user_id = ? and request_key = ?', [
    seal(JSON.stringify(answer ?? null)),
    ...which,
  ]);
  return { answer, isRepeat: false };
}
