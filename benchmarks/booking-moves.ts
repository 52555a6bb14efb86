import { OWNER } from '#test/support/shop.ts';
import { until } from '#test/chaos/product.ts';
import { moveBooking } from '#use-cases/bookings/move-booking.ts';
import { demoBusinessId } from '#use-cases/demo/demo-shop.ts';
import { hundredths, tenths } from './load.ts';
import { percentile } from './telegram.ts';
import { withHands, workingMorning, type SalonWorld } from './booking-world.ts';

const GROUPS = 100;
const SEATS = 10;
const GOAL_MS = 1_000;
/** The reminders are due one after another within a minute, as visits of a busy hour would be. */
const SPREAD_MS = 60_000;
const LEAD_MINUTES = 60;
/** From the beginning to the first reminder: time enough to move all. */
const AHEAD_MS = Number(process.env['TAKT_BENCH_AHEAD_SECONDS'] ?? 120) * 1_000;

/** A thousand visits are moved closer; each reminder is to come at its new time. */
export async function bookingMoves({ salon, world, clients }: SalonWorld) {
  await world.rows.query(
    `update business set settings = settings || jsonb_build_object('booking', jsonb_build_object('quietHours', null,
       'horizonDays', 60, 'reminders', jsonb_build_array(jsonb_build_object('id', '1h', 'on', true,
         'when', jsonb_build_object('kind', 'before', 'minutes', $2::int), 'toClient', true, 'toStaff', false, 'text', null)))) where id = $1`,
    [demoBusinessId, LEAD_MINUTES],
  );
  const week = Array.from({ length: 7 }, () => ({ hours: [{ from: '00:00', to: '00:00' }], breaks: [] }));
  const people: string[] = [];
  for (let n = 0; n < GROUPS; n += 1) people.push(await salon.person(`Тренер ${n + 1}`, 100 + n));
  await world.rows.query('update staff set week = $2 where id = any($1)', [people, JSON.stringify(week)]);
  const serviceId = await salon.service({
    name: { ru: 'Группа', en: 'Group' },
    rub: 500,
    minutes: 45,
    capacity: SEATS,
    by: people.map((staffId) => ({ staffId })),
  });
  const far = workingMorning(6);
  const visitors = await clients(GROUPS * SEATS);
  const booked: { bookingId: string; group: number }[] = [];
  await withHands([...visitors.entries()], 10, async ([index, contactId]) => {
    const group = Math.floor(index / SEATS);
    const staffId = people[group] ?? null;
    const { bookingId } = await salon.books(contactId, far, { serviceId, staffId, source: 'staff', now: new Date() });
    booked.push({ bookingId, group });
  });
  const first = Date.now() + AHEAD_MS;
  const dueOf = (group: number): number => first + Math.round((SPREAD_MS / GROUPS) * group);
  const begun = performance.now();
  await withHands(booked, 10, async ({ bookingId, group }) => {
    const startsAt = new Date(dueOf(group) + LEAD_MINUTES * 60_000);
    await salon.within((tx) => moveBooking(tx, { bookingId, startsAt }), { actor: OWNER, now: new Date() });
  });
  const moveSeconds = (performance.now() - begun) / 1_000;
  const isRetimed = Date.now() < first;
  const decided = async (): Promise<{ late: number; outcome: string }[]> => {
    const { rows } = await world.rows.query<{ late: number; outcome: string }>(
      `select extract(epoch from r.decided_at - r.due_at)::float * 1000 as late, r.outcome from booking_reminder r
       join booking k on k.id = r.booking_id and k.starts_at = r.starts_at where r.booking_id = any($1)`,
      [booked.map(({ bookingId }) => bookingId)],
    );
    return rows;
  };
  await until(async () => (await decided()).length === booked.length, 'every reminder is decided', 600_000);
  const sent = (await decided()).filter(({ outcome }) => outcome === 'sent').map(({ late }) => late);
  const p99 = percentile(sent, 0.99);
  return {
    holds: isRetimed && sent.length === booked.length && Math.min(...sent) >= 0 && p99 <= GOAL_MS,
    figures: {
      moved: booked.length,
      movesPerSecond: Math.round(booked.length / moveSeconds),
      allMovedBeforeTheFirstWasDue: isRetimed,
      remindersSent: sent.length,
      reminderP50LateMs: tenths(percentile(sent, 0.5)),
      reminderP99LateMs: tenths(p99),
      reminderEarliestMs: tenths(Math.min(...sent)),
      reminderRatioToGoal: hundredths(p99 / GOAL_MS),
    },
  };
}
