-- Times that a step of an automation offered to one client: a press takes one of them, once.
create table booking_offer (
  id uuid primary key,
  business_id uuid not null references business (id),
  contact_id uuid not null,
  run_id uuid not null,
  node_id text not null,
  -- The booking that a press moves; without one a press books anew.
  booking_id uuid,
  request jsonb not null,
  times jsonb not null,
  expires_at timestamptz not null,
  taken_at timestamptz,
  created_at timestamptz not null,
  unique (business_id, id),
  foreign key (business_id, contact_id) references contact (business_id, id),
  foreign key (business_id, run_id) references run (business_id, id),
  foreign key (business_id, booking_id) references booking (business_id, id)
);
create index booking_offer_by_run on booking_offer (business_id, run_id);

alter table booking_offer enable row level security;
alter table booking_offer force row level security;
create policy one_business on booking_offer to takt_app
  using (business_id = nullif(current_setting('takt.business_id', true), '')::uuid);
grant select, insert, update, delete on booking_offer to takt_app;
