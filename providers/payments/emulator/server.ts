import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cashierLanguage, cashierPage, noSuchPayment } from './cashier.ts';
import { createNotifier } from './notifications.ts';
import { Shop, ShopError, type Payment, type Refund } from './shop.ts';
import { specCheck } from './spec-check.ts';

export type PaymentEmulatorOptions = {
  /** 0 = any free port. */
  port: number;
  host?: string | undefined;
  statePath?: string | undefined;
  /** Where notifications go; none are sent without it. */
  notificationUrl?: string | undefined;
  shopId?: string | undefined;
  secretKey?: string | undefined;
  /** How long a link can be paid; an hour, as at YooKassa. */
  linkLifeMs?: number | undefined;
  notificationBackOffMs?: { first: number; most: number } | undefined;
};
export type PaymentFaults = {
  /** The next N requests are answered 500 and not executed. */
  failNext: number;
  slowMs: number;
  /** The next N POST requests are executed and their answer is dropped; true = all. */
  silentAfterSuccess: number | boolean;
  /** Every notification is sent three times. */
  duplicateNotifications: boolean;
  /** Notifications are delayed by up to 1.5 s, each by its own chance. */
  shuffleNotifications: boolean;
  dropNotifications: boolean;
};
export type PaymentEmulator = {
  url: string;
  shop: Shop;
  faults(change?: Partial<PaymentFaults>): PaymentFaults;
  notifyAt(url: string | undefined): void;
  close(): Promise<void>;
};
const noFaults: PaymentFaults = {
  failNext: 0,
  slowMs: 0,
  silentAfterSuccess: 0,
  duplicateNotifications: false,
  shuffleNotifications: false,
  dropNotifications: false,
};

