import type { EffectFile } from './effect-file.ts';

/** Takes a tag off the contact; one that is not there says no event. */
export const removeTag: EffectFile<'remove_tag'> = async (tx, effect, context) => {
  const removed = await tx.sql(
    'delete from contact_tag where business_id = ? and contact_id = ? and tag = ? returning tag',
    [tx.businessId, context.contactId, effect.tag],
  );
  if (removed.length === 0) return { hadIt: false };
  tx.emit({
    type: 'contact.untagged',
    streamId: context.contactId,
    contactId: context.contactId,
    data: { tag: effect.tag },
  });
  tx.ring(`live:${tx.businessId}:contacts`);
  return { hadIt: true };
};
