import { BusinessError } from '#domain/errors.ts';
import { hundredths, tenths } from './load.ts';
import { percentile } from './telegram.ts';
import { withHands, workingMorning, type SalonWorld } from './booking-world.ts';

const CLIENTS = 1_000;
const AT_ONCE = 50;
const GOAL_PER_SECOND = 300;

/** A thousand clients want one time of one person. */
export async function bookingRush({ salon, clients, world }: SalonWorld) {
  const startsAt = workingMorning(3);
  const everybody = await clients(CLIENTS);
  const waits: number[] = [];
  let won = 0;
  let told = 0;
  const from = performance.now();
  await withHands(everybody, AT_ONCE, async (contactId) => {
    const begun = performance.now();
    try {
      await salon.books(contactId, startsAt, { now: new Date() });
      won += 1;
    } catch (error) {
      if (!(error instanceof BusinessError) || error.code !== 'slot_taken') throw error;
      if ((error.facts['near'] as unknown[]).length === 3) told += 1;
    }
    waits.push(performance.now() - begun);
  });
  const perSecond = Math.round(CLIENTS / ((performance.now() - from) / 1_000));
  const { rows } = await world.rows.query<{ n: number }>(
    'select count(*)::int as n from occupation where resource_id = $1',
    [salon.staff.anna],
  );
  return {
    holds: won === 1 && told === CLIENTS - 1 && rows[0]?.n === 1 && perSecond >= GOAL_PER_SECOND,
    figures: {
      rushWon: won,
      rushToldOfThreeNearTimes: told,
      rushAttemptsPerSecond: perSecond,
      rushP99Ms: tenths(percentile(waits, 0.99)),
      rushRatioToGoal: hundredths(perSecond / GOAL_PER_SECOND),
    },
  };
}
