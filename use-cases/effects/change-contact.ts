import { rowStatement } from '#persistence/row-statement.ts';
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
  const [changed] = await tx.ask(known ? setColumn(known) : setOwn, {
    ...{ id: newId(), business_id: tx.businessId, contact_id: context.contactId, at: tx.now },
    ...{ name: own ?? '', value: effect.value, cause: cause(context.runId) },
    field: effect.field === 'consent' ? 'marketingConsent' : effect.field,
  });
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

type Change = {
  id: string;
  business_id: string;
  contact_id: string;
  /** Of a field of the owner's own. */
  name: string;
  /** As the history names it. */
  field: string;
  value: unknown;
  cause: string;
  at: Date;
};

/** Writes what `changed` returns into the history. Within a transaction each contact is changed by one work at a time. */
const changeBy = (wanted: string, changed: string) =>
  rowStatement<Change, unknown>(
    {
      ...{ id: 'uuid', business_id: 'uuid', contact_id: 'uuid', at: 'timestamptz' },
      ...{ name: 'text', field: 'text', value: 'jsonb', cause: 'text' },
    },
    (given) => `
      with wanted as (
        select given.*, ${wanted} from ${given}
        join contact c on c.business_id = given.business_id and c.id = given.contact_id),
      changed as (${changed} returning w.n, w.id, w.business_id, w.contact_id, w.field, w.old_value, w.value, w.cause, w.at),
      kept as (
        insert into contact_change (id, business_id, contact_id, field, old_value, new_value, cause, changed_at)
        select id, business_id, contact_id, field, old_value, value, cause, at from changed)
      select n from changed`,
  );

const ofColumns = new Map<string, ReturnType<typeof changeBy>>();

function setColumn({ column, cast: type }: { column: string; cast: string }): ReturnType<typeof changeBy> {
  const known = ofColumns.get(column);
  if (known) return known;
  const made = changeBy(
    `to_jsonb(c.${column}) as old_value`,
    `update contact c set ${column} = (w.value #>> '{}')::${type}, revision = c.revision + 1 from wanted w
     where c.business_id = w.business_id and c.id = w.contact_id and c.${column} is distinct from (w.value #>> '{}')::${type}`,
  );
  ofColumns.set(column, made);
  return made;
}

/** A field more is refused once there are as many as anybody can look at. */
const setOwn = changeBy(
  'c.fields, c.fields -> given.name as old_value',
  `update contact c
   set fields = case when w.value is null then w.fields - w.name else w.fields || jsonb_build_object(w.name, w.value) end,
     revision = c.revision + 1
   from wanted w
   where c.business_id = w.business_id and c.id = w.contact_id and w.old_value is distinct from w.value
     and (w.old_value is not null or w.value is null
       or (select count(*) from jsonb_object_keys(w.fields)) < ${MOST_FIELDS})`,
);
