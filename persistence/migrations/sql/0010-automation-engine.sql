-- The grown language: what a contact has, how runs are held back, moved, retried, and why people did not enter.
alter table contact add column birthday date;
alter table contact add column fields jsonb not null default '{}' check (length(fields::text) <= 20000);
alter table contact add column last_order_at timestamptz;
update contact c set last_order_at = (select max(paid_at) from "order" o where o.business_id = c.business_id and o.contact_id = c.id);
create index contact_by_phone on contact (business_id, phone) where phone is not null;
create index contact_by_email on contact (business_id, email) where email is not null;

-- How many runs deep an event is: a run's own events are one deeper than the event that opened it.
alter table event add column depth smallint not null default 0;

-- Priorities are in tens now, which leaves room for an automation's own.
update message set priority = priority * 10 where state in ('queued', 'reserved', 'in_doubt');

alter table run drop constraint run_state_check;
alter table run add constraint run_state_check check (state in ('opened', 'waiting', 'calling', 'ended'));
alter table run add column subject_id uuid;
alter table run add column single boolean not null default false;
alter table run add column parent_run_id uuid;
alter table run add column depth smallint not null default 0;
alter table run add column call_request jsonb;
alter table run add column pause_no int not null default 0;
alter table run add column goal text;
alter table run add column answer jsonb;
alter table run add column retries int not null default 0;
update run r set subject_id = (select e.subject_id from event e where e.business_id = r.business_id and e.id = r.trigger_event_id);
-- Where a person may be inside once at a time, the database says so.
create unique index run_single on run (business_id, automation_id, contact_id) where single and state <> 'ended';
create index run_by_contact on run (business_id, automation_id, contact_id, started_at desc);
create index run_due on run (deadline_at) where state = 'waiting' and deadline_at is not null;
drop index run_live_by_node;
create index run_live_by_node on run (business_id, automation_id, node_id, version_id) where state in ('opened', 'waiting', 'calling');

alter table automation add column paused_at timestamptz;
alter table automation add column pause_no int not null default 0;
update automation set paused_at = created_at where state in ('paused', 'archived');

-- Each pause that has ended, with what its owner chose for the people inside.
create table automation_pause (
  business_id uuid not null,
  automation_id uuid not null,
  no int not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  policy text not null check (policy in ('send_late', 'skip', 'retime', 'exit')),
  primary key (business_id, automation_id, no),
  foreign key (business_id, automation_id) references automation (business_id, id)
);

-- Why a person did not enter: one row a person and reason, the latest kept with a count, so that it cannot grow without end.
create table entry_refusal (
  business_id uuid not null,
  automation_id uuid not null,
  contact_id uuid not null,
  reason text not null,
  times int not null default 1,
  event_id uuid not null,
  event_type text not null,
  facts jsonb not null,
  at timestamptz not null,
  primary key (business_id, automation_id, contact_id, reason),
  foreign key (business_id, automation_id) references automation (business_id, id),
  foreign key (business_id, contact_id) references contact (business_id, id)
);
create index entry_refusal_by_contact on entry_refusal (business_id, contact_id, at desc);
create index entry_refusal_by_recency on entry_refusal (business_id, automation_id, at desc);

-- An outside call under its business key: asked once, its answer kept.
create table outside_call (
  business_id uuid not null,
  run_id uuid not null,
  call_key text not null,
  state text not null check (state in ('asked', 'answered', 'late')),
  attempts int not null default 0,
  answer jsonb,
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (business_id, run_id, call_key),
  foreign key (business_id, run_id) references run (business_id, id)
);

-- Work over many people, a page at a time, by the workflow `bulk:<id>`.
create table bulk_job (
  id uuid primary key,
  business_id uuid not null,
  kind text not null check (kind in ('start', 'move', 'undo_move', 'retry', 'schedule', 'dates')),
  automation_id uuid not null,
  state text not null check (state in ('open', 'done', 'cancelled')),
  input jsonb not null,
  cursor uuid,
  total int not null default 0,
  done int not null default 0,
  skipped int not null default 0,
  -- What came of it, by reason.
  outcome jsonb not null default '{}',
  created_by text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  unique (business_id, id),
  foreign key (business_id, automation_id) references automation (business_id, id)
);
create index bulk_job_by_automation on bulk_job (business_id, automation_id, created_at desc);

