import { describe, expect, it } from '@jest/globals';
import { demoServices, demoStaffIds } from '#use-cases/demo/demo-salon.ts';
import { barriers, looks, named, picture, sidewaysPixels } from './support/look.ts';
import type { Office } from './support/office.ts';
import { aShop } from './support/shop.ts';

const shop = aShop();

/** The first free time of Anna's among the next days, booked for somebody who called. */
async function bookedByPhone(owner: Office): Promise<{ bookingId: string; day: string }> {
  const serviceId = demoServices[0]!.id;
  const request = { items: [{ serviceId, staffId: demoStaffIds.anna }] };
  const from = new Date().toISOString().slice(0, 10);
  const times = await owner.api('POST', '/bookings/times', { request, from, days: 7 });
  const days = times.body['days'] as { day: string; slots: { startsAt: string }[] }[];
  const { day, slots } = days.find((one) => one.slots.length > 0)!;
  const booked = await owner.api('POST', '/bookings', {
    client: { name: 'Рената Баева', phone: '+7 927 000-07-07' },
    request,
    startsAt: { at: slots[0]!.startsAt },
  });
  expect(booked.status).toBe(200);
  return { bookingId: String(booked.body['bookingId']), day };
}

describe('every page of booking', () => {
  let visit: { bookingId: string; day: string } | undefined;

  for (const look of looks()) {
    it(`can be used by everybody and fits the screen: ${named(look)}`, async () => {
      const owner = await shop.office('owner', look);
      visit ??= await bookedByPhone(owner);
      const { page } = owner;
      const troubles: string[] = [];
      const pages: readonly [name: string, path: string][] = [
        ['day', `/bookings?day=${visit.day}`],
        ['week', `/bookings?view=week&day=${visit.day}`],
        ['month', `/bookings?view=month&day=${visit.day}`],
        ['list', '/bookings?view=list'],
        ['card', `/bookings/${visit.bookingId}`],
        ['services', '/services'],
        ['service', `/services/service/${demoServices[0]!.id}`],
        ['staff', '/services/staff'],
        ['person', `/services/staff/${demoStaffIds.anna}`],
        ['places', '/services/places'],
        ['rules', '/services/rules'],
      ];
      for (const [name, path] of pages) {
        await page.goto(`${shop.product.url}${path}`);
        await page.getByRole('heading').first().waitFor();
        await picture(page, `${named(look)}-bookings-${name}`);
        for (const barrier of await barriers(page)) troubles.push(`${name}: ${barrier}`);
        const wide = await sidewaysPixels(page);
        if (wide > 0) troubles.push(`${name}: ${wide} px wider than the screen`);
      }
      expect(troubles).toEqual([]);
      expect(page.troubles).toEqual([]);
      await owner.close();
    });
  }
});
