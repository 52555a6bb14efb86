import { describe, expect, it } from '@jest/globals';
import { demoPlaceId, demoStaffIds } from '#use-cases/demo/demo-salon.ts';
import type { Office } from './support/office.ts';
import type { Phone } from './support/phone.ts';
import { aShop } from './support/shop.ts';
import { until } from './support/until.ts';

const shop = aShop();

/** A zone in which it is about ten in the morning now, so that the day of the story is a day, whenever it is told. */
const zone = ((hours: number): string => `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`)(
  ((10 - new Date().getUTCHours() + 35) % 24) - 11,
);
const clock = (at: Date): string =>
  new Intl.DateTimeFormat('ru', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at);
const dayOf = (at: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at);
const HALF_HOUR = 1_800_000;
const halfHoursFromNow = (count: number): Date => new Date((Math.ceil(Date.now() / HALF_HOUR) + count) * HALF_HOUR);

/** Open around the clock; clients may cancel and move to the last minute. */
async function opensTheSalon(owner: Office): Promise<void> {
  const places = (await owner.api('GET', '/places')).body['places'] as { placeId: string; revision: number }[];
  const place = places.find(({ placeId }) => placeId === demoPlaceId)!;
  await owner.api('PATCH', `/places/${place.placeId}`, { revision: place.revision, timeZone: zone });
  const staff = (await owner.api('GET', '/staff')).body['staff'] as { staffId: string; revision: number }[];
  const day = { hours: [{ from: '00:00', to: '00:00' }], breaks: [] };
  for (const { staffId, revision } of staff.filter(({ staffId: id }) =>
    [demoStaffIds.anna, demoStaffIds.sveta].includes(id),
  ))
    expect(
      await owner.api('PATCH', `/staff/${staffId}`, {
        revision,
        week: Array.from({ length: 7 }, () => day),
        maxPerDay: null,
      }),
    ).toMatchObject({ status: 200 });
  await remindsBefore(owner, 60);
}
const remindsBefore = async (owner: Office, minutes: number): Promise<void> => {
  const answer = await owner.api('PATCH', '/booking-rules', {
    noticeMinutes: 0,
    policy: { cancelHours: 0, moveHours: 0, maxMoves: 5 },
    quietHours: null,
    reminders: [{ id: '1h', on: true, when: { kind: 'before', minutes }, toClient: true, toStaff: false, text: null }],
  });
  expect(answer.status).toBe(200);
};

/** From the section to the card: the service is given by one person, so that nobody is asked about. */
async function books(client: Phone, service: string, at: Date): Promise<void> {
  await client.types('/book');
  await client.presses(client.say('book.section_none'));
  await client.presses(new RegExp(`^${service}`));
  await client.presses(client.say('book.choose'));
  await client.presses(client.say('book.more_enough'));
  await client.hears(client.say('book.day_ask'));
  await client.presses(new RegExp(`^${Number(dayOf(at).slice(8))}$`));
  await client.presses(clock(at));
  await client.hears(client.say('book.phone_ask').slice(0, 20));
  await client.pressesKey(client.say('checkout.phone_share'));
  await client.presses(client.say('book.comment_skip'));
  await client.presses(/^Записаться, 700/);
  await client.hears(client.say('book.done'));
}

