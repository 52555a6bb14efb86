import { newId } from '#platform/ids.ts';
import type { EffectFile } from './effect-file.ts';

const MOST_FIELDS = 100;
/** Columns that an automation may write; what is not here is a field of the owner's own. */
const columns: Readonly<Record<string, { column: string; cast: string }>> = {
  name: { column: 'name', cast: 'text' },
  language: { column: 'language', cast: 'text' },
  phone: { column: 'phone', cast: 'text' },
  email: { column: 'email', cast: 'text' },
  note: { column: 'note', cast: 'text' },
  timeZone: { column: 'time_zone', cast: 'text' },
  birthday: { column: 'birthday', cast: 'date' },
  consent: { column: 'marketing_consent', cast: 'boolean' },
};

/**
 * Writes a field of the contact with its old value into the history, in one statement; the same value again changes
 * nothing and says no event. The contact is locked by the move.
 */
export const changeContact: EffectFile<'change_contact'> = async (tx, effect, context) => {
  const known = columns[effect.field];
  const own = effect.field.startsWith('fields.') ? effect.field.slice(7) : undefined;
  if (!known && own === undefined) return { notChanged: 'field_unknown' };
  const value = effect.value === null ? null : JSON.stringify(effect.value);
  const [changed] = await tx.sql<{ id: string }>(
    known ? setColumn(known) : setOwn,
    known
      ? [
          value,
          tx.businessId,
          context.contactId,
          newId(),
          effect.field === 'consent' ? 'marketingConsent' : effect.field,
          cause(context.runId),
          tx.now,
        ]
      : [
          value,
          own,
          tx.businessId,
          context.contactId,
          own,
          MOST_FIELDS,
          newId(),
          effect.field,
          cause(context.runId),
          tx.now,
        ],
  );
  if (!changed) return { changed: false };
  tx.emit({
    type: 'contact.changed',
    streamId: context.contactId,
    contactId: context.contactId,
    data: { field: effect.field, value: String(effect.value ?? '') },
  });
  tx.ring(`live:${tx.businessId}:contacts`);
  return { changed: true };
};

const cause = (runId: string): string => `run:${runId}`;

const history = `
  insert into contact_change (id, business_id, contact_id, field, old_value, new_value, cause, changed_at)
  select ?, business_id, id, ?, old_value, new_value, ?, ? from changed returning contact_id as id`;

const setColumn = ({ column, cast: type }: { column: string; cast: string }): string => `
  with wanted as (select c.id, c.business_id, to_jsonb(c.${column}) as old_value, ?::jsonb as new_value from contact c
    where c.business_id = ? and c.id = ?),
  changed as (update contact c set ${column} = (w.new_value #>> '{}')::${type}, revision = c.revision + 1 from wanted w
    where c.business_id = w.business_id and c.id = w.id and c.${column} is distinct from (w.new_value #>> '{}')::${type}
    returning c.id, c.business_id, w.old_value, w.new_value) ${history}`;

/** A field more is refused once there are as many as anybody can look at. */
const setOwn = `
  with wanted as (select c.id, c.business_id, c.fields, ?::jsonb as new_value, c.fields -> ?::text as old_value from contact c
    where c.business_id = ? and c.id = ?),
  changed as (update contact c
    set fields = case when w.new_value is null then w.fields - k.name else w.fields || jsonb_build_object(k.name, w.new_value) end,
      revision = c.revision + 1
    from wanted w, (select ?::text as name) k
    where c.business_id = w.business_id and c.id = w.id and w.old_value is distinct from w.new_value
      and (w.old_value is not null or w.new_value is null or (select count(*) from jsonb_object_keys(w.fields)) < ?)
    returning c.id, c.business_id, w.old_value, w.new_value) ${history}`;
