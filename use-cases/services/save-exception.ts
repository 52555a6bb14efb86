import type { DayPlan } from '#domain/bookings/slot-facts.ts';
import { BusinessError } from '#domain/errors.ts';
import { errorConstraint, type Tx } from '#persistence/with-business.ts';
import { newId } from '#platform/ids.ts';
import { ownStaffId } from '#use-cases/bookings/booking-rows.ts';
import { visitsInDays } from './bookings-ahead.ts';
import { checkDayPlan } from './check-day-plan.ts';
import { needSetup, ringServices } from './need-setup.ts';

const MOST_DAYS = 367;
const DAY_MS = 86_400_000;

export type ExceptionDraft = {
  /** Of a person, or of a whole place. */
  of: { staffId: string } | { placeId: string };
  from: string;
  to: string;
  /** No hours: a day off. */
  plan: DayPlan;
  note: string;
};

/**
 * Days that differ: off, extra, or with other hours. Of a person they go before a holiday of the place. People without
 * the right to set up may enter their own. `visits`: what is booked in these days; it stays until somebody moves it.
 * @throws BusinessError `forbidden`, `days_invalid`, `exception_overlaps`, `text_too_long`, `staff_not_found`,
 * `place_not_found`, and those of `checkDayPlan`.
 */
export async function addException(tx: Tx, draft: ExceptionDraft): Promise<{ exceptionId: string; visits: number }> {
  const of = await checkedOwner(tx, draft.of);
  check(draft);
  const exceptionId = newId();
  await refusingOverlaps(tx, () =>
    tx.sql(
      `insert into schedule_exception (id, business_id, staff_id, place_id, from_day, to_day, plan, note, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [exceptionId, tx.businessId, of.staffId, of.placeId, draft.from, draft.to, draft.plan, draft.note.trim(), tx.now],
    ),
  );
  ringServices(tx);
  return { exceptionId, visits: await visitsInDays(tx, { ...of, from: draft.from, to: draft.to }) };
}

/** @throws BusinessError `exception_not_found`, and those of {@link addException}. */
export async function changeException(
  tx: Tx,
  change: { exceptionId: string } & Omit<ExceptionDraft, 'of'>,
): Promise<{ visits: number }> {
  const of = await lockException(tx, change.exceptionId);
  check(change);
  await refusingOverlaps(tx, () =>
    tx.sql(
      'update schedule_exception set from_day = ?, to_day = ?, plan = ?, note = ? where business_id = ? and id = ?',
      [change.from, change.to, change.plan, change.note.trim(), tx.businessId, change.exceptionId],
    ),
  );
  ringServices(tx);
  return { visits: await visitsInDays(tx, { ...of, from: change.from, to: change.to }) };
}

/** The days are like any others again. @throws BusinessError `forbidden`, `exception_not_found`. */
export async function removeException(tx: Tx, input: { exceptionId: string }): Promise<void> {
  await lockException(tx, input.exceptionId);
  await tx.sql('delete from schedule_exception where business_id = ? and id = ?', [tx.businessId, input.exceptionId]);
  ringServices(tx);
}

type Of = { staffId: string | null; placeId: string | null };

async function lockException(tx: Tx, exceptionId: string): Promise<Of> {
  const [row] = await tx.sql<Of>(
    `select staff_id as "staffId", place_id as "placeId" from schedule_exception where business_id = ? and id = ? for update`,
    [tx.businessId, exceptionId],
  );
  if (!row) throw new BusinessError('exception_not_found', { exceptionId });
  if (!(await isOwn(tx, row.staffId))) needSetup(tx);
  return row;
}

async function checkedOwner(tx: Tx, of: ExceptionDraft['of']): Promise<Of> {
  const staffId = 'staffId' in of ? of.staffId : null;
  const placeId = 'placeId' in of ? of.placeId : null;
  if (!(await isOwn(tx, staffId))) needSetup(tx);
  const table = staffId ? 'staff' : 'place';
  const [known] = await tx.sql(
    `select 1 from ${table} where business_id = ? and id = ? and removed_at is null for share`,
    [tx.businessId, staffId ?? placeId],
  );
  if (!known) throw new BusinessError(`${table}_not_found`, { path: 'of', ...of });
  return { staffId, placeId };
}

async function isOwn(tx: Tx, staffId: string | null): Promise<boolean> {
  if (staffId === null || tx.actor.kind !== 'user') return false;
  return (await ownStaffId(tx, tx.actor.userId)) === staffId;
}

function check({ from, to, plan, note }: Omit<ExceptionDraft, 'of'>): void {
  for (const [path, day] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (!isDay(day)) throw new BusinessError('days_invalid', { path });
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days < 1 || days > MOST_DAYS) throw new BusinessError('days_invalid', { path: 'to' });
  if (note.trim().length > 200) throw new BusinessError('text_too_long', { path: 'note', max: 200 });
  checkDayPlan(plan, 'plan');
}

/** A day that the calendar has, in this century. */
function isDay(text: string): boolean {
  const moment = /^20\d\d-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return moment !== undefined && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

/** One person, or place, has one plan for a day: the database refuses two, whoever comes first. */
export async function refusingOverlaps(tx: Tx, work: () => Promise<unknown>): Promise<void> {
  try {
    await tx.savepoint(work);
  } catch (error) {
    if (errorConstraint(error) === 'exceptions_do_not_overlap')
      throw new BusinessError('exception_overlaps', { path: 'from' });
    throw error;
  }
}
