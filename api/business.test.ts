import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { openTestDoor, PASSWORD, type TestDoor } from '#test/support/api-door.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { mailbox } from '#use-cases/mailbox/mailbox.ts';

let database: TestDatabase;
let door: TestDoor;

beforeAll(async () => {
  database = await testDatabase();
  door = await openTestDoor(database, { sendMail: mailbox(database), options: { mailbox: true } });
});
afterAll(async () => {
  await door.close();
  await database.drop();
});

/** A browser of one person: it keeps cookies, as they come and go. */
function aBrowser() {
  const cookies = new Map<string, string>();
  const ask = async (method: 'get' | 'post' | 'put', path: string, body?: object) => {
    const asked = door.ask(method, path, [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await (body ? asked.send(body) : asked);
    for (const line of (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name && value) cookies.set(name, value);
      else if (name) cookies.delete(name);
    }
    return answer;
  };
  const browser = {
    get: (path: string) => ask('get', path),
    post: (path: string, body: object = {}) => ask('post', path, body),
    put: (path: string, body: object) => ask('put', path, body),
    signsUp: async (email: string, name = 'Nina') => {
      const answer = await ask('post', '/api/auth/sign-up/email', { email, password: PASSWORD, name });
      expect(answer.status).toBe(200);
    },
    opensShop: async (wish: object = {}) => {
      const answer = await ask('post', '/api/businesses', {
        name: 'A shop',
        language: 'en',
        timeZone: 'Asia/Yekaterinburg',
        ...wish,
      });
      expect(answer.status).toBe(200);
      return answer.body.businessId as string;
    },
  };
  return browser;
}

let people = 0;
const anOwner = async () => {
  const browser = aBrowser();
  await browser.signsUp(`owner-${(people += 1)}@example.org`);
  return { browser, businessId: await browser.opensShop() };
};
const invited = async (owner: Awaited<ReturnType<typeof anOwner>>, role = 'manager') => {
  const answer = await owner.browser.post('/api/invitations', { role });
  expect(answer.status).toBe(200);
  return (answer.body.link as string).split('/').at(-1)!;
};

describe('signing up', () => {
  it('makes one business, however often the page asks, and its owner works in it', async () => {
    const nina = aBrowser();
    await nina.signsUp('nina@example.org');
    expect((await nina.get('/api/me')).body).toMatchObject({ status: 403, code: 'no_membership' });
    const ids = await Promise.all([nina.opensShop(), nina.opensShop(), nina.opensShop({ name: 'Another name' })]);
    expect(new Set(ids).size).toBe(1);
    expect((await nina.get('/api/me')).body).toMatchObject({
      role: 'owner',
      business: { id: ids[0], timeZone: 'Asia/Yekaterinburg' },
    });
    expect((await nina.get('/api/orders')).body).toMatchObject({ orders: [] });
  });

  it('brings the demo goods on request, once, into this business alone', async () => {
    const nina = aBrowser();
    await nina.signsUp('demo@example.org');
    await nina.opensShop({ demo: true });
    await nina.opensShop({ demo: true });
    const other = await anOwner();
    const goods = async (browser: ReturnType<typeof aBrowser>) =>
      ((await browser.get('/api/products')).body.categories as { products: unknown[] }[]).flatMap(
        (category) => category.products,
      ).length;
    const first = await goods(nina);
    expect(first).toBeGreaterThan(5);
    expect(await goods(other.browser)).toBe(0);
  });

  it('refuses a zone that clocks do not know and a short password, in words', async () => {
    const nina = aBrowser();
    const short = await nina.post('/api/auth/sign-up/email', { email: 's@example.org', password: 'short', name: 'S' });
    expect(short.status).toBe(400);
    await nina.signsUp('zone@example.org');
    const zone = await nina.post('/api/businesses', { name: 'A', language: 'en', timeZone: 'Mars/Olympus' });
    expect(zone.body).toMatchObject({ status: 422, code: 'time_zone_unknown' });
  });
});

describe('an invitation', () => {
  it('takes in one person by its link, with the role it names', async () => {
    const owner = await anOwner();
    const token = await invited(owner);
    const guest = aBrowser();
    expect((await guest.get(`/api/invitations/token/${token}`)).body).toMatchObject({
      business: 'A shop',
      role: 'manager',
      state: 'open',
    });
    expect((await guest.post('/api/invitations/accept', { token })).status).toBe(401);
    await guest.signsUp('guest@example.org', 'Gleb');
    expect((await guest.post('/api/invitations/accept', { token })).body).toEqual({ businessId: owner.businessId });
    expect((await guest.post('/api/invitations/accept', { token })).status).toBe(200);
    expect((await guest.get('/api/me')).body).toMatchObject({ role: 'manager', business: { id: owner.businessId } });

    const second = aBrowser();
    await second.signsUp('second@example.org');
    expect((await second.post('/api/invitations/accept', { token })).body.code).toBe('invitation_accepted');
    expect((await second.get('/api/me')).body.code).toBe('no_membership');
  });

  it('of a revoked, an old or a made-up link is refused, each with its own reason', async () => {
    const owner = await anOwner();
    const guest = aBrowser();
    await guest.signsUp('late@example.org');
    const revoked = await owner.browser.post('/api/invitations', { role: 'master' });
    await owner.browser.post(`/api/invitations/${revoked.body.id}/revoke`);
    const codeOf = async (token: string) => (await guest.post('/api/invitations/accept', { token })).body.code;
    expect(await codeOf((revoked.body.link as string).split('/').at(-1)!)).toBe('invitation_revoked');
    const old = await invited(owner);
    await database.owner.query(
      `update invitation set expires_at = now() - interval '1 second' where business_id = $1 and revoked_at is null`,
      [owner.businessId],
    );
    expect(await codeOf(old)).toBe('invitation_expired');
    expect(await codeOf('made-up-made-up-made-up')).toBe('invitation_not_found');
  });

  it('is made, seen and revoked by owners alone', async () => {
    const owner = await anOwner();
    const manager = aBrowser();
    await manager.signsUp('m1@example.org');
    await manager.post('/api/invitations/accept', { token: await invited(owner) });
    expect((await manager.post('/api/invitations', { role: 'owner' })).status).toBe(403);
    expect((await manager.get('/api/members')).status).toBe(403);
  });
});

describe('members', () => {
  it('who are taken out are refused at their next request, and an owner stays', async () => {
    const owner = await anOwner();
    const manager = aBrowser();
    await manager.signsUp('m2@example.org', 'Mark');
    await manager.post('/api/invitations/accept', { token: await invited(owner) });
    const { members } = (await owner.browser.get('/api/members')).body as {
      members: { id: string; name: string; role: string; you: boolean; email: string }[];
    };
    const mark = members.find((one) => one.name === 'Mark')!;
    const me = members.find((one) => one.you)!;
    expect(mark).toMatchObject({ role: 'manager', email: 'm2@example.org' });
    expect((await owner.browser.post(`/api/members/${me.id}/remove`)).body.code).toBe('last_owner');
    expect((await owner.browser.post(`/api/members/${me.id}/role`, { role: 'manager' })).body.code).toBe('last_owner');
    expect((await manager.get('/api/orders')).status).toBe(200);
    expect((await owner.browser.post(`/api/members/${mark.id}/remove`)).status).toBe(200);
    expect((await manager.get('/api/orders')).body).toMatchObject({ status: 403, code: 'no_membership' });
  });

  it('two owners cannot remove each other at once', async () => {
    const first = await anOwner();
    const second = aBrowser();
    await second.signsUp('o2@example.org', 'Olga');
    await second.post('/api/invitations/accept', { token: await invited(first, 'owner') });
    const { members } = (await first.browser.get('/api/members')).body as { members: { id: string; you: boolean }[] };
    const [me, other] = [members.find((one) => one.you)!, members.find((one) => !one.you)!];
    await Promise.all([
      first.browser.post(`/api/members/${other.id}/remove`),
      second.post(`/api/members/${me.id}/remove`),
    ]);
    const { rows } = await database.owner.query(`select 1 from membership where business_id = $1 and role = 'owner'`, [
      first.businessId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('of several businesses choose where they work, and cannot choose what is not theirs', async () => {
    const own = await anOwner();
    const other = await anOwner();
    const stranger = await anOwner();
    await own.browser.post('/api/invitations/accept', { token: await invited(other, 'master') });
    expect((await own.browser.get('/api/me')).body.business.id).toBe(other.businessId);
    expect((await own.browser.post('/api/businesses/choose', { businessId: own.businessId })).status).toBe(200);
    expect((await own.browser.get('/api/me')).body).toMatchObject({ role: 'owner', business: { id: own.businessId } });
    expect((await own.browser.post('/api/businesses/choose', { businessId: stranger.businessId })).status).toBe(403);
    expect((await own.browser.get('/api/businesses')).body.businesses).toHaveLength(2);
  });
});

describe('a bot', () => {
  const good = (telegramId: number) => `${telegramId}:a-token-that-is-good`;

  it('is connected by a token that Telegram confirms, which is kept sealed and never shown', async () => {
    const owner = await anOwner();
    const wrong = await owner.browser.post('/api/bots', { token: '5001:a-token-that-was-revoked' });
    expect(wrong.body).toMatchObject({ status: 422, code: 'bot_token_wrong' });
    expect((await owner.browser.post('/api/bots', { token: 'not a token at all' })).body.code).toBe('bot_token_wrong');
    const made = await owner.browser.post('/api/bots', { token: good(5001) });
    expect(made.body).toMatchObject({ username: 'bot_5001' });
    const { bots } = (await owner.browser.get('/api/bots')).body;
    expect(bots).toMatchObject([{ id: made.body.id, enabled: true, delivery: 'polling', problem: null }]);
    const { rows } = await database.owner.query('select * from bot where id = $1', [made.body.id]);
    expect(JSON.stringify([bots, rows])).not.toContain('a-token-that-is-good');
    expect((await owner.browser.post(`/api/bots/${made.body.id}/check`)).body).toEqual({ problem: null });
  });

  it('belongs to one business at a time; taken away, it may go to another and come back', async () => {
    const [first, second] = [await anOwner(), await anOwner()];
    const made = await first.browser.post('/api/bots', { token: good(5002) });
    expect((await second.browser.post('/api/bots', { token: good(5002) })).body).toMatchObject({
      code: 'bot_taken',
      facts: { username: 'bot_5002' },
    });
    await first.browser.post(`/api/bots/${made.body.id}/remove`);
    expect((await first.browser.get('/api/bots')).body.bots).toEqual([]);
    const theirs = await second.browser.post('/api/bots', { token: good(5002) });
    expect(theirs.status).toBe(200);
    await second.browser.post(`/api/bots/${theirs.body.id}/remove`);
    expect((await first.browser.post('/api/bots', { token: good(5002) })).body.id).toBe(made.body.id);
  });

  it('is switched off and on by owners alone', async () => {
    const owner = await anOwner();
    const made = await owner.browser.post('/api/bots', { token: good(5003) });
    const manager = aBrowser();
    await manager.signsUp('m5@example.org');
    await manager.post('/api/invitations/accept', { token: await invited(owner) });
    expect((await manager.post(`/api/bots/${made.body.id}`, { enabled: false })).status).toBe(403);
    await owner.browser.post(`/api/bots/${made.body.id}`, { enabled: false });
    expect((await owner.browser.get('/api/bots')).body.bots).toMatchObject([{ enabled: false }]);
  });
});

describe('the account that takes the money', () => {
  it('is the sandbox until keys are given that the provider accepts; they are sealed and never shown', async () => {
    const owner = await anOwner();
    const settings = async () => (await owner.browser.get('/api/payment-settings')).body;
    expect(await settings()).toMatchObject({ mode: 'sandbox', shopId: null });
    const put = (body: object) => owner.browser.put('/api/payment-settings', body);
    expect((await put({ mode: 'yookassa', shopId: '123456', secretKey: 'wrong_key_wrong' })).body).toMatchObject({
      status: 422,
      code: 'payment_keys_refused',
    });
    expect(await settings()).toMatchObject({ mode: 'sandbox' });
    expect((await put({ mode: 'yookassa', shopId: '123456' })).body.code).toBe('payment_key_missing');
    const kept = await put({ mode: 'yookassa', shopId: '123456', secretKey: 'live_key_of_the_shop' });
    expect(kept.body).toMatchObject({ mode: 'yookassa', shopId: '123456', problem: null });
    const { rows } = await database.owner.query('select * from payment_account where business_id = $1', [
      owner.businessId,
    ]);
    expect(JSON.stringify([kept.body, rows])).not.toContain('live_key');
    expect((await put({ mode: 'sandbox' })).body).toMatchObject({ mode: 'sandbox' });
    // The account is known: it is chosen again without its key.
    expect((await put({ mode: 'yookassa', shopId: '123456' })).body).toMatchObject({ mode: 'yookassa' });
  });
});

describe('a password', () => {
  it('that was forgotten is set anew by a letter, once, and other browsers are signed out', async () => {
    const nina = aBrowser();
    await nina.signsUp('forgot@example.org');
    await nina.opensShop();
    const fresh = aBrowser();
    const asked = await fresh.post('/api/auth/request-password-reset', { email: 'forgot@example.org' });
    expect(asked.status).toBe(200);
    const letter = (await fresh.get('/api/mailbox')).body.letters[0] as { to: string; text: string };
    expect(letter.to).toBe('forgot@example.org');
    const token = decodeURIComponent(/token=(\S+)/.exec(letter.text)![1]!);
    const next = { newPassword: 'another long password', token };
    expect((await fresh.post('/api/auth/reset-password', next)).status).toBe(200);
    expect((await fresh.post('/api/auth/reset-password', next)).status).toBe(400);
    expect((await nina.get('/api/me')).status).toBe(401);
    const signIn = (password: string) =>
      fresh.post('/api/auth/sign-in/email', { email: 'forgot@example.org', password });
    expect((await signIn(PASSWORD)).status).toBe(401);
    expect((await signIn('another long password')).status).toBe(200);
  });

  it('is asked about in the same words whether or not there is such a person', async () => {
    const fresh = aBrowser();
    const known = await fresh.post('/api/auth/request-password-reset', { email: 'nina@example.org' });
    const unknown = await fresh.post('/api/auth/request-password-reset', { email: 'nobody@example.org' });
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  });
});

describe('a second factor', () => {
  it('is asked for after the password, and a backup code works once in its place', async () => {
    const nina = aBrowser();
    await nina.signsUp('two@example.org');
    await nina.opensShop();
    const enabled = await nina.post('/api/auth/two-factor/enable', { password: PASSWORD });
    expect(enabled.status).toBe(200);
    const secret = new URL(enabled.body.totpURI as string).searchParams.get('secret')!;
    const code = () => generate({ secret });
    expect((await nina.post('/api/auth/two-factor/verify-totp', { code: await code() })).status).toBe(200);

    const elsewhere = aBrowser();
    const half = await elsewhere.post('/api/auth/sign-in/email', { email: 'two@example.org', password: PASSWORD });
    expect(half.body).toMatchObject({ twoFactorRedirect: true });
    expect((await elsewhere.get('/api/me')).status).toBe(401);
    expect((await elsewhere.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    expect((await elsewhere.post('/api/auth/two-factor/verify-totp', { code: await code() })).status).toBe(200);
    expect((await elsewhere.get('/api/me')).status).toBe(200);

    const [backup] = enabled.body.backupCodes as string[];
    const spare = aBrowser();
    await spare.post('/api/auth/sign-in/email', { email: 'two@example.org', password: PASSWORD });
    expect((await spare.post('/api/auth/two-factor/verify-backup-code', { code: backup })).status).toBe(200);
    const again = aBrowser();
    await again.post('/api/auth/sign-in/email', { email: 'two@example.org', password: PASSWORD });
    expect((await again.post('/api/auth/two-factor/verify-backup-code', { code: backup })).status).toBe(401);
  });

  it('sessions are listed, and all the others are signed out at once', async () => {
    const here = aBrowser();
    await here.signsUp('sessions@example.org');
    await here.opensShop();
    const there = aBrowser();
    await there.post('/api/auth/sign-in/email', { email: 'sessions@example.org', password: PASSWORD });
    expect((await here.get('/api/auth/list-sessions')).body).toHaveLength(2);
    await here.post('/api/auth/revoke-other-sessions');
    expect((await there.get('/api/me')).status).toBe(401);
    expect((await here.get('/api/me')).status).toBe(200);
  });
});
