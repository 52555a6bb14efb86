-- A business of one's own: who made it, invitations, sealed keys of payments, texts in the owner's words, mail.
-- One sign-up makes one business, however often the page asks.
alter table business add column created_by text unique;

create table invitation (
  id uuid primary key,
  business_id uuid not null references business (id),
  -- The link's secret is not kept, only what recognises it.
  token_hash text not null unique,
  role text not null check (role in ('owner', 'manager', 'master')),
  name text,
  email text,
  invited_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by text,
  revoked_at timestamptz,
  unique (business_id, id)
);
create index invitation_by_recency on invitation (business_id, created_at desc, id);

create table payment_account (
  business_id uuid not null references business (id),
  shop_id text not null,
  secret_sealed text not null,
  -- The account for new payments; the others finish what they began.
  chosen boolean not null,
  checked_at timestamptz,
  problem text,
  created_at timestamptz not null,
  primary key (business_id, shop_id)
);
create unique index payment_account_chosen on payment_account (business_id) where chosen;
-- The account that made an attempt is the one that is asked about it, also after the keys have changed.
alter table payment_attempt add column shop_id text;

create table text_override (
  business_id uuid not null references business (id),
  key text not null,
  language text not null check (language in ('ru', 'en')),
  body text not null check (length(body) between 1 and 4000),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (business_id, key, language)
);

alter table bot add column problem text;
alter table bot add column checked_at timestamptz;
-- A bot that was taken away may come back, here or in another business.
alter table bot add column removed_at timestamptz;
alter table bot drop constraint bot_telegram_id_key;
create unique index bot_in_use on bot (telegram_id) where removed_at is null;
create index bot_by_business on bot (business_id, created_at, id);

create function bot_is_taken(wanted bigint, by_business uuid) returns boolean
  language sql stable security definer set search_path = public
  as $$ select exists (select 1 from bot where telegram_id = wanted and removed_at is null and business_id <> by_business) $$;
revoke all on function bot_is_taken(bigint, uuid) from public;
grant execute on function bot_is_taken(bigint, uuid) to takt_app;

do $$
declare t text;
begin
  foreach t in array array['invitation', 'payment_account', 'text_override'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy one_business on %I to takt_app using (business_id = nullif(current_setting(''takt.business_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to takt_app', t);
  end loop;
end $$;

-- Letters of a development machine, shown on a page instead of being sent. No business: a password belongs to a person.
create table mail (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null
);
create index mail_by_recency on mail (created_at desc, id);
grant select, insert, delete on mail to takt_system;

-- A user has no business before the first one, so these two cross the wall, each by one key.
create function create_business(
  wanted uuid, membership uuid, by_user text, member_name text, title text, zone text, lang text, at timestamptz
) returns uuid
  language plpgsql security definer set search_path = public
  as $$
declare made uuid;
begin
  insert into business (id, name, time_zone, currency, language, created_by, created_at)
    values (wanted, title, zone, 'RUB', lang, by_user, at) on conflict (created_by) do nothing returning id into made;
  if made is null then
    select id into made from business where created_by = by_user;
  else
    insert into membership (id, business_id, user_id, role, name, created_at)
      values (membership, made, by_user, 'owner', member_name, at);
  end if;
  return made;
end $$;
revoke all on function create_business(uuid, uuid, text, text, text, text, text, timestamptz) from public;
grant execute on function create_business(uuid, uuid, text, text, text, text, text, timestamptz) to takt_system;

create function find_invitation(wanted_hash text) returns table (id uuid, business_id uuid, business_name text)
  language sql stable security definer set search_path = public
  as $$ select i.id, i.business_id, b.name from invitation i join business b on b.id = i.business_id where i.token_hash = wanted_hash $$;
revoke all on function find_invitation(text) from public;
grant execute on function find_invitation(text) to takt_system;

create function business_names(wanted uuid[]) returns table (id uuid, name text)
  language sql stable security definer set search_path = public
  as $$ select id, name from business where id = any(wanted) $$;
revoke all on function business_names(uuid[]) from public;
grant execute on function business_names(uuid[]) to takt_system;
