import type { Contact } from '#persistence/entities/business.ts';
import type { Tx } from '#persistence/with-business.ts';
import { lockContact, writeContactFields } from './contact-fields.ts';

/** A contact pressed start. The first deep-link payload is kept for good; every one is in the event. */
export async function startContact(
  tx: Tx,
  input: { contactId: string; payload: string | null },
): Promise<{ contact: Contact; first: boolean }> {
  const contact = await lockContact(tx, input.contactId);
  const [before] = await tx.sql(
    `select 1 from event where business_id = ? and stream_id = ? and type = 'contact.started' order by stream_seq limit 1`,
    [tx.businessId, contact.id],
  );
  const payload = input.payload === null ? null : input.payload.slice(0, 64);
  if (payload !== null && contact.sourcePayload === null) {
    await writeContactFields(tx, contact, { sourcePayload: payload }, 'start');
  }
  const first = before === undefined;
  tx.emit({ type: 'contact.started', streamId: contact.id, contactId: contact.id, data: { payload, first } });
  return { contact, first };
}
