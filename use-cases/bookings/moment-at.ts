import { BusinessError } from '#domain/errors.ts';
import { atWallClock } from '#domain/time-rules.ts';
import { wallClockOf } from '#domain/time.ts';
import type { Tx } from '#persistence/with-business.ts';

/**
 * The moment of a day and an hour on the wall of a place (the first one when none is named). An hour that the clock
 * change skips does not exist and is refused; one that comes twice means the earlier.
 * @throws BusinessError `moment_invalid`, `place_not_found`.
 */
export async function momentAt(
  tx: Tx,
  input: { placeId: string | null; day: string; time: string; path: string },
): Promise<Date> {
  const [place] = await tx.sql<{ time_zone: string }>(
    `select time_zone from place where business_id = ? and removed_at is null and (?::uuid is null or id = ?::uuid)
     order by position, id limit 1`,
    [tx.businessId, input.placeId, input.placeId],
  );
  if (!place) throw new BusinessError('place_not_found', { placeId: input.placeId ?? '' });
  const at = atWallClock(input.day, input.time, place.time_zone);
  const shown = wallClockOf(at, place.time_zone);
  const time = `${String(shown.hour).padStart(2, '0')}:${String(shown.minute).padStart(2, '0')}`;
  if (shown.date !== input.day || time !== input.time) throw new BusinessError('moment_invalid', { path: input.path });
  return at;
}
