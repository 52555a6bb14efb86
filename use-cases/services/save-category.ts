import { BusinessError } from '#domain/errors.ts';
import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { checkedTitle } from './checks.ts';
import { needSetup, ringServices } from './need-setup.ts';
import { nextPosition } from './reorder.ts';

/** A new section of services, or another name for one. @throws BusinessError `forbidden`, `title_invalid`, `category_not_found`, `too_many`. */
export async function saveCategory(
  tx: Tx,
  draft: { categoryId?: string | undefined; name: Localized },
): Promise<{ categoryId: string }> {
  needSetup(tx);
  const name = checkedTitle(draft.name, 'name', 60);
  const categoryId = draft.categoryId ?? newId();
  if (draft.categoryId === undefined) {
    await tx.sql('insert into service_category (id, business_id, name, position) values (?, ?, ?, ?)', [
      categoryId,
      tx.businessId,
      name,
      await nextPosition(tx, 'categories'),
    ]);
  } else {
    const [changed] = await tx.sql(
      'update service_category set name = ? where business_id = ? and id = ? returning id',
      [name, tx.businessId, categoryId],
    );
    if (!changed) throw new BusinessError('category_not_found', { categoryId });
  }
  ringServices(tx);
  return { categoryId };
}

/** The section goes, its services stay, in no section. @throws BusinessError `forbidden`, `category_not_found`. */
export async function removeCategory(tx: Tx, input: { categoryId: string }): Promise<void> {
  needSetup(tx);
  await tx.sql('update service set category_id = null where business_id = ? and category_id = ?', [
    tx.businessId,
    input.categoryId,
  ]);
  const [gone] = await tx.sql('delete from service_category where business_id = ? and id = ? returning id', [
    tx.businessId,
    input.categoryId,
  ]);
  if (!gone) throw new BusinessError('category_not_found', { categoryId: input.categoryId });
  ringServices(tx);
}