export async function startPaymentEmulator(options: PaymentEmulatorOptions): Promise<PaymentEmulator> {
  const shopId = options.shopId ?? '100500';
  const authorization = `Basic ${Buffer.from(`${shopId}:${options.secretKey ?? 'test_sandbox_of_takt'}`).toString('base64')}`;
  const check = specCheck();
  let faults = { ...noFaults };
  let notificationUrl = options.notificationUrl;
  let url = '';
  const notifier = createNotifier(() => shop, {
    url: () => notificationUrl,
    faults: () => faults,
    backOffMs: options.notificationBackOffMs ?? { first: 300, most: 15_000 },
  });
  const shop = new Shop({
    statePath: options.statePath,
    shopId,
    linkLifeMs: options.linkLifeMs ?? 3600_000,
    cashierUrl: () => url,
    notify: notifier.send,
  });
  const sweeper = setInterval(() => shop.expireDue(), 500);

  /** One call of the API. Every request and every answer is checked against the specification. */
  async function api(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
  ): Promise<void> {
    const text = await readText(request);
    if (faults.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.slowMs));
    const operation = operationOf(request.method ?? 'GET', path);
    let status = 200;
    let body: unknown;
    try {
      if (request.headers.authorization !== authorization) {
        throw new ShopError(
          401,
          'invalid_credentials',
          'Error in shopId or secret key. Check their validity. You can reissue the key in the Merchant Profile',
          'Authorization',
        );
      }
      if (!operation) throw new ShopError(404, 'not_found', 'Unknown path');
      if (faults.failNext > 0) {
        faults = { ...faults, failNext: faults.failNext - 1 };
        throw new ShopError(500, 'internal_server_error', 'Emulator: failed on purpose');
      }
      body =
        request.method === 'POST' ? post(operation, request.headers['idempotence-key'], text) : read(operation, query);
    } catch (error) {
      if (!(error instanceof ShopError)) throw error;
      ({ status } = error);
      body = error.body();
    }
    const wrong = operation && status !== 500 ? check.answer(operation.name, status, body) : undefined;
    if (wrong) console.error(`payment emulator: its answer to ${operation!.name} breaks the specification: ${wrong}`);
    if (wrong)
      return sendJson(response, 500, {
        type: 'error',
        code: 'internal_server_error',
        description: `Emulator: answer breaks the specification: ${wrong}`,
      });
    if (status === 200 && request.method === 'POST' && takeSilence()) {
      response.destroy();
      return;
    }
    sendJson(response, status, body);
  }

  function takeSilence(): boolean {
    const { silentAfterSuccess } = faults;
    if (typeof silentAfterSuccess === 'number' && silentAfterSuccess > 0)
      faults = { ...faults, silentAfterSuccess: silentAfterSuccess - 1 };
    return silentAfterSuccess === true || (typeof silentAfterSuccess === 'number' && silentAfterSuccess > 0);
  }

  function post(operation: Operation, keyGiven: string | string[] | undefined, text: string): unknown {
    const key = String(keyGiven ?? '');
    if (!/^[\w+\-.]{1,64}$/.test(key))
      throw new ShopError(
        400,
        'invalid_request',
        'Idempotence key is missing or has forbidden characters',
        'Idempotence-Key',
      );
    const request = `${operation.name} ${operation.id} ${text}`;
    const before = shop.answered(key, request);
    if (before) return before.body;
    const body = parseObject(text);
    const wrong = check.request(operation.name, body);
    if (wrong)
      throw new ShopError(
        400,
        'invalid_request',
        `${wrong.parameter || 'body'} ${wrong.words}`,
        wrong.parameter || undefined,
      );
    const result = write(operation, body);
    shop.remember(key, request, 200, result);
    return result;
  }

  function write(operation: Operation, body: never): Payment | Refund {
    if (operation.name === 'POST /payments') return shop.create(body);
    if (operation.name === 'POST /refunds') return shop.refund(body);
    if (operation.name.endsWith('/capture')) return shop.capture(operation.id, body);
    return shop.cancel(operation.id);
  }

  function read(operation: Operation, query: URLSearchParams): unknown {
    if (operation.name === 'GET /me')
      return {
        account_id: shopId,
        status: 'enabled',
        test: true,
        fiscalization_enabled: true,
        payment_methods: ['bank_card', 'sbp'],
      };
    if (operation.name === 'GET /payments/{payment_id}') return shop.find(operation.id).payment;
    if (operation.name === 'GET /payments')
      return list(
        [...shop.payments.values()].map((one) => one.payment),
        query,
      );
    if (operation.name === 'GET /refunds') return list([...shop.refunds.values()], query);
    const refund = shop.refunds.get(operation.id);
    if (!refund) throw new ShopError(404, 'not_found', "Refund doesn't exist or access denied", 'refund_id');
    return refund;
  }

  async function cashier(
    request: IncomingMessage,
    response: ServerResponse,
    id: string,
    query: URLSearchParams,
  ): Promise<void> {
    const language = cashierLanguage(query.get('lang'), request.headers['accept-language']);
    const html = (status: number, text: string) => {
      response.writeHead(status, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
        'cache-control': 'no-store',
      });
      response.end(text);
    };
    if (!shop.payments.has(id)) return html(404, noSuchPayment(language));
    if (request.method === 'POST') {
      const deed = new URLSearchParams(await readText(request)).get('do');
      // A doubled press finds the payment decided; the page then shows how.
      if (shop.find(id).payment.status === 'pending') {
        if (deed === 'pay') shop.pay(id);
        if (deed === 'decline') shop.decline(id);
      }
      response.writeHead(303, { location: `/pay/${id}?lang=${language}` }).end();
      return;
    }
    html(200, cashierPage(shop.find(id), language));
  }

  async function control(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const deed = /^\/emulator\/payments\/([\w-]+)\/(pay|decline|expire)$/.exec(path);
    if (deed && request.method === 'POST')
      return sendJson(response, 200, shop[deed[2] as 'pay' | 'decline' | 'expire'](deed[1]!));
    if (path === '/emulator/payments')
      return sendJson(
        response,
        200,
        [...shop.payments.values()].map((one) => ({
          ...one.payment,
          link_until: new Date(one.linkUntil).toISOString(),
          receipt: one.receipt,
        })),
      );
    if (path === '/emulator/refunds') return sendJson(response, 200, [...shop.refunds.values()]);
    if (path === '/emulator/health') return sendJson(response, 200, { ok: true });
    if (path === '/emulator/faults' && request.method === 'PUT') {
      const change = parseObject(await readText(request)) as Partial<PaymentFaults>;
      const unknown = Object.entries(change).find(
        ([name, value]) => !(name in noFaults) || !['number', 'boolean'].includes(typeof value),
      );
      if (unknown) throw new ShopError(400, 'invalid_request', `Unknown fault or bad value: ${unknown[0]}`);
      faults = { ...faults, ...change };
    }
    if (path === '/emulator/faults') return sendJson(response, 200, faults);
    throw new ShopError(404, 'not_found', `The emulator has no ${request.method} ${path}`);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://emulator');
    if (pathname.startsWith('/v3/')) return api(request, response, pathname.slice(3), searchParams);
    if (pathname.startsWith('/pay/')) return cashier(request, response, pathname.slice(5), searchParams);
    return control(request, response, pathname);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (error instanceof ShopError) return sendJson(response, error.status, error.body());
      console.error('payment emulator:', error);
      sendJson(response, 500, {
        type: 'error',
        code: 'internal_server_error',
        description: 'Internal error of the emulator',
      });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host ?? '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  notifier.resume();

  return {
    url,
    shop,
    faults: (change) => (faults = { ...faults, ...change }),
    notifyAt: (to) => (notificationUrl = to),
    async close() {
      clearInterval(sweeper);
      notifier.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      shop.close();
    },
  };
}

