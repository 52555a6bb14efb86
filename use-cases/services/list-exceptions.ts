import type { DayPlan } from '#domain/bookings/slot-facts.ts';
import type { Tx } from '#persistence/with-business.ts';

export type ExceptionInList = {
  exceptionId: string;
  staffId: string | null;
  placeId: string | null;
  /** Days of the place's calendar, both inclusive. */
  from: string;
  to: string;
  plan: DayPlan;
  note: string;
};

/** Days that differ from the week: of one person or place, or of all. Those of the last month and later; at most 500. */
export async function listExceptions(
  tx: Tx,
  input: { staffId?: string | undefined; placeId?: string | undefined } = {},
): Promise<{ exceptions: ExceptionInList[] }> {
  const exceptions = await tx.sql<ExceptionInList>(
    `select id as "exceptionId", staff_id as "staffId", place_id as "placeId", from_day::text as "from", to_day::text as "to", plan, note
     from schedule_exception
     where business_id = ? and to_day >= (?::timestamptz)::date - 31 and (?::uuid is null or staff_id = ?) and (?::uuid is null or place_id = ?)
     order by from_day, id limit 500`,
    [tx.businessId, tx.now, input.staffId ?? null, input.staffId ?? null, input.placeId ?? null, input.placeId ?? null],
  );
  return { exceptions };
}
