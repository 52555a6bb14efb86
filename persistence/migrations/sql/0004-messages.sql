-- The message ledger, pacing, updates and dialogues.
create table message (
  id uuid primary key,
  seq bigint generated always as identity,
  business_id uuid not null,
  bot_id uuid not null,
  chat_id bigint not null,
  contact_id uuid,
  run_id uuid,
  node_id text,
  order_id uuid,
  class text not null check (class in ('screen', 'receipt', 'reply', 'staff', 'service', 'marketing')),
  priority int not null,
  business_key text not null,
  method text not null,
  payload jsonb not null,
  -- What a person reads, for the conversation page.
  body text not null default '',
  edits_message_id uuid,
  state text not null check (state in ('queued', 'reserved', 'sent', 'failed', 'in_doubt', 'withdrawn', 'expired')),
  fence bigint,
  reserved_until timestamptz,
  not_before timestamptz not null,
  expires_at timestamptz,
  attempts int not null default 0,
  doubts int not null default 0,
  telegram_message_id bigint,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  unique (business_id, id),
  unique (business_id, business_key),
  foreign key (business_id, bot_id) references bot (business_id, id),
  foreign key (business_id, contact_id) references contact (business_id, id)
);
create index message_due on message (business_id, bot_id, chat_id, class, seq) where state in ('queued', 'reserved');
create index message_waiting on message (not_before) where state in ('queued', 'reserved');
create index message_by_contact on message (business_id, contact_id, seq desc) where contact_id is not null;
create index message_by_order on message (business_id, order_id, seq desc) where order_id is not null;
create index message_by_run on message (business_id, run_id) where run_id is not null;
create index message_by_telegram on message (business_id, bot_id, chat_id, telegram_message_id)
  where telegram_message_id is not null;

-- What contacts wrote to us.
create table incoming_message (
  id uuid primary key,
  business_id uuid not null,
  bot_id uuid not null,
  contact_id uuid not null,
  update_id bigint not null,
  body text not null,
  created_at timestamptz not null,
  unique (business_id, id),
  unique (business_id, bot_id, update_id),
  foreign key (business_id, contact_id) references contact (business_id, id)
);
create index incoming_message_by_contact on incoming_message (business_id, contact_id, created_at desc, id desc);

-- Who sends for a bot, how fast, and until when it must be quiet (a 429 pauses the whole bot).
create table bot_lease (
  bot_id uuid primary key references bot (id),
  business_id uuid not null,
  holder text,
  fence bigint not null default 0,
  until timestamptz not null default '-infinity',
  tokens double precision not null default 30,
  refilled_at timestamptz not null default '-infinity',
  paused_until timestamptz not null default '-infinity'
);

create table chat_pace (
  bot_id uuid not null,
  chat_id bigint not null,
  business_id uuid not null,
  tokens double precision not null,
  refilled_at timestamptz not null,
  primary key (bot_id, chat_id)
);

create table update (
  bot_id uuid not null,
  update_id bigint not null,
  seq bigint generated always as identity,
  business_id uuid not null,
  chat_id bigint not null,
  payload jsonb not null,
  received_at timestamptz not null,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  processed_at timestamptz,
  dead_at timestamptz,
  error text,
  answer jsonb,
  answered_at timestamptz,
  primary key (bot_id, update_id),
  foreign key (business_id, bot_id) references bot (business_id, id)
);
create index update_pending on update (bot_id, chat_id, seq) where processed_at is null and dead_at is null;
create index update_unanswered on update (processed_at) where answer is not null and answered_at is null;
create index update_old on update (received_at);

create table chat_claim (
  bot_id uuid not null,
  chat_id bigint not null,
  holder text not null,
  fence bigint not null,
  until timestamptz not null,
  primary key (bot_id, chat_id)
);

create table dialogue (
  business_id uuid not null,
  bot_id uuid not null,
  chat_id bigint not null,
  contact_id uuid,
  state jsonb not null,
  revision int not null default 1,
  updated_at timestamptz not null,
  primary key (business_id, bot_id, chat_id),
  foreign key (business_id, bot_id) references bot (business_id, id)
);

-- What needs a person of the house: dead letters, refused refunds, runaway automations.
create table alarm (
  id uuid primary key,
  business_id uuid not null references business (id),
  code text not null,
  facts jsonb not null,
  alarm_key text not null,
  raised_at timestamptz not null,
  closed_at timestamptz,
  unique (business_id, id),
  unique (business_id, alarm_key)
);

-- One row a background loop, so that health tells lags across processes.
create table heartbeat (
  name text primary key,
  at timestamptz not null,
  facts jsonb not null
);
