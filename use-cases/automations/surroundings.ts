import type { Surroundings } from '#automation/verify/verify.ts';
import { settingsOf, type BusinessSettings } from '#domain/settings.ts';
import type { Tx } from '#persistence/with-business.ts';
import { capsOf } from './read-facts.ts';
import { readSoundProgram } from './route-stream.ts';

/** What an automation is verified against: the others that run, the business's caps, its secrets. */
export async function readSurroundings(tx: Tx, automationId: string): Promise<Surroundings> {
  const rows = await tx.sql<{ id: string; name: string; published_version_id: string }>(
    `select id, name, published_version_id from automation
     where business_id = ? and id <> ? and state in ('active', 'paused') and published_version_id is not null order by id limit 200`,
    [tx.businessId, automationId],
  );
  const others: Surroundings['others'][number][] = [];
  for (const row of rows) {
    const program = await readSoundProgram(tx, row.published_version_id);
    if (program) others.push({ id: row.id, name: row.name, document: program.document });
  }
  const [business] = await tx.sql<{ settings: Partial<BusinessSettings> }>(
    'select settings from business where id = ?',
    [tx.businessId],
  );
  const secrets = await tx.sql<{ name: string }>('select name from secret where business_id = ?', [tx.businessId]);
  const [offered] = await tx.sql<{ services: string[]; staff: string[] }>(
    `select coalesce((select json_agg(id) from service where business_id = b.id and removed_at is null), '[]') as services,
       coalesce((select json_agg(id) from staff where business_id = b.id and removed_at is null), '[]') as staff
     from business b where b.id = ?`,
    [tx.businessId],
  );
  return {
    id: automationId,
    offered,
    others,
    caps: capsOf(settingsOf(business ?? { settings: {} }).messageCaps),
    secrets: secrets.map((secret) => secret.name),
  };
}
