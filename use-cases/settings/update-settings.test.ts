import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import { aShop, type Shop } from '#test/support/bot-chat.ts';
import { MANAGER, OWNER } from '#test/support/shop.ts';
import { readBusiness } from './read-business.ts';
import { updateSettings, type SettingsChange } from './update-settings.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await aShop();
});
afterAll(() => shop.close());

const change = (what: SettingsChange, actor = OWNER) =>
  shop.database.withBusiness(shop.businessId, actor, (tx) => updateSettings(tx, what));
const now = () => shop.tx(readBusiness);
const refusal = (what: SettingsChange) => expect(change(what)).rejects;
const day = { from: '10:00', to: '20:00' };

describe('settings of a business', () => {
  it('are changed by its owner alone, each by itself', async () => {
    await change({ name: ' Cedar ', timeZone: 'Asia/Yekaterinburg', language: 'en', lowStock: 2 });
    expect(await now()).toMatchObject({ name: 'Cedar', timeZone: 'Asia/Yekaterinburg', language: 'en' });
    await change({ notices: { newOrder: false } });
    const { settings } = await now();
    expect(settings.notices).toEqual({
      newOrder: false,
      paidOrder: true,
      freeText: false,
      refund: true,
      bookings: true,
    });
    expect(settings.lowStock).toBe(2);
    await expect(change({ name: 'Mine' }, MANAGER)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('refuse what cannot be', async () => {
    await refusal({ name: '  ' }).toMatchObject({ code: 'name_invalid' });
    await refusal({ timeZone: 'Mars/Olympus' }).toMatchObject({ code: 'time_zone_invalid' });
    await refusal({ timeZone: '+03:00' }).toMatchObject({ code: 'time_zone_invalid' });
    await refusal({ pickupAddress: { ru: 'x', en: ' ' } }).toMatchObject({ code: 'address_invalid' });
    await refusal({ pickupFromHour: 22, pickupToHour: 9 }).toMatchObject({ code: 'hours_invalid' });
    await refusal({ pickupFromHour: 24 }).toMatchObject({ code: 'setting_invalid' });
    await refusal({ workingHours: [day] }).toMatchObject({ code: 'hours_invalid' });
    for (const bad of [
      { from: '20:00', to: '10:00' },
      { from: '9:00', to: '10:00' },
      { from: '10:00', to: '24:30' },
    ])
      await refusal({ workingHours: [bad, null, null, null, null, null, null] }).toMatchObject({
        facts: { path: 'workingHours.0' },
      });
  });

  it('tell clients who ask for help when the business is open', async () => {
    const anna = shop.client({ id: 500_001, language: 'en' });
    await anna.says('/help');
    expect(anna.screen.map(({ text }) => text).join()).not.toContain('Open:');
    await change({ workingHours: [day, day, day, day, day, { from: '11:00', to: '24:00' }, null] });
    await anna.says('/help');
    expect(anna.screen.map(({ text }) => text).join()).toContain('Open: Mon–Fri 10:00–20:00, Sat 11:00–24:00');
  });

  it('switch notices to staff off and on', async () => {
    const boris = shop.client({ id: 500_002, language: 'en' });
    await boris.says('/start');
    const memberId = newId();
    await shop.database.owner.query(
      `insert into membership (id, business_id, user_id, role, name, created_at) values ($1, $2, 'u-staff', 'manager', 'M', now())`,
      [memberId, shop.businessId],
    );
    await shop.database.owner.query(
      `insert into staff_chat (business_id, membership_id, bot_id, chat_id, language, created_at) values ($1, $2, $3, 500003, 'en', now())`,
      [shop.businessId, memberId, shop.botId],
    );
    const notices = async () =>
      (await shop.database.owner.query(`select body from message where class = 'staff' order by created_at`)).rows.map(
        (row) => row.body as string,
      );
    await boris.says('Is it open?');
    expect(await notices()).toEqual([]);
    await change({ notices: { freeText: true } });
    await boris.says('<Hello?>');
    await boris.says('Anybody?');
    expect(await notices()).toEqual(['Анна writes:\n<Hello?>']);
  });
});
