import { BusinessError } from '#domain/errors.ts';
import { settingsOf, type BusinessSettings, type DayHours } from '#domain/settings.ts';
import { Business } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';

export type SettingsChange = Partial<
  Pick<
    BusinessSettings,
    | 'paymentDeadlineSeconds'
    | 'courierFeeMinor'
    | 'lowStock'
    | 'pickupAddress'
    | 'pickupFromHour'
    | 'pickupToHour'
    | 'workingHours'
  >
> & {
  name?: string;
  timeZone?: string;
  language?: 'ru' | 'en';
  notices?: Partial<BusinessSettings['notices']>;
};

const limits = {
  paymentDeadlineSeconds: [5, 86_400],
  courierFeeMinor: [0, 10_000_000],
  lowStock: [0, 1_000],
  pickupFromHour: [0, 23],
  pickupToHour: [1, 24],
} as const;

/**
 * Changes what an owner can set; orders that exist keep their own deadline. @throws BusinessError `forbidden`,
 * `setting_invalid`, `name_invalid`, `time_zone_invalid`, `address_invalid`, `hours_invalid`.
 */
export async function updateSettings(tx: Tx, change: SettingsChange): Promise<BusinessSettings> {
  if (tx.actor.kind !== 'user' || tx.actor.role !== 'owner') throw new BusinessError('forbidden', { needs: ['owner'] });
  for (const [name, [min, max]] of Object.entries(limits)) {
    const value = change[name as keyof typeof limits];
    if (value !== undefined && (!Number.isSafeInteger(value) || value < min || value > max))
      throw new BusinessError('setting_invalid', { name, min, max });
  }
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone))
    throw new BusinessError('time_zone_invalid', { timeZone: change.timeZone.slice(0, 60) });
  for (const address of Object.values(change.pickupAddress ?? {})) {
    if (address.trim() === '' || address.trim().length > 300) throw new BusinessError('address_invalid', {});
  }
  const { name, timeZone, language, notices, pickupAddress, ...plain } = change;
  if (name !== undefined && (name.trim() === '' || name.trim().length > 100)) throw new BusinessError('name_invalid');
  checkWeek(change.workingHours);

  await tx.sql('select id from business where id = ? for update', [tx.businessId]);
  const business = await tx.em.findOneOrFail(Business, tx.businessId, { refresh: true });
  const before = settingsOf(business);
  const after = { ...before, ...plain };
  if (after.pickupFromHour >= after.pickupToHour) throw new BusinessError('hours_invalid', { path: 'pickupFromHour' });
  business.settings = {
    ...business.settings,
    ...plain,
    ...(pickupAddress ? { pickupAddress: { ru: pickupAddress.ru.trim(), en: pickupAddress.en.trim() } } : {}),
    ...(notices ? { notices: { ...before.notices, ...notices } } : {}),
  };
  if (name !== undefined) business.name = name.trim();
  if (timeZone !== undefined) business.timeZone = timeZone;
  if (language !== undefined) business.language = language;
  business.revision += 1;
  return settingsOf(business);
}

function checkWeek(week: readonly (DayHours | null)[] | undefined): void {
  if (week === undefined) return;
  if (week.length !== 7) throw new BusinessError('hours_invalid', { path: 'workingHours' });
  week.forEach((day, index) => {
    if (day === null) return;
    // "09:30" and "24:00" are in the order of the alphabet.
    const times = [day.from, day.to].every((time) => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time));
    if (!times || day.from >= day.to) throw new BusinessError('hours_invalid', { path: `workingHours.${index}` });
  });
}

/** A zone by its name, such as Europe/Moscow. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    // An offset is no zone: it knows no summer.
    return zone === 'UTC' || zone.includes('/');
  } catch {
    return false;
  }
}
