import { newId } from '#platform/ids.ts';
import { findTimes } from '#use-cases/bookings/find-times.ts';
import { demoBusinessId } from '#use-cases/demo/demo-shop.ts';
import { hundredths, tenths } from './load.ts';
import { percentile } from './telegram.ts';
import { workingMorning, type SalonWorld } from './booking-world.ts';

const PEOPLE = 20;
const DAYS = 30;
const LISTINGS = 300;
const GOAL_MS = 100;

/** A month of free times for twenty people who are busy half of each day. */
export async function bookingMonth({ salon, world, hand }: SalonWorld) {
  const people: string[] = [];
  for (let n = 0; n < PEOPLE; n += 1) people.push(await salon.person(`Мастер ${n + 1}`, 10 + n));
  const serviceId = await salon.service({
    name: { ru: 'Массаж', en: 'Massage' },
    rub: 3_000,
    minutes: 60,
    by: people.map((staffId) => ({ staffId })),
  });
  for (const staffId of people) {
    const blockId = newId();
    await world.rows.query(
      `insert into time_block (id, business_id, resource_id, from_at, to_at, created_by, created_at)
       values ($1, $2, $3, now(), now() + interval '1 day', 'bench', now())`,
      [blockId, demoBusinessId, staffId],
    );
    // Eight visits a day, half an hour each, four in a row in the morning and four in the afternoon.
    await world.rows.query(
      `insert into occupation (id, business_id, resource_id, block_id, from_at, to_at)
       select gen_random_uuid(), $1, $2, $3, at, at + interval '30 minutes' from generate_series(0, ${DAYS + 1}) as day,
         generate_series(0, 7) as nth, lateral (select $4::timestamptz + day * interval '1 day' + nth * interval '30 minutes' + (nth / 4) * interval '4 hours' as at) t`,
      [demoBusinessId, staffId, blockId, workingMorning(0)],
    );
  }
  await world.rows.query('analyze occupation');
  const request = { items: [{ serviceId, staffId: null, addonIds: [] }], format: 'place', placeId: null } as const;
  const days = { from: workingMorning(1).toISOString().slice(0, 10), count: DAYS };
  const waits: number[] = [];
  let found = 0;
  for (let n = 0; n < LISTINGS + 20; n += 1) {
    const begun = performance.now();
    const { days: listed } = await hand.within((tx) => findTimes(tx, request, days));
    if (n >= 20) waits.push(performance.now() - begun);
    found = listed.reduce((sum, { slots }) => sum + slots.length, 0);
  }
  const p99 = percentile(waits, 0.99);
  return {
    holds: found > 0 && p99 <= GOAL_MS,
    figures: {
      monthTimesListed: found,
      monthP50Ms: tenths(percentile(waits, 0.5)),
      monthP99Ms: tenths(p99),
      monthRatioToGoal: hundredths(p99 / GOAL_MS),
    },
  };
}
