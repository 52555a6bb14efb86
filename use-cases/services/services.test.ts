import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#persistence/with-business.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aSalon, type Salon, plainService } from '#test/support/salon.ts';
import { MANAGER, MASTER, OWNER } from '#test/support/shop.ts';
import { listBookableCategories, listBookableServices, readBookableService } from './catalog.ts';
import { changeService } from './change-service.ts';
import { createService } from './create-service.ts';
import { listServices, readService } from './list-services.ts';
import { listSetupProblems } from './list-setup-problems.ts';
import { removeCategory, saveCategory } from './save-category.ts';
import { removeService } from './remove-service.ts';
import { reorder } from './reorder.ts';
import type { ServiceDraft } from './service-draft.ts';
import { setServicePhoto } from './set-photo.ts';

let database: TestDatabase;
let salon: Salon;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  salon = await aSalon(database);
});
afterAll(() => database.drop());

const within = <T>(work: (tx: Tx) => Promise<T>, actor = OWNER) => salon.within(work, { actor });
const brows: ServiceDraft = {
  categoryId: null,
  description: { ru: '', en: '' },
  ...plainService,
  name: { ru: 'Брови', en: 'Brows' },
  priceMinor: 120_000,
  durationMinutes: 45,
};
const create = (draft: Partial<ServiceDraft> = {}, actor = OWNER) =>
  within((tx) => createService(tx, { ...brows, ...draft }), actor);
const refused = (draft: Partial<ServiceDraft>) => expect(create(draft)).rejects;
const titles = async () => (await within(listServices)).services.map(({ name }) => name.en);
const sold = async () => (await within((tx) => listBookableServices(tx))).map(({ name }) => name.en);

