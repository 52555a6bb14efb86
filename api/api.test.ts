import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { newId } from '#platform/ids.ts';
import { openTestDoor, type TestDoor } from '#test/support/api-door.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, type Shop } from '#test/support/shop.ts';

type Role = 'owner' | 'manager' | 'master';

let database: TestDatabase;
let door: TestDoor;
let shop: Shop;
let other: Shop;
const cookies = {} as Record<Role | 'stranger', string>;

beforeAll(async () => {
  database = await testDatabase();
  door = await openTestDoor(database);
  shop = await aShop(database);
  other = await aShop(database);
  for (const role of ['owner', 'manager', 'master'] as const) await door.hire(shop.businessId, role);
  await door.signUp('stranger');
  for (const who of ['owner', 'manager', 'master', 'stranger'] as const) cookies[who] = await door.signIn(who);
});
afterAll(async () => {
  await door.close();
  await database.drop();
});

const asPage = (
  method: 'get' | 'post' | 'patch' | 'put',
  path: string,
  who?: keyof typeof cookies,
  language: 'ru' | 'en' = 'en',
) => door.ask(method, path, who && cookies[who], language);

async function anOrder(of: Shop = shop) {
  return of.orders(await of.client(), 1);
}

describe('who comes in', () => {
  it('is nobody who is not signed in', async () => {
    const answer = await asPage('get', '/api/orders');
    expect(answer.status).toBe(401);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ code: 'not_signed_in', status: 401, detail: 'Sign in to go on.' });
  });

  it('is nobody with a wrong password', async () => {
    expect(
      (
        await asPage('post', '/api/auth/sign-in/email').send({
          email: 'owner@example.org',
          password: 'wrong wrong wrong',
        })
      ).status,
    ).toBe(401);
  });

  it('is nobody without a business', async () => {
    expect((await asPage('get', '/api/me', 'stranger')).body).toMatchObject({ status: 403, code: 'no_membership' });
  });

  it('sees who they are, and only the owner is shown the way to the workflow histories', async () => {
    const owner = await asPage('get', '/api/me', 'owner');
    expect(owner.body).toMatchObject({
      role: 'owner',
      business: { name: 'Test shop' },
      temporalUi: 'http://localhost:8233/namespaces/default/workflows',
    });
    expect((await asPage('get', '/api/me', 'manager')).body).toMatchObject({ role: 'manager', temporalUi: null });
  });

  it('is refused when the request comes from a page of another site, or as a plain form', async () => {
    const order = await anOrder();
    const path = `/api/orders/${order.orderId}/mark-paid`;
    const foreign = await asPage('post', path, 'owner').set('origin', 'https://evil.example').send({});
    expect(foreign.body).toMatchObject({ status: 403, code: 'other_origin' });
    const form = await asPage('post', path, 'owner')
      .set('content-type', 'application/x-www-form-urlencoded')
      .send('a=b');
    expect(form.body).toMatchObject({ status: 415, code: 'content_type' });
    expect(await shop.order(order.orderId)).toMatchObject({ state: 'new' });
  });
});

describe('what a role may', () => {
  it('lets a master look, and nothing else', async () => {
    const order = await anOrder();
    expect((await asPage('get', `/api/orders/${order.orderId}`, 'master')).body).toMatchObject({ actions: [] });
    const answer = await asPage('post', `/api/orders/${order.orderId}/cancel`, 'master').send({ reason: 'x' });
    expect(answer.body).toMatchObject({
      status: 403,
      code: 'forbidden',
      detail: 'This needs another role. Ask the owner.',
    });
  });

  it('keeps the settings for the owner', async () => {
    expect((await asPage('patch', '/api/settings', 'manager').send({ courierFeeMinor: 100 })).status).toBe(403);
    const answer = await asPage('patch', '/api/settings', 'owner').send({ paymentDeadlineSeconds: 60 });
    expect(answer.body).toMatchObject({ settings: { paymentDeadlineSeconds: 60, courierFeeMinor: 30000 } });
  });
});