describe('a visit', () => {
  it('is set up, booked in the bot, dragged on the calendar, reminded of at its new time after everything was killed, and cancelled by a button', async () => {
    const owner = await shop.office('owner');
    await opensTheSalon(owner);
    await owner.page.goto(`${shop.product.url}/services/service/new`);
    const panel = owner.page.getByRole('complementary', { name: owner.say('web.services.panel') });
    await panel.getByLabel(owner.say('web.services.name_ru')).fill('Экспресс-уход');
    await panel.getByLabel(owner.say('web.services.name_en')).fill('Express care');
    await panel.getByLabel(owner.say('web.services.price'), { exact: true }).fill('700');
    await panel.getByRole('checkbox', { name: 'Анна Лисина' }).check();
    await panel.locator('.svc-foot').getByRole('button').first().click();
    await panel.getByRole('heading', { name: 'Экспресс-уход' }).waitFor();

    const anna = await shop.phoneOf('Anna');
    await anna.starts();
    const first = halfHoursFromNow(6);
    await books(anna, 'Экспресс-уход', first);

    await owner.page.goto(`${shop.product.url}/bookings?day=${dayOf(first)}`);
    const event = owner.page.locator('[data-booking]').filter({ hasText: 'Анна' });
    await event.waitFor();
    // Two hours earlier; the reminder is to come in about a minute from now.
    const earlier = new Date(first.getTime() - 2 * 3_600_000);
    await remindsBefore(owner, Math.floor((earlier.getTime() - Date.now() - 40_000) / 60_000));
    await event.scrollIntoViewIfNeeded();
    const box = (await event.boundingBox())!;
    const hourPx = (box.height + 3) / 1;
    await owner.page.mouse.move(box.x + box.width / 2, box.y + 12);
    await owner.page.mouse.down();
    await owner.page.mouse.move(box.x + box.width / 2, box.y + 12 - hourPx, { steps: 8 });
    await owner.page.mouse.move(box.x + box.width / 2, box.y + 12 - 2 * hourPx, { steps: 8 });
    await owner.page.mouse.up();
    await anna.hears('Ваш визит перенесён');
    await anna.hears(`Теперь: `);
    await until('the visit stands at its new time', async () => (await anna.read()).includes(clock(earlier)));

    await shop.product.killEverything();
    await shop.product.services.postgres.start();
    await shop.product.services.temporal?.start();
    await shop.product.start();
    await anna.page.reload();
    await anna.hears('Ждём вас');
    expect((await anna.read()).split('Ждём вас\n').length).toBeLessThanOrEqual(2);

    await anna.presses(anna.say('booking.button_cancel'));
    await anna.presses(anna.say('bookings.reason_1'));
    await anna.hears(anna.say('bookings.state_cancelled'));
    await anna.hears('Причина: Изменились планы');
    await owner.page.reload();
    await until('the hour is free again', async () => (await event.count()) === 0);
    expect(anna.page.troubles).toEqual([]);
    await Promise.all([anna.close(), owner.close()]);
  });

  it('of a day that is called off goes to somebody else, or comes back with other times to choose from', async () => {
    const owner = await shop.office('owner');
    const timur = await shop.phoneOf('Timur');
    await timur.starts();
    const services = (await owner.api('GET', '/services')).body['services'] as {
      serviceId: string;
      name: { ru: string };
    }[];
    const serviceId = services.find(({ name }) => name.ru === 'Экспресс-уход')!.serviceId;
    const clients = (await owner.api('GET', '/contacts?search=%D0%A2%D0%B8%D0%BC%D1%83%D1%80')).body['contacts'] as {
      id: string;
    }[];
    const at = new Date(halfHoursFromNow(0).getTime() + 26 * 3_600_000);
    const booked = await owner.api('POST', '/bookings', {
      client: { contactId: clients[0]!.id },
      request: { items: [{ serviceId, staffId: demoStaffIds.anna }] },
      startsAt: { at: at.toISOString() },
    });
    expect(booked.status).toBe(200);
    await timur.hears('Вы записаны');

    await owner.page.goto(`${shop.product.url}/bookings?day=${dayOf(at)}`);
    await owner.page.getByRole('button', { name: owner.say('web.bookings.menu_of', { name: 'Анна Лисина' }) }).click();
    await owner.page.getByRole('menuitem', { name: owner.say('web.bookings.call_off') }).click();
    const panel = owner.page.getByRole('complementary', { name: owner.say('web.bookings.call_off') });
    await panel.getByText(owner.say('web.bookings.off_release')).first().click();
    await panel.getByLabel(owner.say('web.bookings.off_note')).fill('Мастер болеет');
    await panel.getByRole('button', { name: owner.say('web.bookings.call_off'), exact: true }).click();
    await timur.hears('Визит не состоится');
    await timur.hears('Мастер болеет');
    const offered = timur.chat.locator('.inline-keys').last().getByRole('button').first();
    const words = (await offered.innerText()).trim();
    await offered.click();
    await until(
      'the summary of the offered time',
      async () =>
        (await timur.chat.getByRole('button', { name: /^Записаться, 700/ }).count()) > 0 ||
        (await timur.hasRead(timur.say('book.phone_ask').slice(0, 20))),
    );
    expect(words).not.toBe('');
    await Promise.all([timur.close(), owner.close()]);
  });
});
