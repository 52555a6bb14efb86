import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#platform/ids.ts';
import { testDatabase, type TestDatabase } from '#test/support/database.ts';
import { aShop, type Shop } from '#test/support/shop.ts';
import { sendMessage } from './send-message.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function written(shop: Shop, effect: { text: string; format?: 'html' }) {
  const contactId = await shop.client();
  await shop.within((tx) =>
    sendMessage(
      tx,
      { kind: 'send_message', buttons: [], class: 'service', ...effect },
      {
        runId: newId(),
        automationId: newId(),
        nodeId: 'say',
        key: 'say:1:0',
        contactId,
        versionId: newId(),
        subjectId: null,
      },
    ),
  );
  const { rows } = await database.owner.query('select payload, body from message where contact_id = $1', [contactId]);
  return { sent: rows[0].payload.text, read: rows[0].body };
}

describe('a message of an automation', () => {
  it('goes out formatted, and is kept as a person reads it', async () => {
    expect(await written(await aShop(database), { text: '<b>Anna</b> &amp; co', format: 'html' })).toEqual({
      sent: '<b>Anna</b> &amp; co',
      read: 'Anna & co',
    });
  });

  it('that knows no formatting says each sign of it', async () => {
    expect(await written(await aShop(database), { text: '<b>Anna</b> & co' })).toEqual({
      sent: '&lt;b&gt;Anna&lt;/b&gt; &amp; co',
      read: '<b>Anna</b> & co',
    });
  });
});