describe('another business', () => {
  it('is not there: neither its orders nor its clients nor its photos', async () => {
    const foreign = await anOrder(other);
    const contact = await other.client();
    for (const path of [
      `/api/orders/${foreign.orderId}`,
      `/api/contacts/${contact}`,
      `/api/contacts/${contact}/messages`,
      `/api/photos/${newId()}`,
    ]) {
      expect((await asPage('get', path, 'owner')).status).toBe(404);
    }
    expect((await asPage('post', `/api/orders/${foreign.orderId}/cancel`, 'owner').send({ reason: 'x' })).status).toBe(
      404,
    );
    expect((await asPage('post', `/api/contacts/${contact}/messages`, 'owner').send({ text: 'hello' })).status).toBe(
      404,
    );
    expect(
      (await asPage('patch', `/api/products/${other.productId}`, 'owner').send({ revision: 1, hidden: true })).status,
    ).toBe(404);
    expect(
      (await asPage('post', `/api/variants/${other.variantId}/adjust`, 'owner').send({ delta: 1, reason: 'x' })).status,
    ).toBe(404);
    expect(await other.order(foreign.orderId)).toMatchObject({ state: 'new' });
    const list = await asPage('get', '/api/orders', 'owner');
    expect(list.body.orders.map((order: { id: string }) => order.id)).not.toContain(foreign.orderId);
  });
});

