import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { seedCatalog } from './seed-catalog.ts';

/** Puts the demo goods into a business that has none yet, with photos and stock: they can be changed or hidden. */
export async function addDemoCatalog(tx: Tx): Promise<void> {
  await tx.sql('select id from business where id = ? for update', [tx.businessId]);
  const [any] = await tx.sql('select 1 from product where business_id = ? limit 1', [tx.businessId]);
  if (any) return;
  const ids = new Map<string, string>();
  const idOf = (demoId: string): string => {
    const known = ids.get(demoId) ?? newId();
    ids.set(demoId, known);
    return known;
  };
  await seedCatalog((query, params) => tx.sql(query, params), { businessId: tx.businessId, idOf, now: tx.now });
  tx.ring(`live:${tx.businessId}:products`);
}
