import { BusinessError } from '#domain/errors.ts';
import { settingsOf, type BusinessSettings } from '#domain/settings.ts';
import { Business } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';

/** Changes what an owner can set; orders that exist keep their own deadline. @throws BusinessError `forbidden`, `setting_invalid`. */
export async function updateSettings(
  tx: Tx,
  change: Partial<Pick<BusinessSettings, 'paymentDeadlineSeconds' | 'courierFeeMinor' | 'lowStock'>>,
): Promise<BusinessSettings> {
  if (tx.actor.kind !== 'user' || tx.actor.role !== 'owner') throw new BusinessError('forbidden', { needs: ['owner'] });
  const limits = {
    paymentDeadlineSeconds: [5, 86_400],
    courierFeeMinor: [0, 10_000_000],
    lowStock: [0, 1_000],
  } as const;
  for (const [name, value] of Object.entries(change)) {
    const [min, max] = limits[name as keyof typeof limits];
    if (!Number.isSafeInteger(value) || value < min || value > max)
      throw new BusinessError('setting_invalid', { name, min, max });
  }
  await tx.sql('select id from business where id = ? for update', [tx.businessId]);
  const business = await tx.em.findOneOrFail(Business, tx.businessId);
  business.settings = { ...business.settings, ...change };
  business.revision += 1;
  return settingsOf(business);
}
