import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { t, type Language, type Params, type TextKey } from '#texts/index.ts';
import { openWindow, type Look } from './support/browser.ts';
import { openBuilder } from './support/builder.ts';
import { barriers, picture, sidewaysPixels } from './support/look.ts';
import { openPhone, people } from './support/phone.ts';
import { aShop } from './support/shop.ts';

const shop = aShop();
const PASSWORD = 'long-enough-2026';

/** A window before any sign-in, with the words of its language. */
async function stranger(look: Look = {}) {
  const page = await openWindow(shop.browser, look);
  const language: Language = look.language ?? 'ru';
  const say = (key: TextKey, params?: Params) => t(language, key, params);
  const name = `${language}-${look.size ?? 'desktop'}${look.dark ? '-dark' : ''}`;
  return {
    page,
    say,
    button: (key: TextKey) => page.getByRole('button', { name: say(key), exact: true }),
    field: (key: TextKey) => page.getByLabel(say(key), { exact: true }).first(),
    goes: (path: string) => page.goto(`${shop.product.url}${path}`),
    heading: (text: string) => page.getByRole('heading', { name: text }).first().waitFor(),
    api: async (method: string, path: string, body?: unknown) => {
      const answer = await page.request.fetch(`${shop.product.url}/api${path}`, {
        method,
        headers: { origin: shop.product.url },
        ...(body === undefined ? {} : { data: body }),
      });
      return { status: answer.status(), body: (await answer.json()) as Record<string, unknown> };
    },
    /** Looked at, and usable by everybody. */
    fine: (what: string) => fine(page, `${name}-${what}`),
  };
}

async function fine(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect({ name, barriers: await barriers(page), wide: await sidewaysPixels(page) }).toEqual({
    name,
    barriers: [],
    wide: 0,
  });
}

