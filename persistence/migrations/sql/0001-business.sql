-- Businesses, the people who work in them, their bots, and their contacts.
create table business (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  time_zone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  language text not null check (language in ('ru', 'en')),
  settings jsonb not null default '{}',
  order_number bigint not null default 1000,
  revision int not null default 1,
  created_at timestamptz not null
);

create table membership (
  id uuid primary key,
  business_id uuid not null references business (id),
  user_id text not null,
  role text not null check (role in ('owner', 'manager', 'master')),
  name text not null,
  created_at timestamptz not null,
  unique (business_id, id),
  unique (business_id, user_id)
);
create index membership_by_user on membership (user_id);

create table bot (
  id uuid primary key,
  business_id uuid not null references business (id),
  telegram_id bigint not null,
  username text not null,
  name text not null,
  token_sealed text not null,
  webhook_secret text not null,
  delivery text not null check (delivery in ('polling', 'webhook')),
  poll_offset bigint,
  poll_holder text,
  poll_until timestamptz,
  last_update_at timestamptz,
  enabled boolean not null default true,
  created_at timestamptz not null,
  unique (business_id, id),
  unique (telegram_id)
);

create table contact (
  id uuid primary key,
  business_id uuid not null references business (id),
  name text not null,
  language text not null check (language in ('ru', 'en')),
  phone text,
  email text,
  note text,
  time_zone text,
  marketing_consent boolean,
  stopped_at timestamptz,
  unreachable_at timestamptz,
  source_payload text,
  orders_paid int not null default 0 check (orders_paid >= 0),
  spent_minor bigint not null default 0,
  unread int not null default 0 check (unread >= 0),
  last_message_at timestamptz,
  revision int not null default 1,
  created_at timestamptz not null,
  unique (business_id, id)
);
-- As the list of clients orders them: those who never wrote come last.
create index contact_by_recency on contact (business_id, coalesce(last_message_at, '-infinity'::timestamptz) desc, id desc);

create table contact_identity (
  id uuid primary key,
  business_id uuid not null,
  contact_id uuid not null,
  bot_id uuid not null,
  kind text not null check (kind in ('telegram')),
  external_id bigint not null,
  username text,
  created_at timestamptz not null,
  foreign key (business_id, contact_id) references contact (business_id, id),
  foreign key (business_id, bot_id) references bot (business_id, id),
  unique (business_id, id),
  unique (business_id, bot_id, external_id)
);
create index contact_identity_by_contact on contact_identity (business_id, contact_id);

create table contact_tag (
  business_id uuid not null,
  contact_id uuid not null,
  tag text not null check (length(tag) between 1 and 64),
  added_at timestamptz not null,
  primary key (business_id, contact_id, tag),
  foreign key (business_id, contact_id) references contact (business_id, id)
);

-- What a contact's fields were at any moment: the backtest and the record of "why" read it.
create table contact_change (
  id uuid primary key,
  business_id uuid not null,
  contact_id uuid not null,
  field text not null,
  old_value jsonb,
  new_value jsonb,
  cause text not null,
  changed_at timestamptz not null,
  unique (business_id, id),
  foreign key (business_id, contact_id) references contact (business_id, id)
);
create index contact_change_by_contact on contact_change (business_id, contact_id, changed_at);

-- Where staff get their notices: a chat with the bot that belongs to a member.
create table staff_chat (
  business_id uuid not null,
  bot_id uuid not null,
  chat_id bigint not null,
  membership_id uuid not null,
  language text not null check (language in ('ru', 'en')),
  created_at timestamptz not null,
  primary key (business_id, bot_id, chat_id),
  foreign key (business_id, bot_id) references bot (business_id, id),
  foreign key (business_id, membership_id) references membership (business_id, id)
);