describe('a service', () => {
  it('is kept with all that the owner said about it', async () => {
    const draft = {
      ...brows,
      categoryId: salon.categoryId,
      priceToMinor: 200_000,
      bufferBeforeMinutes: 5,
      bufferAfterMinutes: 10,
      gap: { fromMinutes: 10, minutes: 20 },
      format: 'both' as const,
      addons: [{ name: { ru: 'Окраска', en: 'Tint' }, priceMinor: 30_000, durationMinutes: 15 }],
      needs: [[salon.resources.table1, salon.resources.table2], [salon.resources.hall]],
      givers: [
        { staffId: salon.staff.anna, priceMinor: null, durationMinutes: 60 },
        { staffId: salon.staff.dina, priceMinor: 150_000, durationMinutes: null },
      ],
    };
    const { serviceId } = await create(draft, MANAGER);
    const kept = await within((tx) => readService(tx, { serviceId }));
    expect(kept).toMatchObject({
      ...draft,
      addons: [{ name: { en: 'Tint' }, priceMinor: 30_000, durationMinutes: 15 }],
      givers: [
        { name: 'Анна', priceMinor: null, durationMinutes: 60 },
        { name: 'Дина', priceMinor: 150_000, durationMinutes: null },
      ],
      revision: 1,
    });
  });

  it('named in one language is named so in both', async () => {
    const { serviceId } = await create({ name: { ru: ' Спа ', en: '' } });
    expect((await within((tx) => readService(tx, { serviceId }))).name).toEqual({ ru: 'Спа', en: 'Спа' });
    await refused({ name: { ru: ' ', en: '' } }).toMatchObject({ code: 'title_invalid', facts: { path: 'name' } });
    await refused({ name: { ru: 'a'.repeat(121), en: 'b' } }).toMatchObject({ code: 'title_invalid' });
  });

  it('takes from five minutes to a day', async () => {
    for (const durationMinutes of [0, -30, 4, 1_441, 30 * 60, 7.5, Number.NaN])
      await refused({ durationMinutes }).toMatchObject({
        code: 'duration_invalid',
        facts: { path: 'durationMinutes' },
      });
    await create({ durationMinutes: 5 });
    await create({ durationMinutes: 1_440 });
  });

  it('may be free, and a range of prices goes up', async () => {
    await create({ priceMinor: 0 });
    await refused({ priceMinor: -1 }).toMatchObject({ code: 'service_price_invalid', facts: { path: 'priceMinor' } });
    await refused({ priceMinor: 1e12 }).toMatchObject({ code: 'service_price_invalid' });
    for (const priceToMinor of [120_000, 100])
      await refused({ priceToMinor }).toMatchObject({ code: 'price_range_invalid', facts: { path: 'priceToMinor' } });
  });

  it('has its gap inside, with work before and after', async () => {
    for (const gap of [
      { fromMinutes: 0, minutes: 10 },
      { fromMinutes: 10, minutes: 35 },
      { fromMinutes: 50, minutes: 10 },
      { fromMinutes: 10, minutes: 0 },
    ])
      await refused({ gap }).toMatchObject({ code: 'gap_invalid', facts: { path: 'gap' } });
    await refused({ gap: { fromMinutes: 10, minutes: 10 }, capacity: 4 }).toMatchObject({ code: 'group_has_gap' });
    await refused({
      gap: { fromMinutes: 10, minutes: 20 },
      givers: [{ staffId: salon.staff.anna, priceMinor: null, durationMinutes: 30 }],
    }).toMatchObject({ code: 'gap_invalid', facts: { path: 'givers.0.durationMinutes' } });
  });

  it('has limits for everything else', async () => {
    await refused({ bufferBeforeMinutes: 481 }).toMatchObject({ code: 'setting_invalid', facts: { max: 480 } });
    await refused({ bufferAfterMinutes: -1 }).toMatchObject({ facts: { path: 'bufferAfterMinutes' } });
    await refused({ capacity: 0 }).toMatchObject({ facts: { path: 'capacity' } });
    await refused({ capacity: 501 }).toMatchObject({ code: 'setting_invalid' });
    await refused({ needs: [[]] }).toMatchObject({ code: 'need_empty', facts: { path: 'needs.0' } });
    await refused({ description: { ru: 'x'.repeat(801), en: '' } }).toMatchObject({ code: 'text_too_long' });
    const addon = { name: { ru: 'Д', en: 'D' }, priceMinor: 0, durationMinutes: 0 };
    await refused({ addons: [addon, { ...addon, durationMinutes: 481 }] }).toMatchObject({
      facts: { path: 'addons.1.durationMinutes' },
    });
    await refused({ addons: Array.from({ length: 21 }, () => addon) }).toMatchObject({ facts: { path: 'addons' } });
  });

  it('names only what is there', async () => {
    await refused({ categoryId: newId() }).toMatchObject({ code: 'category_not_found' });
    await refused({ needs: [[newId()]] }).toMatchObject({ code: 'resource_not_found', facts: { path: 'needs.0' } });
    await refused({ givers: [{ staffId: newId(), priceMinor: null, durationMinutes: null }] }).toMatchObject({
      code: 'staff_not_found',
      facts: { path: 'givers.0' },
    });
    const other = await aSalon(database);
    await refused({ needs: [[other.resources.hall]] }).toMatchObject({ code: 'resource_not_found' });
    await refused({ categoryId: other.categoryId }).toMatchObject({ code: 'category_not_found' });
  });

  it('does not need a room of a place where nobody gives it', async () => {
    const placeId = newId();
    await database.owner.query(
      `insert into place (id, business_id, name, address, time_zone, position, created_at) values ($1, $2, '{"ru":"Б","en":"B"}', '{"ru":"","en":""}', 'Asia/Omsk', 2, now())`,
      [placeId, salon.businessId],
    );
    const roomId = newId();
    await database.owner.query(
      `insert into resource (id, business_id, place_id, kind, name, position, created_at) values ($1, $2, $3, 'room', 'Far', 1, now())`,
      [roomId, salon.businessId, placeId],
    );
    await refused({
      needs: [[salon.resources.hall, roomId]],
      givers: [{ staffId: salon.staff.anna, priceMinor: null, durationMinutes: null }],
    }).toMatchObject({ code: 'need_of_other_place', facts: { path: 'needs.0', name: 'Far' } });
  });

  it('is set up by owners and managers alone', async () => {
    await expect(create({}, MASTER)).rejects.toMatchObject({ code: 'forbidden' });
    const { manicure } = salon.services;
    for (const work of [
      (tx: Tx) => changeService(tx, { serviceId: manicure, revision: 1, hidden: true }),
      (tx: Tx) => removeService(tx, { serviceId: manicure }),
      (tx: Tx) => reorder(tx, 'services', [manicure]),
      (tx: Tx) => saveCategory(tx, { name: { ru: 'x', en: 'x' } }),
    ])
      await expect(within<unknown>(work, MASTER)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('changing a service', () => {
  it('leaves what was not said', async () => {
    const { manicure } = salon.services;
    const before = await within((tx) => readService(tx, { serviceId: manicure }));
    await within((tx) => changeService(tx, { serviceId: manicure, revision: 1, priceMinor: 210_000 }));
    expect(await within((tx) => readService(tx, { serviceId: manicure }))).toEqual({
      ...before,
      priceMinor: 210_000,
      revision: 2,
    });
  });

  it('is refused when somebody else has changed it meanwhile', async () => {
    const { manicure } = salon.services;
    const two = await Promise.allSettled(
      [1, 2].map((n) => within((tx) => changeService(tx, { serviceId: manicure, revision: 1, priceMinor: n * 100 }))),
    );
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(two.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { code: 'service_changed', facts: { revision: 2 } },
    });
  });

  it('keeps an add-on under its id, and offers one that is left out no more', async () => {
    const { manicure } = salon.services;
    const design = {
      addonId: salon.addons.design,
      name: { ru: 'Дизайн', en: 'Art' },
      priceMinor: 1,
      durationMinutes: 5,
    };
    const fresh = { name: { ru: 'Снятие', en: 'Removal' }, priceMinor: 2, durationMinutes: 0 };
    await within((tx) => changeService(tx, { serviceId: manicure, revision: 1, addons: [fresh, design] }));
    const { addons } = await within((tx) => readService(tx, { serviceId: manicure }));
    expect(addons.map(({ addonId, name }) => [addonId === salon.addons.design, name.en])).toEqual([
      [false, 'Removal'],
      [true, 'Art'],
    ]);
    await within((tx) => changeService(tx, { serviceId: manicure, revision: 2, addons: [] }));
    const stranger = expect(
      within((tx) => changeService(tx, { serviceId: manicure, revision: 3, addons: [design] })),
    ).rejects;
    await stranger.toMatchObject({ code: 'addon_not_found' });
  });

  it('holds the rules together: a shorter service must still hold its gap', async () => {
    const shorter = within((tx) =>
      changeService(tx, { serviceId: salon.services.colouring, revision: 1, durationMinutes: 100 }),
    );
    await expect(shorter).rejects.toMatchObject({ code: 'gap_invalid' });
  });

  it('sets a photo by its bytes, and takes it off', async () => {
    const { manicure } = salon.services;
    const png = Buffer.from('89504e470d0a1a0a00', 'hex');
    const { photoId, revision } = await within((tx) =>
      setServicePhoto(tx, { serviceId: manicure, bytes: png, mime: 'image/png' }),
    );
    expect(await within((tx) => readService(tx, { serviceId: manicure }))).toMatchObject({ photoId, revision });
    await within((tx) => changeService(tx, { serviceId: manicure, revision, removePhoto: true }));
    expect(await within((tx) => readService(tx, { serviceId: manicure }))).toMatchObject({ photoId: null });
    const text = within((tx) =>
      setServicePhoto(tx, { serviceId: manicure, bytes: Buffer.from('hello'), mime: 'image/png' }),
    );
    await expect(text).rejects.toMatchObject({ code: 'photo_invalid' });
  });
});

describe('the list of services', () => {
  it('is in the order that the owner gives it', async () => {
    expect(await titles()).toEqual(['Manicure', 'Colouring', 'Yoga']);
    const { manicure, colouring, yoga } = salon.services;
    await within((tx) => reorder(tx, 'services', [yoga, manicure, newId(), colouring]));
    expect(await titles()).toEqual(['Yoga', 'Manicure', 'Colouring']);
    await create({ categoryId: salon.categoryId });
    expect(await titles()).toEqual(['Yoga', 'Manicure', 'Colouring', 'Brows']);
  });

  it('keeps services of a section that is taken away, in none', async () => {
    await within((tx) => removeCategory(tx, { categoryId: salon.categoryId }));
    const list = await within(listServices);
    expect(list.categories).toEqual([]);
    expect(list.services.map(({ categoryId }) => categoryId)).toEqual([null, null, null]);
    const gone = within((tx) => saveCategory(tx, { categoryId: salon.categoryId, name: { ru: 'x', en: 'x' } }));
    await expect(gone).rejects.toMatchObject({ code: 'category_not_found' });
  });

  it('loses a service for good, and its editor hears of it', async () => {
    await within((tx) => removeService(tx, { serviceId: salon.services.yoga }));
    expect(await titles()).toEqual(['Manicure', 'Colouring']);
    const late = within((tx) => changeService(tx, { serviceId: salon.services.yoga, revision: 1, hidden: true }));
    await expect(late).rejects.toMatchObject({ code: 'service_not_found' });
  });
});

describe('what clients can book', () => {
  it('is what is shown and given by somebody who is shown', async () => {
    expect(await sold()).toEqual(['Manicure', 'Colouring', 'Yoga']);
    await create();
    expect(await sold()).toEqual(['Manicure', 'Colouring', 'Yoga']);
    expect(await within(listSetupProblems)).toEqual({
      problems: [expect.objectContaining({ kind: 'service_without_staff', service: { ru: 'Брови', en: 'Brows' } })],
    });
    await within((tx) => changeService(tx, { serviceId: salon.services.yoga, revision: 1, hidden: true }));
    await database.owner.query('update staff set hidden = true where id = $1', [salon.staff.dina]);
    expect(await sold()).toEqual(['Manicure']);
    expect(await within((tx) => readBookableService(tx, salon.services.colouring))).toBeUndefined();
  });

  it('says the least price and the shortest time that anybody takes', async () => {
    await database.owner.query('update staff_service set duration_minutes = 75 where staff_id = $1', [
      salon.staff.dina,
    ]);
    expect(await within((tx) => readBookableService(tx, salon.services.manicure))).toMatchObject({
      priceMinor: 200_000,
      minPriceMinor: 200_000,
      maxPriceMinor: 250_000,
      minDurationMinutes: 60,
      maxDurationMinutes: 75,
      addons: [{ addonId: salon.addons.design, priceMinor: 50_000, durationMinutes: 30 }],
      staff: [
        { name: 'Анна', priceMinor: 200_000, durationMinutes: 60 },
        { name: 'Дина', priceMinor: 250_000, durationMinutes: 75 },
      ],
      places: [{ placeId: salon.placeId, timeZone: 'Europe/Moscow' }],
    });
    expect(await within((tx) => readBookableService(tx, salon.services.colouring))).toMatchObject({
      staff: [{ priceMinor: 600_000, priceToMinor: 900_000 }],
      maxPriceMinor: 900_000,
    });
  });

  it('is in sections, and beside them what is in none', async () => {
    await create({ givers: [{ staffId: salon.staff.anna, priceMinor: null, durationMinutes: null }] });
    await within((tx) => saveCategory(tx, { name: { ru: 'Пусто', en: 'Empty' } }));
    expect(await within(listBookableCategories)).toEqual([
      { categoryId: salon.categoryId, name: { ru: 'Красота', en: 'Beauty' }, services: 3 },
      { categoryId: null, name: null, services: 1 },
    ]);
    const names = async (categoryId: string | null) =>
      (await within((tx) => listBookableServices(tx, { categoryId }))).map(({ name }) => name.en);
    expect(await names(null)).toEqual(['Brows']);
    expect(await names(salon.categoryId)).toEqual(['Manicure', 'Colouring', 'Yoga']);
  });
});