type Operation = { name: string; id: string };
function operationOf(method: string, path: string): Operation | undefined {
  const parts = /^\/(payments|refunds|me)(?:\/([\w-]+))?(?:\/(capture|cancel))?\/?$/.exec(path);
  if (!parts) return undefined;
  const [, what, id = '', deed] = parts;
  const place = `/${what}${id ? (what === 'payments' ? '/{payment_id}' : '/{refund_id}') : ''}${deed ? `/${deed}` : ''}`;
  const known = [
    'POST /payments',
    'GET /payments',
    'GET /payments/{payment_id}',
    'POST /payments/{payment_id}/capture',
    'POST /payments/{payment_id}/cancel',
    'POST /refunds',
    'GET /refunds',
    'GET /refunds/{refund_id}',
    'GET /me',
  ];
  return known.includes(`${method} ${place}`) ? { name: `${method} ${place}`, id } : undefined;
}

function list<Item extends { created_at: string; status: string }>(items: Item[], query: URLSearchParams): unknown {
  const limit = Number(query.get('limit') ?? 10);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new ShopError(400, 'invalid_request', 'limit must be 1 to 100', 'limit');
  const compare: Record<string, (a: number, b: number) => boolean> = {
    gte: (a, b) => a >= b,
    gt: (a, b) => a > b,
    lte: (a, b) => a <= b,
    lt: (a, b) => a < b,
  };
  const wanted = items.filter((item) =>
    [...query].every(([name, value]) => {
      if (name === 'limit' || name === 'cursor') return true;
      if (name === 'status' || name === 'payment_id') return String((item as Record<string, unknown>)[name]) === value;
      const [field, how] = name.split('.') as [string, string?];
      const compared = how && compare[how];
      if (!compared || !['created_at', 'captured_at'].includes(field))
        throw new ShopError(400, 'invalid_request', 'Unknown filter', name);
      const moment = (item as Record<string, unknown>)[field];
      return typeof moment === 'string' && compared(Date.parse(moment), Date.parse(value));
    }),
  );
  const newestFirst = wanted.reverse();
  const from = Number(query.get('cursor') ?? 0);
  const next = from + limit < newestFirst.length ? { next_cursor: String(from + limit) } : {};
  return { type: 'list', items: newestFirst.slice(from, from + limit), ...next };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function parseObject(text: string): never {
  try {
    const value = JSON.parse(text || '{}') as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as never;
  } catch {
    // Refused below, like any other body that is no object.
  }
  throw new ShopError(400, 'invalid_request', 'Request body is not a JSON object');
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