describe('bad input', () => {
  it.each([
    ['an unknown field', { reason: 'x', force: true }, 'unknown_field', 'force'],
    ['a missing field', {}, 'invalid_field', 'reason'],
    ['an empty reason', { reason: '  ' }, 'invalid_field', 'reason'],
    ['a number as text', { reason: 'x', revision: 'one' }, 'invalid_field', 'revision'],
  ])('names the path of %s', async (_what, body, code, path) => {
    const answer = await asPage('post', `/api/orders/${newId()}/cancel`, 'owner').send(body);
    expect(answer.body).toMatchObject({ status: 400, code, path });
    expect(answer.body.detail).toContain(path);
  });

  it('refuses unknown questions, ids that are none, broken JSON and addresses that are not there', async () => {
    expect((await asPage('get', '/api/orders?nope=1', 'owner')).body).toMatchObject({
      status: 400,
      code: 'unknown_field',
      path: 'nope',
    });
    expect((await asPage('get', '/api/orders/12', 'owner')).body).toMatchObject({ status: 400, path: 'id' });
    expect((await asPage('patch', '/api/settings', 'owner').send('{"a":')).body).toMatchObject({
      status: 400,
      code: 'body_unreadable',
    });
    expect((await asPage('get', '/api/nothing', 'owner')).body).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('answers in the language of the reader', async () => {
    expect((await asPage('get', '/api/orders', undefined, 'ru')).body).toMatchObject({
      title: 'Нужен вход',
      detail: 'Войдите, чтобы продолжить.',
    });
  });
});

describe('an order in the app', () => {
  it('is listed, found by number, name and phone, and counted by its state', async () => {
    const order = await anOrder();
    for (const search of [String(order.number), 'anna', '+7 999 000']) {
      const answer = await asPage('get', `/api/orders?view=awaiting&search=${encodeURIComponent(search)}`, 'manager');
      expect(answer.body.orders.map((one: { id: string }) => one.id)).toContain(order.orderId);
      expect(answer.body.counts.awaiting).toBeGreaterThan(0);
    }
  });

  it('is listed page by page, each order once', async () => {
    for (let count = 0; count < 3; count += 1) await anOrder();
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { orders: { id: string }[]; nextCursor: string | null } } = await asPage(
        'get',
        `/api/orders?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
        'owner',
      );
      seen.push(...page.body.orders.map((order) => order.id));
      cursor = page.body.nextCursor;
    }
    const { rows } = await database.owner.query('select count(*)::int as n from "order" where business_id = $1', [
      shop.businessId,
    ]);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(rows[0].n);
  });

  it('says what each step does besides, and goes its way forward and back', async () => {
    const order = await anOrder();
    const at = `/api/orders/${order.orderId}`;
    const card = await asPage('get', at, 'manager');
    expect(card.body).toMatchObject({
      badge: 'awaiting_payment',
      actions: [
        { to: 'paid', byHand: true },
        { to: 'cancelled', effects: ['release_stock', 'tell_client'] },
      ],
    });
    const paid = await asPage('post', `${at}/mark-paid`, 'manager').send({ revision: card.body.revision });
    expect(paid.body).toMatchObject({ badge: 'paid' });
    const packing = await asPage('post', `${at}/move`, 'manager').send({
      to: 'processing',
      revision: paid.body.revision,
    });
    expect(packing.body).toMatchObject({
      badge: 'packing',
      story: expect.arrayContaining([expect.objectContaining({ code: 'order.moved', by: 'manager' })]),
    });
    const stale = await asPage('post', `${at}/move`, 'manager').send({ to: 'shipped', revision: paid.body.revision });
    expect(stale.body).toMatchObject({ status: 409, code: 'order_changed' });
    expect(
      (await asPage('post', `${at}/move`, 'manager').send({ to: 'paid', revision: packing.body.revision })).body,
    ).toMatchObject({ badge: 'paid' });
    expect((await asPage('post', `${at}/cancel`, 'manager').send({ reason: 'damaged' })).body).toMatchObject({
      badge: 'refund_due',
      cancelReason: 'damaged',
    });
  });
});

describe('clients and products in the app', () => {
  it('answers a client once, however often the button is pressed', async () => {
    const contact = await shop.client();
    const requestId = newId();
    for (let press = 0; press < 2; press += 1) {
      expect(
        (await asPage('post', `/api/contacts/${contact}/messages`, 'manager').send({ text: 'Hello', requestId }))
          .status,
      ).toBe(200);
    }
    const talk = await asPage('get', `/api/contacts/${contact}/messages`, 'manager');
    expect(talk.body.items).toMatchObject([{ from: 'us', text: 'Hello', state: 'queued' }]);
  });

  it('shows of a conversation what matters, and the screens of the bot when asked, page by page', async () => {
    const contact = await shop.client();
    const { orderId } = await shop.orders(contact, 1);
    const say = (text: string, messageClass: string, seconds: number, order: string | null = null) =>
      database.owner.query(
        `insert into message (id, business_id, bot_id, chat_id, contact_id, order_id, class, priority, business_key, method, payload, body, state, not_before, created_at)
         values ($1::uuid, $2, $3, 1, $4, $5, $6, 1, $1::text, 'sendMessage', '{}', $7, 'sent', now(), now() + make_interval(secs => $8))`,
        [newId(), shop.businessId, shop.botId, contact, order, messageClass, text, seconds],
      );
    const screens = ['the menu', 'the basket', 'the address'];
    for (const [index, text] of screens.entries()) await say(text, 'screen', index);
    await say('the payment link', 'screen', 10, orderId);
    for (const [index, kind] of ['receipt', 'service', 'marketing', 'reply'].entries())
      await say(kind, kind, 20 + index);
    await database.owner.query(
      `insert into incoming_message (id, business_id, bot_id, contact_id, update_id, body, created_at) values ($1, $2, $3, $4, 901, 'a question', now() + interval '5 seconds')`,
      [newId(), shop.businessId, shop.botId, contact],
    );
    const read = async (query: string) => {
      const texts: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { body: { items: { text: string }[]; nextCursor: string | null } } = await asPage(
          'get',
          `/api/contacts/${contact}/messages?limit=2${query}${cursor ? `&cursor=${cursor}` : ''}`,
          'manager',
        );
        expect(page.body.items.length).toBeGreaterThan(0);
        texts.push(...page.body.items.map((item) => item.text));
        cursor = page.body.nextCursor;
      }
      return texts;
    };
    const matters = ['reply', 'marketing', 'service', 'receipt', 'the payment link', 'a question'];
    expect(await read('')).toEqual(matters);
    expect(await read('&screens=true')).toEqual([...matters, ...screens.toReversed()]);
  });

  it('saves a product under its revision, and takes only pictures as photos', async () => {
    const at = `/api/products/${shop.productId}`;
    expect(
      (await asPage('patch', at, 'manager').send({ revision: 1, name: { ru: 'Мыло 2', en: 'Soap 2' } })).body,
    ).toEqual({ revision: 2 });
    expect((await asPage('patch', at, 'manager').send({ revision: 1, hidden: true })).body).toMatchObject({
      status: 409,
      code: 'product_changed',
    });
    const png = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
    const stored = await asPage('put', `${at}/photo`, 'manager').set('content-type', 'image/png').send(png);
    expect(stored.status).toBe(200);
    const shown = await asPage('get', `/api/photos/${stored.body.photoId}`, 'manager');
    expect(shown.type).toBe('image/png');
    expect(
      (
        await asPage('get', `/api/photos/${stored.body.photoId}`, 'manager').set(
          'if-none-match',
          shown.headers['etag'] as string,
        )
      ).status,
    ).toBe(304);
    expect(
      (await asPage('put', `${at}/photo`, 'manager').set('content-type', 'image/png').send(Buffer.from('<svg/>'))).body,
    ).toMatchObject({ status: 422, code: 'photo_invalid' });
  });

  it('writes a correction of stock with its reason into the ledger', async () => {
    expect(
      (await asPage('post', `/api/variants/${shop.variantId}/adjust`, 'manager').send({ delta: 5, reason: 'delivery' }))
        .status,
    ).toBe(200);
    const ledger = await asPage('get', `/api/products/${shop.productId}/ledger`, 'manager');
    expect(ledger.body.entries[0]).toMatchObject({
      kind: 'adjust',
      onHandChange: 5,
      reason: 'delivery',
      by: 'manager',
    });
  });
});

describe('doors for machines', () => {
  it('answers the payment provider 200, whatever it sends, and takes hints about known attempts', async () => {
    const order = await anOrder();
    const post = (body: object) => supertest(door.app).post('/api/webhooks/yookassa').send(body);
    expect((await post({ nonsense: true })).body).toEqual({ taken: false });
    expect(
      (await post({ event: 'payment.succeeded', object: { id: 'p', metadata: { attemptId: newId() } } })).body,
    ).toEqual({ taken: false });
    expect(
      (await post({ event: 'payment.succeeded', object: { id: 'p', metadata: { attemptId: order.attemptId } } })).body,
    ).toEqual({ taken: true });
    expect(await shop.order(order.orderId)).toMatchObject({ state: 'new' });
  });

  it('stores an update of Telegram once, and only with the secret', async () => {
    const update = { update_id: 77, message: { message_id: 1, chat: { id: 5 }, text: 'hi' } };
    const post = (secret: string) =>
      supertest(door.app).post(`/tg/${shop.botId}`).set('x-telegram-bot-api-secret-token', secret).send(update);
    expect((await post('wrong')).status).toBe(404);
    for (let time = 0; time < 3; time += 1) expect((await post('secret')).status).toBe(200);
    const { rows } = await database.owner.query('select update_id from update where bot_id = $1', [shop.botId]);
    expect(rows).toHaveLength(1);
  });

  it('shows its own description and its health to everybody', async () => {
    const document = await supertest(door.app).get('/api/openapi.json');
    expect(
      document.body.paths['/api/orders/{id}/move'].post.requestBody.content['application/json'].schema,
    ).toMatchObject({ additionalProperties: false });
    const health = await supertest(door.app).get('/api/health');
    expect(health.body).toMatchObject({ postgres: { ok: true } });
    expect(health.headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('refuses one who knocks too often', async () => {
    const strict = await openTestDoor(database, { options: { rateLimits: true } });
    const tries = [];
    for (let count = 0; count < 22; count += 1) {
      tries.push(
        await strict
          .ask('post', '/api/auth/sign-in/email')
          .send({ email: 'owner@example.org', password: 'wrong wrong wrong' }),
      );
    }
    expect(tries[0]?.status).toBe(401);
    expect(tries.at(-1)?.body).toMatchObject({ status: 429, code: 'too_many_requests' });
    await strict.close();
  });
});

describe('live updates', () => {
  it('tell a page of the business what changed, and no other page', async () => {
    const { createServer } = await import('node:http');
    const server = createServer(door.app).listen(0);
    const { port } = server.address() as { port: number };
    const abort = new AbortController();
    const response = await fetch(`http://127.0.0.1:${port}/api/live`, {
      headers: { cookie: cookies.owner },
      signal: abort.signal,
    });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let heard = '';
    const listen = async (until: string) => {
      while (!heard.includes(until)) heard += new TextDecoder().decode((await reader.read()).value);
    };
    await listen('event: hello');
    await anOrder(other);
    database.bell.ring(`live:${other.businessId}:runs`);
    await anOrder();
    await listen('event: orders');
    expect(heard).not.toContain('event: runs');
    abort.abort();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  it('end when the members change, so that who was taken out hears no more, and the API goes on', async () => {
    const { createServer } = await import('node:http');
    const server = createServer(door.app).listen(0);
    const { port } = server.address() as { port: number };
    const listens = async () =>
      (await fetch(`http://127.0.0.1:${port}/api/live`, { headers: { cookie: cookies.owner } })).text();
    const pages = [listens(), listens()];
    let over = false;
    void Promise.all(pages).then(() => (over = true));
    // A page may come a moment after a ring; both rings at once is what ended the process before.
    while (!over) {
      database.bell.ring(`live:${shop.businessId}:members`);
      database.bell.ring(`live:${shop.businessId}:orders`);
      await new Promise((done) => setTimeout(done, 20));
    }
    for (const heard of await Promise.all(pages)) expect(heard).toContain('event: members');
    expect((await fetch(`http://127.0.0.1:${port}/api/me`, { headers: { cookie: cookies.owner } })).status).toBe(200);
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
});
