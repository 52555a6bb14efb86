import type { Tx } from '#persistence/with-business.ts';

const SLACK_MS = 3_600_000;

/** The calendar of a business around a moment: its day, when the day began, and the days before it, oldest first. */
export async function daysOf(
  tx: Tx,
  many: number,
): Promise<{ zone: string; today: string; days: { day: string; from: Date }[]; from: Date }> {
  const rows = await tx.sql<{ zone: string; day: string; begins: Date | string }>(
    `select b.time_zone as zone, to_char(d.day, 'YYYY-MM-DD') as day, d.day at time zone b.time_zone as begins
     from business b, generate_series(
       date_trunc('day', ?::timestamptz at time zone b.time_zone) - make_interval(days => ?),
       date_trunc('day', ?::timestamptz at time zone b.time_zone), interval '1 day') as d (day)
     where b.id = ? order by d.day`,
    [tx.now, many - 1, tx.now, tx.businessId],
  );
  const days = rows.map((row) => ({ day: row.day, from: new Date(row.begins) }));
  const last = days.at(-1);
  if (!last || !rows[0]) throw new Error(`business ${tx.businessId} is not there`);
  return { zone: rows[0].zone, today: last.day, days, from: last.from };
}

/**
 * The smallest id that could have been made at a moment, an hour of slack included: ids begin with their moment, so
 * that rows of a day are found by the key that every table has.
 */
export function idSince(moment: Date): string {
  const hex = Math.max(0, moment.getTime() - SLACK_MS)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
