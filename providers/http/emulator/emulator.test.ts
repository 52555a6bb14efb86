import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { guardedHttp } from '../guarded-http.ts';
import { startHttpEmulator, type HttpEmulator } from './server.ts';

let emulator: HttpEmulator;
beforeEach(async () => {
  emulator = await startHttpEmulator({ port: 0 });
});
afterEach(() => emulator.close());

async function ask(path: string, idempotencyKey?: string, body?: string) {
  const answer = await guardedHttp({ allowHosts: [emulator.host] }).call({
    method: body === undefined ? 'GET' : 'POST',
    url: `${emulator.url}${path}`,
    headers: idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {},
    body,
    timeoutMs: 5000,
  });
  return { status: answer.status, text: answer.body };
}

describe('the invented partner', () => {
  it('books a delivery once, however often the same key asks', async () => {
    expect(await ask('/deliveries', 'a', '{"to":"x"}')).toEqual({ status: 201, text: '{"number":1,"replayed":false}' });
    expect(await ask('/deliveries', 'a', '{"to":"x"}')).toEqual({ status: 200, text: '{"number":1,"replayed":true}' });
    expect(await ask('/deliveries', 'b', '{"to":"x"}')).toEqual({ status: 201, text: '{"number":2,"replayed":false}' });
    expect(JSON.parse((await ask('/deliveries')).text)).toMatchObject({ items: [{ number: 1 }, { number: 2 }] });
  });

  it('refuses a delivery without a key, and a key that returns with another body', async () => {
    expect((await ask('/deliveries', undefined, '{}')).status).toBe(400);
    await ask('/deliveries', 'a', '{"to":"x"}');
    expect((await ask('/deliveries', 'a', '{"to":"y"}')).status).toBe(409);
  });

  it('remembers every request with its key', async () => {
    await ask('/deliveries?from=shop', 'a', '{}');
    expect(emulator.requests()).toMatchObject([
      { method: 'POST', path: '/deliveries?from=shop', idempotencyKey: 'a', body: '{}' },
    ]);
  });

  it('is out of order as often as asked, each name by itself', async () => {
    const statuses: number[] = [];
    for (const name of ['a', 'a', 'b', 'a', 'b', 'b']) statuses.push((await ask(`/fail?times=2&name=${name}`)).status);
    expect(statuses).toEqual([500, 500, 500, 200, 500, 200]);
  });

  it('can say wrong JSON, and does not know every address', async () => {
    const { text } = await ask('/wrong-json');
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect((await ask('/nowhere')).status).toBe(404);
    expect((await ask('/constructor')).status).toBe(404);
  });
});
