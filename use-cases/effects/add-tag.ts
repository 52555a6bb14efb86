import type { EffectFile } from './effect-file.ts';

/** Tags the contact; a tag that is there stays, and says no event. */
export const addTag: EffectFile<'add_tag'> = async (tx, effect, context) => {
  const added = await tx.sql(
    `insert into contact_tag (business_id, contact_id, tag, added_at) values (?, ?, ?, ?)
     on conflict do nothing returning tag`,
    [tx.businessId, context.contactId, effect.tag, tx.now],
  );
  if (added.length === 0) return { hadIt: true };
  tx.emit({
    type: 'contact.tagged',
    streamId: context.contactId,
    contactId: context.contactId,
    data: { tag: effect.tag },
  });
  tx.ring(`live:${tx.businessId}:contacts`);
  return { hadIt: false };
};