describe('a business of one’s own', () => {
  it('goes from sign-up to the first client in an automation that was drawn from nothing', async () => {
    const me = await stranger();
    await me.goes('/sign-in');
    await me.page.getByRole('link', { name: me.say('web.business.sign_up_link') }).click();
    await me.heading(me.say('web.business.sign_up_title'));
    await me.fine('sign-up');
    await me.field('web.business.your_name').fill('Полина Лис');
    await me.field('web.sign_in.email').fill('polina@example.test');
    await me.field('web.sign_in.password').fill(PASSWORD);
    await me.button('web.business.sign_up_submit').click();
    await me.heading(me.say('web.business.new_title'));
    await me.fine('new-business');
    await me.field('web.business.name').fill('Салон «Лис»');
    await me.button('web.business.new_submit').click();
    await me.heading(me.say('web.day.title'));
    await me.fine('first-day');

    await me.goes('/settings/bots');
    await me.button('web.business.simulated_make').click();
    const link = me.page.getByRole('link', { name: me.say('web.business.bot_try') });
    await link.waitFor();
    await me.fine('settings-bots');
    const phoneUrl = await link.getAttribute('href');

    await me.goes('/automations?new=1');
    await me.page.getByRole('button', { name: me.say('web.watch.empty') }).click();
    await me.page.waitForURL(/\/automations\/[0-9a-f-]{36}$/);
    const id = me.page.url().split('/').at(-1)!;
    const builder = await openBuilder(me, id);
    await builder.page.locator('.nd.start').click();
    await builder.startsWithWord('привет');
    await builder.takes('send-message');
    await builder.writes('Здравствуйте, это салон', 'Hello from the salon');
    await builder.takes('end');
    await builder.page.getByText(me.say('web.builder.no_problems')).waitFor();
    await builder.publishes(1);

    const client = await openPhone(shop.browser, shop.product, 'Anna', {}, phoneUrl ?? undefined);
    await client.starts();
    await client.types('привет');
    await client.hears('Здравствуйте, это салон');
    await me.goes('/runs');
    await me.page.getByRole('link', { name: 'Анна Ковалёва' }).first().click();
    const told = me.page.getByRole('complementary', { name: me.say('web.run.label') });
    await told.getByText('Здравствуйте, это салон').first().waitFor();
    await me.page.locator('.nd').nth(2).waitFor();
    await me.fine('run-on-canvas');
    expect(people.Anna).toBeGreaterThan(0);
    await Promise.all([client.close(), me.page.context().close()]);
  });

  it('takes staff in by a link that works once, and an owner who forgot a password back in', async () => {
    const owner = await stranger({ language: 'en', size: 'phone' });
    await owner.goes('/sign-up');
    await owner.field('web.business.your_name').fill('Olga Owl');
    await owner.field('web.sign_in.email').fill('olga@example.test');
    await owner.field('web.sign_in.password').fill(PASSWORD);
    await owner.button('web.business.sign_up_submit').click();
    await owner.heading(owner.say('web.business.new_title'));
    await owner.field('web.business.name').fill('Owl shop');
    await owner.button('web.business.new_submit').click();
    await owner.heading(owner.say('web.day.title'));
    await owner.goes('/settings/members');
    await owner.field('web.business.invite_name').fill('Max');
    await owner.button('web.business.invite_make').click();
    const link = await owner.page.getByLabel(owner.say('web.business.invite_link')).inputValue();
    await owner.fine('settings-members');

    const max = await stranger({ dark: true });
    await max.page.goto(link.replace(/^https?:\/\/[^/]+/, shop.product.url));
    await max.heading(max.say('web.business.invitation_to', { business: 'Owl shop' }));
    await max.fine('invitation');
    await max.field('web.sign_in.email').fill('max@example.test');
    await max.field('web.sign_in.password').fill(PASSWORD);
    await max.button('web.business.accept').click();
    await max.heading(max.say('web.day.title'));
    const { body: me } = await max.api('GET', '/me');
    expect(me).toMatchObject({ role: 'manager', business: { name: 'Owl shop' } });
    expect((await max.api('POST', '/automations', { name: 'No' })).status).toBe(403);

    const late = await stranger({ language: 'en' });
    await late.page.goto(link.replace(/^https?:\/\/[^/]+/, shop.product.url));
    await late.page.getByText(late.say('error.invitation_accepted')).waitFor();

    await late.goes('/forgot-password');
    await late.field('web.sign_in.email').fill('olga@example.test');
    await late.button('web.business.forgot_submit').click();
    await late.heading(late.say('web.business.letter_title'));
    await late.goes('/mailbox');
    await late.page.getByRole('article').first().getByRole('link').first().click();
    await late.heading(late.say('web.business.reset_title'));
    await late.field('web.business.new_password').fill('another-long-2026');
    await late.button('web.business.reset_submit').click();
    await late.heading(late.say('web.sign_in.title'));
    // Every other device is signed out.
    expect((await owner.api('GET', '/me')).status).toBe(401);
    await late.field('web.sign_in.email').fill('olga@example.test');
    await late.field('web.sign_in.password').fill('another-long-2026');
    await late.button('web.sign_in.submit').click();
    await late.heading(late.say('web.day.title'));

    // A member who is taken out while the page is open is told so, and may do nothing more.
    const { body } = await late.api('GET', '/members');
    const member = (body['members'] as { id: string; name: string }[]).find((one) => one.name === 'Max')!;
    expect((await late.api('POST', `/members/${member.id}/remove`, {})).status).toBe(200);
    expect((await max.api('GET', '/orders')).status).toBeGreaterThanOrEqual(401);
    await Promise.all([owner, max, late].map((one) => one.page.context().close()));
  });

  it('is told in plain words what is wrong with a bot’s token', async () => {
    const owner = await shop.office('owner');
    const { page, say } = owner;
    await page.goto(`${shop.product.url}/settings/bots`);
    await page.getByLabel(say('web.business.token'), { exact: true }).fill('a-token-cut-in-half');
    await owner.button('web.business.connect').click();
    await page.getByText(say('error.bot_token_wrong')).first().waitFor();
    await owner.close();
  });
});
