import {
  demoPlace,
  demoResources,
  demoServiceCategories,
  demoServices,
  demoStaff,
  type DemoService,
} from './demo-salon.ts';
import type { Ask } from './seed-catalog.ts';

type Salon = { businessId: string; now: Date };

/** The demo salon, once: what an owner changed or took away is not brought back. Bookings come from elsewhere. */
export async function addDemoSalon(ask: Ask, salon: Salon): Promise<void> {
  const { businessId, now } = salon;
  const known = await ask('select 1 from place where id = ?', [demoPlace.id]);
  if (known.length > 0) return;
  await ask(
    `insert into place (id, business_id, name, address, time_zone, position, created_at) values (?, ?, ?::jsonb, ?::jsonb, ?, 0, ?)`,
    [demoPlace.id, businessId, text(demoPlace.name), text(demoPlace.address), demoPlace.timeZone, now],
  );
  for (const [position, one] of demoResources.entries())
    await ask(
      `insert into resource (id, business_id, place_id, kind, name, position, created_at) values (?, ?, ?, ?, ?, ?, ?)`,
      [one.id, businessId, demoPlace.id, one.kind, one.name, position, now],
    );
  for (const [position, one] of demoServiceCategories.entries())
    await ask(`insert into service_category (id, business_id, name, position) values (?, ?, ?::jsonb, ?)`, [
      one.id,
      businessId,
      text(one.name),
      position,
    ]);
  for (const [position, one] of demoStaff.entries())
    await ask(
      `insert into staff (id, business_id, place_id, name, about, week, max_per_day, position, created_at)
       values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)`,
      [one.id, businessId, demoPlace.id, one.name, text(one.about), text(one.week), one.maxPerDay, position, now],
    );
  for (const [position, one] of demoServices.entries()) await addService(ask, salon, one, position);
}

async function addService(ask: Ask, { businessId, now }: Salon, service: DemoService, position: number): Promise<void> {
  await ask(
    `insert into service (id, business_id, category_id, name, description, price_minor, price_to_minor, duration_minutes,
       buffer_after_minutes, gap_from_minutes, gap_minutes, format, capacity, position, created_at)
     values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      service.id,
      businessId,
      service.categoryId,
      text(service.name),
      text(service.description),
      service.priceMinor,
      service.priceToMinor,
      service.durationMinutes,
      service.bufferAfterMinutes,
      service.gap?.from ?? null,
      service.gap?.minutes ?? null,
      service.format,
      service.capacity,
      position,
      now,
    ],
  );
  for (const [order, addon] of service.addons.entries())
    await ask(
      `insert into service_addon (id, business_id, service_id, name, price_minor, duration_minutes, position)
       values (?, ?, ?, ?::jsonb, ?, ?, ?)`,
      [addon.id, businessId, service.id, text(addon.name), addon.priceMinor, addon.durationMinutes, order],
    );
  for (const [no, any] of service.needs.entries())
    for (const resourceId of any)
      await ask('insert into service_need (business_id, service_id, need_no, resource_id) values (?, ?, ?, ?)', [
        businessId,
        service.id,
        no,
        resourceId,
      ]);
  for (const giver of service.givers)
    await ask(
      'insert into staff_service (business_id, staff_id, service_id, price_minor, duration_minutes) values (?, ?, ?, ?, ?)',
      [businessId, giver.staffId, service.id, giver.priceMinor, giver.durationMinutes],
    );
}

const text = (value: unknown): string => JSON.stringify(value);
