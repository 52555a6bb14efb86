import type { Tx } from '#persistence/with-business.ts';
import { iso, likePattern, readCursor, writeCursor } from '#use-cases/page.ts';
import { bookingColumns, readerOf, toView, type BookingInList, type BookingRow } from './booking-views.ts';
import { NOBODY } from './sql-values.ts';

/** What the list shows: by what one has to do with them. */
const bookingViews = {
  /** Still to come. */
  ahead: `k.state in ('new', 'confirmed') and k.ends_at > ?::timestamptz`,
  /** To be confirmed. */
  new: `k.state = 'new' and k.ends_at > ?::timestamptz`,
  /** Over, and nobody has said how it went. */
  unsettled: `k.state in ('new', 'confirmed', 'arrived') and k.ends_at <= ?::timestamptz`,
  done: `k.state = 'done' and k.starts_at < ?::timestamptz + interval '10 years'`,
  no_show: `k.state = 'no_show' and k.starts_at < ?::timestamptz + interval '10 years'`,
  cancelled: `k.state = 'cancelled' and k.starts_at < ?::timestamptz + interval '10 years'`,
  all: `k.starts_at < ?::timestamptz + interval '10 years'`,
} as const;
export type BookingView = keyof typeof bookingViews;
export const bookingViewNames = Object.keys(bookingViews) as [BookingView, ...BookingView[]];

export type ListBookings = {
  view: BookingView;
  from?: string | undefined;
  to?: string | undefined;
  staffId?: string | undefined;
  contactId?: string | undefined;
  serviceId?: string | undefined;
  search?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

/**
 * A page of bookings: what is ahead from the nearest on, everything else from the last back; and how many there are in
 * each view with the same filters. A master sees their own.
 */
export async function listBookings(
  tx: Tx,
  input: ListBookings,
): Promise<{ bookings: BookingInList[]; counts: Record<BookingView, number>; nextCursor: string | null }> {
  const reader = await readerOf(tx);
  // A master without a row of staff has no visits.
  const staffId = reader.role === 'master' ? (reader.staffId ?? NOBODY) : input.staffId;
  const { where, params } = conditions(tx, { ...input, staffId });
  const after = readCursor(input.cursor, 2);
  const forward = input.view === 'ahead' || input.view === 'new';
  const rows = await tx.sql<BookingRow>(
    `select ${bookingColumns} from booking k where ${where} and ${bookingViews[input.view]}
       ${after ? `and (k.starts_at, k.id) ${forward ? '>' : '<'} (?::timestamptz, ?::uuid)` : ''}
     order by k.starts_at ${forward ? 'asc' : 'desc'}, k.id ${forward ? 'asc' : 'desc'} limit ?`,
    [...params, tx.now, ...(after ?? []), input.limit + 1],
  );
  const counted = Object.entries(bookingViews).map(
    ([name, condition]) => `count(*) filter (where ${condition})::int as "${name}"`,
  );
  const [counts] = await tx.sql<Record<BookingView, number>>(
    `select ${counted.join(', ')} from booking k where ${where}`,
    [...counted.map(() => tx.now), ...params],
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    bookings: page.map((row) => toView(row, reader)),
    counts: counts ?? (Object.fromEntries(bookingViewNames.map((name) => [name, 0])) as Record<BookingView, number>),
    nextCursor: rows.length > input.limit && last ? writeCursor([iso(last.starts_at), last.id]) : null,
  };
}

function conditions(tx: Tx, input: ListBookings): { where: string; params: unknown[] } {
  const parts = ['k.business_id = ?'];
  const params: unknown[] = [tx.businessId];
  const add = (part: string, ...values: unknown[]): void => {
    parts.push(part);
    params.push(...values);
  };
  if (input.from) add('k.starts_at >= ?::timestamptz', input.from);
  if (input.to) add('k.starts_at < ?::timestamptz', input.to);
  if (input.contactId) add('k.contact_id = ?', input.contactId);
  const ofItem = (column: string) =>
    `exists (select 1 from booking_item i where i.business_id = k.business_id and i.booking_id = k.id and i.${column} = ?)`;
  if (input.staffId) add(ofItem('staff_id'), input.staffId);
  if (input.serviceId) add(ofItem('service_id'), input.serviceId);
  const search = input.search?.trim();
  if (search) {
    const digits = search.replaceAll(/\D/g, '').slice(0, 15);
    if (digits.length >= 4)
      add(
        `(k.contact_name ilike ? or k.number = ?::bigint or regexp_replace(k.contact_phone, '\\D', '', 'g') like ?)`,
        likePattern(search),
        digits,
        `%${digits}%`,
      );
    else if (digits.length > 0) add('(k.contact_name ilike ? or k.number = ?::bigint)', likePattern(search), digits);
    else add('k.contact_name ilike ?', likePattern(search));
  }
  return { where: parts.join(' and '), params };
}
