import { BusinessError } from '#domain/errors.ts';
import { isTimeZone } from '#domain/time.ts';
import { sql, type Database } from '#persistence/database.ts';
import { newId } from '#platform/ids.ts';

/**
 * Makes the business of a user who has just signed up. A user has one such business, so asking again gives the same.
 * @throws BusinessError `business_name_missing`, `time_zone_unknown`.
 */
export async function createBusiness(
  database: Pick<Database, 'system'>,
  input: {
    userId: string;
    userName: string;
    name: string;
    timeZone: string;
    language: 'ru' | 'en';
    now: Date;
  },
): Promise<string> {
  const name = input.name.trim();
  if (name.length === 0 || name.length > 200) throw new BusinessError('business_name_missing', {});
  if (!isTimeZone(input.timeZone)) throw new BusinessError('time_zone_unknown', { timeZone: input.timeZone });
  const [row] = await sql<{ id: string }>(
    database.system.em.fork(),
    'select create_business(?, ?, ?, ?, ?, ?, ?, ?) as id',
    [newId(), newId(), input.userId, input.userName, name, input.timeZone, input.language, input.now],
  );
  if (!row) throw new Error('a business was not made and not found');
  return row.id;
}
