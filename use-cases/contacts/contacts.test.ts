import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tx } from '#persistence/with-business.ts';
import { aBusiness, testDatabase, type TestDatabase } from '#test/support/database.ts';
import { readDialogue } from '#use-cases/dialogues/read-dialogue.ts';
import { saveDialogue } from '#use-cases/dialogues/save-dialogue.ts';
import { changeContact } from './change-contact.ts';
import { ensureContact } from './ensure-contact.ts';
import { normalisePhone, readablePhone } from '#domain/contacts/phone.ts';
import { startContact } from './start-contact.ts';
import { stopContact } from './stop-contact.ts';

let database: TestDatabase;
let businessId: string;
let botId: string;

beforeAll(async () => {
  database = await testDatabase();
  ({ businessId, botId } = await aBusiness(database));
});
afterAll(() => database.drop());

const inShop = <T>(work: (tx: Tx) => Promise<T>) =>
  database.withBusiness(businessId, { kind: 'system', name: 'test' }, work);
const user = (id: number) => ({ botId, telegramUser: { id, first_name: 'Анна', last_name: 'К', language_code: 'ru' } });

describe('a contact', () => {
  it('is made once, however many updates come at once', async () => {
    const contacts = await Promise.all(Array.from({ length: 8 }, () => inShop((tx) => ensureContact(tx, user(1)))));
    expect(new Set(contacts.map((contact) => contact.id)).size).toBe(1);
    const { rows } = await database.owner.query('select count(*)::int as n from contact where business_id = $1', [
      businessId,
    ]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('keeps the first payload, and every start is an event that says whether it was the first', async () => {
    const contact = await inShop((tx) => ensureContact(tx, user(2)));
    for (const payload of ['ad1', 'ad2']) await inShop((tx) => startContact(tx, { contactId: contact.id, payload }));
    const { rows } = await database.owner.query(
      `select c.source_payload, e.data from contact c join event e on e.contact_id = c.id where c.id = $1 order by e.stream_seq`,
      [contact.id],
    );
    expect(rows).toEqual([
      { source_payload: 'ad1', data: { payload: 'ad1', first: true } },
      { source_payload: 'ad1', data: { payload: 'ad2', first: false } },
    ]);
  });

  it('leaves a line of history for every field that changed, and none for one that stayed', async () => {
    const contact = await inShop((tx) => ensureContact(tx, user(3)));
    await inShop(async (tx) => {
      await changeContact(tx, {
        contactId: contact.id,
        changes: { phone: '8 (912) 345-67-89', language: 'ru' },
        cause: 'order',
      });
      await stopContact(tx, { contactId: contact.id });
      await stopContact(tx, { contactId: contact.id });
    });
    const { rows } = await database.owner.query(
      `select field, old_value, new_value, cause from contact_change where contact_id = $1 and cause <> 'telegram' order by id`,
      [contact.id],
    );
    expect(rows).toEqual([
      { field: 'phone', old_value: null, new_value: '+79123456789', cause: 'order' },
      { field: 'stoppedAt', old_value: null, new_value: expect.any(String), cause: 'stop' },
    ]);
  });

  it('has a dialogue that begins afresh when its row is not understood', async () => {
    const contact = await inShop((tx) => ensureContact(tx, user(4)));
    expect(await inShop((tx) => readDialogue(tx, { botId, chatId: 4 }))).toEqual({ kind: 'idle', noticedAt: null });
    await inShop((tx) =>
      saveDialogue(tx, {
        botId,
        chatId: 4,
        contactId: contact.id,
        state: { kind: 'language', payload: null, first: true, noticedAt: null },
      }),
    );
    expect(await inShop((tx) => readDialogue(tx, { botId, chatId: 4 }))).toMatchObject({ kind: 'language' });
    await database.owner.query(`update dialogue set state = '{"kind":"of yesterday"}' where chat_id = 4`);
    expect(await inShop((tx) => readDialogue(tx, { botId, chatId: 4 }))).toEqual({ kind: 'idle', noticedAt: null });
  });
});

describe('a phone number', () => {
  it.each([
    ['+7 912 345-67-89', '+79123456789'],
    ['8 (912) 345 67 89', '+79123456789'],
    ['79123456789', '+79123456789'],
    ['9123456789', '+79123456789'],
    ['+7\u00a0912\u00a0345-67-89', '+79123456789'],
    ['+447700900123', '+447700900123'],
    ['+7 912', undefined],
    ['447700900123', undefined],
    ['позвоните', undefined],
    ['+1234567890123456', undefined],
    ['', undefined],
  ])('%s is %s', (typed, phone) => {
    expect(normalisePhone(typed)).toBe(phone);
  });

  it('is read back from how it is shown', () => {
    expect(normalisePhone(readablePhone('+79123456789'))).toBe('+79123456789');
  });
});
