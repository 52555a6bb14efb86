import type { Salon } from '#test/support/salon.ts';
import type { Hand } from './hand.ts';
import type { World } from './world.ts';

/** A salon in the product's world, and clients for it. */
export type SalonWorld = { world: World; hand: Hand; salon: Salon; clients(count: number): Promise<string[]> };

/** Works through a list with so many hands at once. */
export async function withHands<T>(
  items: readonly T[],
  hands: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: hands }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
    }),
  );
}

/** Ten in the morning in Moscow on a working day at least so many days from now. */
export function workingMorning(days: number): Date {
  const day = new Date(Date.now() + days * 86_400_000);
  day.setUTCHours(7, 0, 0, 0);
  return day.getUTCDay() === 0 ? new Date(day.getTime() + 86_400_000) : day;
}
