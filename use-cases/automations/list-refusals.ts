import type { EventType } from '#domain/events.ts';
import type { Tx } from '#persistence/with-business.ts';
import { iso } from '#use-cases/page.ts';
import { needViewer } from './drafts.ts';

export type Refusal = {
  automationId: string;
  automation: string;
  contactId: string;
  contact: string;
  reason: string;
  times: number;
  event: EventType;
  facts: Record<string, unknown>;
  at: string;
};

/** Why people did not enter: of one automation, or of one contact, the latest first. */
export async function listRefusals(
  tx: Tx,
  input: { automationId?: string | undefined; contactId?: string | undefined; before?: string | undefined },
): Promise<{ refusals: Refusal[] }> {
  needViewer(tx);
  const rows = await tx.sql<Row>(
    `select f.*, a.name as automation_name, c.name as contact_name from entry_refusal f
     join automation a on a.business_id = f.business_id and a.id = f.automation_id
     join contact c on c.business_id = f.business_id and c.id = f.contact_id
     where f.business_id = ? and (?::uuid is null or f.automation_id = ?::uuid) and (?::uuid is null or f.contact_id = ?::uuid)
       and (?::timestamptz is null or f.at < ?::timestamptz) order by f.at desc limit 50`,
    [
      tx.businessId,
      input.automationId ?? null,
      input.automationId ?? null,
      input.contactId ?? null,
      input.contactId ?? null,
      input.before ?? null,
      input.before ?? null,
    ],
  );
  return {
    refusals: rows.map((row) => ({
      automationId: row.automation_id,
      automation: row.automation_name,
      contactId: row.contact_id,
      contact: row.contact_name,
      reason: row.reason,
      times: row.times,
      event: row.event_type,
      facts: row.facts,
      at: iso(row.at),
    })),
  };
}

type Row = {
  automation_id: string;
  automation_name: string;
  contact_id: string;
  contact_name: string;
  reason: string;
  times: number;
  event_type: EventType;
  facts: Record<string, unknown>;
  at: Date;
};
