import { newId } from '#platform/ids.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { aSalon } from '#test/support/salon.ts';
import { businessDoor } from '#persistence/with-business.ts';
import { demoBotId, demoBusinessId } from '#use-cases/demo/demo-shop.ts';
import { bookingMonth } from './booking-month.ts';
import { bookingMoves } from './booking-moves.ts';
import { bookingRush } from './booking-rush.ts';
import type { SalonWorld } from './booking-world.ts';
import type { Benchmark } from './figure.ts';
import { openHand, type Hand } from './hand.ts';
import { readDurability } from './six-statements.ts';
import type { World } from './world.ts';

/** R8: a rush for one time, a month of free times, a thousand visits moved. */
export const bookings: Benchmark = async (world) => {
  const hand = await openHand();
  try {
    const here = await aSalonHere(world, hand);
    const rush = await bookingRush(here);
    const month = await bookingMonth(here);
    const moves = await bookingMoves(here);
    const durability = await readDurability(world.product.env['DATABASE_URL']!);
    return {
      name: 'R8',
      goal: 'one of 1,000 wins a time, 300 attempts a second; a month for 20 people in 100 ms at p99; 1,000 moved: reminders 1,000 ms late at p99',
      holds: rush.holds && month.holds && moves.holds && durability.isOn,
      setting: `use cases by the application role under row security, 10 connections, the product running beside; fsync ${durability.fsync}`,
      figures: { ...rush.figures, ...month.figures, ...moves.figures },
    };
  } finally {
    await hand.close();
  }
};

/** A salon inside the demo business, in which the product's workers do their work. */
async function aSalonHere(world: World, hand: Hand): Promise<SalonWorld> {
  const database = { owner: world.rows, withBusiness: businessDoor(hand.database) } as unknown as TestDatabase;
  const salon = await aSalon(database, { business: { businessId: demoBusinessId, botId: demoBotId } });
  return {
    world,
    hand,
    salon,
    async clients(count) {
      const ids = Array.from({ length: count }, () => newId());
      await world.rows.query(
        `insert into contact (id, business_id, name, language, created_at)
         select id, $1, 'Клиент', 'ru', now() from unnest($2::uuid[]) as id`,
        [demoBusinessId, ids],
      );
      await world.rows.query(
        `insert into contact_identity (id, business_id, contact_id, bot_id, kind, external_id, created_at)
         select gen_random_uuid(), $1, id, $2, 'telegram', 80000000 + (random() * 1e9)::bigint, now() from unnest($3::uuid[]) as id`,
        [demoBusinessId, demoBotId, ids],
      );
      return ids;
    },
  };
}
