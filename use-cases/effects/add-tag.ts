import { rowStatement } from '#persistence/row-statement.ts';
import type { EffectFile } from './effect-file.ts';

/** Tags the contact; a tag that is there stays, and says no event. */
export const addTag: EffectFile<'add_tag'> = async (tx, effect, context) => {
  const added = await tx.ask(tagContact, {
    business_id: tx.businessId,
    contact_id: context.contactId,
    tag: effect.tag,
    at: tx.now,
  });
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

const tagContact = rowStatement<{ business_id: string; contact_id: string; tag: string; at: Date }, unknown>(
  { business_id: 'uuid', contact_id: 'uuid', tag: 'text', at: 'timestamptz' },
  (given) => `
    with wanted as (select * from ${given}),
    tagged as (
      insert into contact_tag (business_id, contact_id, tag, added_at)
      select business_id, contact_id, tag, at from wanted order by contact_id
      on conflict do nothing returning contact_id, tag)
    select wanted.n from tagged join wanted using (contact_id, tag)`,
);
