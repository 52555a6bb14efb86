import { BusinessError } from '#domain/errors.ts';
import { actorName, type Tx } from '#persistence/with-business.ts';
import { seal, unseal } from '#platform/secrets.ts';
import { iso } from '#use-cases/page.ts';

const MOST = 100;

/** Secrets of a business by name, for one who is about to use them. A name that is not there is left out. */
export async function readSecrets(tx: Tx, names: readonly string[]): Promise<Record<string, string>> {
  if (names.length === 0) return {};
  const rows = await tx.sql<{ name: string; sealed: string }>(
    'select name, sealed from secret where business_id = ? and name = any(?::text[])',
    [tx.businessId, `{${names.join(',')}}`],
  );
  return Object.fromEntries(rows.map((row) => [row.name, unseal(row.sealed)]));
}

/** Their names; what they hold is never shown again. */
export async function listSecrets(tx: Tx): Promise<{ secrets: { name: string; savedBy: string; savedAt: string }[] }> {
  needOwner(tx);
  const rows = await tx.sql<{ name: string; saved_by: string; saved_at: Date }>(
    'select name, saved_by, saved_at from secret where business_id = ? order by name',
    [tx.businessId],
  );
  return {
    secrets: rows.map((row) => ({
      name: row.name,
      savedBy: row.saved_by.replace(/^[a-z]+:/, ''),
      savedAt: iso(row.saved_at),
    })),
  };
}

/** @throws BusinessError `forbidden`, `too_many_secrets`. */
export async function saveSecret(tx: Tx, input: { name: string; value: string }): Promise<void> {
  needOwner(tx);
  const [count] = await tx.sql<{ count: number }>(
    'select count(*)::int as count from secret where business_id = ? and name <> ?',
    [tx.businessId, input.name],
  );
  if ((count?.count ?? 0) >= MOST) throw new BusinessError('too_many_secrets', { most: MOST });
  await tx.sql(
    `insert into secret (business_id, name, sealed, saved_by, saved_at) values (?, ?, ?, ?, ?)
     on conflict (business_id, name) do update set sealed = excluded.sealed, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    [tx.businessId, input.name, seal(input.value), actorName(tx.actor), tx.now],
  );
}

export async function deleteSecret(tx: Tx, input: { name: string }): Promise<void> {
  needOwner(tx);
  await tx.sql('delete from secret where business_id = ? and name = ?', [tx.businessId, input.name]);
}

function needOwner(tx: Tx): void {
  if (tx.actor.kind === 'user' && tx.actor.role !== 'owner') throw new BusinessError('forbidden', { needs: ['owner'] });
}