-- Who was moved by a publication, and where they stood, so that it can be undone.
create table run_move (
  business_id uuid not null,
  job_id uuid not null,
  run_id uuid not null,
  from_version_id uuid not null,
  from_position jsonb not null,
  from_variables jsonb not null,
  after_move_no int not null,
  primary key (business_id, job_id, run_id),
  foreign key (business_id, job_id) references bulk_job (business_id, id),
  foreign key (business_id, run_id) references run (business_id, id)
);

-- The next date of each person (or order) that starts an automation.
create table date_due (
  business_id uuid not null,
  automation_id uuid not null,
  subject_id uuid not null,
  contact_id uuid not null,
  due_at timestamptz not null,
  primary key (business_id, automation_id, subject_id),
  foreign key (business_id, automation_id) references automation (business_id, id),
  foreign key (business_id, contact_id) references contact (business_id, id)
);
create index date_due_by_time on date_due (due_at);
create index date_due_by_contact on date_due (business_id, contact_id);

-- The next occurrence of a schedule, by zone: everybody of that zone starts then.
create table schedule_due (
  business_id uuid not null,
  automation_id uuid not null,
  zone text not null,
  due_at timestamptz not null,
  primary key (business_id, automation_id, zone),
  foreign key (business_id, automation_id) references automation (business_id, id)
);
create index schedule_due_by_time on schedule_due (due_at);

-- The secret address of an automation. The token itself is kept sealed, so that its owner can look it up.
create table webhook (
  business_id uuid not null,
  automation_id uuid not null,
  token_hash text not null,
  token_sealed text not null,
  hmac_sealed text,
  sample jsonb,
  sampled_at timestamptz,
  created_at timestamptz not null,
  primary key (business_id, automation_id),
  unique (business_id, token_hash),
  foreign key (business_id, automation_id) references automation (business_id, id)
);

-- One request a key: the same key again gets the same answer.
create table webhook_request (
  business_id uuid not null,
  automation_id uuid not null,
  request_key text not null check (length(request_key) <= 200),
  run_id uuid,
  status int not null,
  answer jsonb not null,
  received_at timestamptz not null,
  primary key (business_id, automation_id, request_key),
  foreign key (business_id, automation_id) references automation (business_id, id)
);
create index webhook_request_by_age on webhook_request (received_at);

create table secret (
  business_id uuid not null references business (id),
  name text not null check (name ~ '^[a-z][a-z0-9-]{0,40}$'),
  sealed text not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (business_id, name)
);

create table task (
  id uuid primary key,
  business_id uuid not null references business (id),
  contact_id uuid,
  run_id uuid,
  title text not null check (length(title) between 1 and 200),
  note text not null default '',
  role text check (role in ('owner', 'manager', 'master')),
  due_at timestamptz,
  state text not null check (state in ('open', 'done')),
  done_by text,
  done_at timestamptz,
  created_at timestamptz not null,
  unique (business_id, id),
  foreign key (business_id, contact_id) references contact (business_id, id)
);
create index task_open on task (business_id, due_at nulls last, id) where state = 'open';
create index task_by_contact on task (business_id, contact_id, created_at desc);

do $$
declare t text;
begin
  foreach t in array array['automation_pause', 'entry_refusal', 'outside_call', 'bulk_job', 'run_move', 'date_due',
    'schedule_due', 'webhook', 'webhook_request', 'secret', 'task'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy one_business on %I to takt_app using (business_id = nullif(current_setting(''takt.business_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to takt_app', t);
  end loop;
end $$;
revoke delete on bulk_job, run_move, outside_call, automation_pause from takt_app;

-- The clock sees when something is due across businesses, and of whom nothing.
grant select (business_id, automation_id, subject_id, due_at) on date_due to takt_system;
create policy queue on date_due to takt_system using (true);
grant select (business_id, automation_id, zone, due_at) on schedule_due to takt_system;
create policy queue on schedule_due to takt_system using (true);
-- Lateness of waits, for health and metrics.
grant select (id, business_id, automation_id, state, deadline_at, started_at) on run to takt_system;
grant select (id, business_id, state) on automation to takt_system;
create policy queue on automation to takt_system using (true);
grant select (id, business_id, state, created_at) on bulk_job to takt_system;
create policy queue on bulk_job to takt_system using (true);
create policy queue on run to takt_system using (true);
grant select (business_id, automation_id, request_key, received_at), delete on webhook_request to takt_system;
create policy queue on webhook_request to takt_system using (true);
