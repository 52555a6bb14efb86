-- Streams and events, processes, automations and their runs.
create table stream (
  id uuid primary key,
  business_id uuid not null references business (id),
  last_seq bigint not null default 0,
  unique (business_id, id)
);

-- The router's place in each stream, a row of its own so that use cases never wait for the router.
create table stream_route (
  stream_id uuid primary key references stream (id),
  business_id uuid not null,
  routed_seq bigint not null default 0,
  wanted_seq bigint not null default 0,
  wanted_at timestamptz not null,
  claimed_until timestamptz not null default '-infinity',
  attempts int not null default 0
);
create index stream_route_waiting on stream_route (wanted_at) where routed_seq < wanted_seq;

create table event (
  id uuid primary key,
  business_id uuid not null,
  stream_id uuid not null,
  stream_seq bigint not null,
  type text not null,
  contact_id uuid,
  subject_id uuid,
  data jsonb not null,
  actor text not null,
  occurred_at timestamptz not null,
  unique (business_id, id),
  unique (business_id, stream_id, stream_seq),
  foreign key (business_id, stream_id) references stream (business_id, id)
);
create index event_by_subject on event (business_id, subject_id, occurred_at desc, id desc) where subject_id is not null;

create table process (
  id text primary key,
  business_id uuid not null references business (id),
  type text not null,
  subject_id uuid not null,
  contact_id uuid,
  automation_version_id uuid,
  state text not null check (state in ('open', 'closed')),
  epoch int not null default 1,
  wake_no int not null default 1,
  seen_no int not null default 0,
  rung_no int not null default 0,
  rung_at timestamptz,
  woken_at timestamptz not null,
  described_at timestamptz,
  created_at timestamptz not null,
  closed_at timestamptz,
  unique (business_id, id)
);
create index process_to_wake on process (woken_at) where wake_no > seen_no and state = 'open';
create index process_to_describe on process (described_at nulls first) where state = 'open';

create table automation (
  id uuid primary key,
  business_id uuid not null references business (id),
  name text not null,
  state text not null check (state in ('active', 'paused', 'archived')),
  published_version_id uuid,
  created_at timestamptz not null,
  unique (business_id, id)
);

create table automation_version (
  id uuid primary key,
  business_id uuid not null,
  automation_id uuid not null,
  number int not null,
  document jsonb not null,
  note text,
  published_by text not null,
  published_at timestamptz not null,
  unique (business_id, id),
  unique (business_id, automation_id, number),
  foreign key (business_id, automation_id) references automation (business_id, id)
);
alter table automation add foreign key (business_id, published_version_id)
  references automation_version (business_id, id) deferrable initially deferred;

-- What the published versions can start on: one indexed look-up an event.
create table automation_trigger (
  business_id uuid not null,
  version_id uuid not null,
  automation_id uuid not null,
  event_type text not null,
  primary key (business_id, event_type, version_id),
  foreign key (business_id, version_id) references automation_version (business_id, id)
);

create table run (
  id uuid primary key,
  business_id uuid not null,
  automation_id uuid not null,
  version_id uuid not null,
  contact_id uuid not null,
  entry_key text not null,
  trigger_event_id uuid not null,
  state text not null check (state in ('opened', 'waiting', 'ended')),
  outcome text check (outcome in ('finished', 'left', 'cancelled', 'failed')),
  outcome_reason text,
  position jsonb not null,
  variables jsonb not null,
  listens_to text[] not null default '{}',
  deadline_at timestamptz,
  move_no int not null default 0,
  last_now timestamptz not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  unique (business_id, id),
  -- One entry is one run, however many routers saw the event.
  unique (business_id, automation_id, contact_id, entry_key),
  foreign key (business_id, automation_id) references automation (business_id, id),
  foreign key (business_id, version_id) references automation_version (business_id, id),
  foreign key (business_id, contact_id) references contact (business_id, id)
);
create index run_live_by_contact on run (business_id, contact_id) where state <> 'ended';
create index run_by_recency on run (business_id, started_at desc, id desc);
create index run_by_automation on run (business_id, automation_id, started_at desc, id desc);

create table run_inbox (
  run_id uuid not null,
  event_id uuid not null,
  business_id uuid not null,
  seq bigint not null,
  state text not null check (state in ('pending', 'taken', 'ignored', 'dead')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  error text,
  primary key (run_id, event_id),
  foreign key (business_id, run_id) references run (business_id, id),
  foreign key (business_id, event_id) references event (business_id, id)
);
create index run_inbox_pending on run_inbox (next_attempt_at) where state = 'pending';

create table run_log (
  id uuid primary key,
  business_id uuid not null,
  run_id uuid not null,
  move_no int not null,
  ordinal int not null,
  node_id text,
  kind text not null,
  facts jsonb not null,
  at timestamptz not null,
  unique (business_id, id),
  unique (business_id, run_id, move_no, ordinal),
  foreign key (business_id, run_id) references run (business_id, id)
);

-- An effect with its business key: made once, whatever is retried.
create table effect (
  id uuid primary key,
  business_id uuid not null,
  run_id uuid not null,
  effect_key text not null,
  kind text not null,
  result jsonb,
  created_at timestamptz not null,
  unique (business_id, id),
  unique (business_id, effect_key),
  foreign key (business_id, run_id) references run (business_id, id)
);
