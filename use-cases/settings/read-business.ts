import { settingsOf, type BusinessSettings } from '#domain/settings.ts';
import type { Tx } from '#persistence/with-business.ts';

export type BusinessFacts = {
  id: string;
  name: string;
  timeZone: string;
  currency: string;
  language: 'ru' | 'en';
  revision: number;
  settings: BusinessSettings;
  bot: { username: string; name: string } | null;
};

/** The business that one works in, its settings and its bot. */
export async function readBusiness(tx: Tx): Promise<BusinessFacts> {
  const [row] = await tx.sql<{
    id: string;
    name: string;
    time_zone: string;
    currency: string;
    language: 'ru' | 'en';
    revision: number;
    settings: Partial<BusinessSettings>;
    bot_username: string | null;
    bot_name: string | null;
  }>(
    `select b.id, b.name, b.time_zone, b.currency, b.language, b.revision, b.settings, t.username as bot_username, t.name as bot_name
     from business b left join lateral (select username, name from bot where business_id = b.id and enabled order by created_at limit 1) t on true
     where b.id = ?`,
    [tx.businessId],
  );
  if (!row) throw new Error(`business ${tx.businessId} is not there`);
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    currency: row.currency,
    language: row.language,
    revision: row.revision,
    settings: settingsOf(row),
    bot: row.bot_username === null ? null : { username: row.bot_username, name: row.bot_name ?? row.bot_username },
  };
}
