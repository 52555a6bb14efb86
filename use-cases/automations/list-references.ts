import type { Localized } from '#persistence/entities/shop.ts';
import type { Tx } from '#persistence/with-business.ts';
import { needViewer } from './drafts.ts';

export type References = {
  tags: string[];
  products: { id: string; name: Localized; variants: { id: string; name: Localized }[] }[];
  services: { id: string; name: Localized }[];
  staff: { id: string; name: string }[];
  contacts: { id: string; name: string }[];
  business: { name: string; currency: string; timeZone: string; language: 'ru' | 'en' };
};

/** What the forms of the builder can refer to, and some clients to try a text on. */
export async function listReferences(tx: Tx): Promise<References> {
  needViewer(tx);
  const tags = await tx.sql<{ tag: string }>(
    'select distinct tag from contact_tag where business_id = ? order by tag limit 500',
    [tx.businessId],
  );
  const products = await tx.sql<References['products'][number]>(
    `select p.id, p.name, coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name) order by v.position)
       filter (where v.id is not null), '[]') as variants
     from product p left join variant v on v.business_id = p.business_id and v.product_id = p.id
     where p.business_id = ? group by p.id, p.name, p.position order by p.position, p.id limit 1000`,
    [tx.businessId],
  );
  const services = await tx.sql<References['services'][number]>(
    'select id, name from service where business_id = ? and removed_at is null order by position, id limit 500',
    [tx.businessId],
  );
  const staff = await tx.sql<References['staff'][number]>(
    'select id, name from staff where business_id = ? and removed_at is null order by position, id limit 500',
    [tx.businessId],
  );
  const contacts = await tx.sql<{ id: string; name: string }>(
    `select id, name from contact where business_id = ?
     order by coalesce(last_message_at, '-infinity'::timestamptz) desc, id desc limit 20`,
    [tx.businessId],
  );
  const [business] = await tx.sql<{ name: string; currency: string; time_zone: string; language: 'ru' | 'en' }>(
    'select name, currency, time_zone, language from business where id = ?',
    [tx.businessId],
  );
  if (!business) throw new Error(`business ${tx.businessId} is not there`);
  return {
    tags: tags.map((row) => row.tag),
    products,
    services,
    staff,
    contacts,
    business: {
      name: business.name,
      currency: business.currency,
      timeZone: business.time_zone,
      language: business.language,
    },
  };
}
