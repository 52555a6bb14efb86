-- Booking: what is offered, who gives it and when, and what is booked.
create extension if not exists btree_gist;

create table place (
  id uuid primary key,
  business_id uuid not null references business (id),
  name jsonb not null,
  address jsonb not null,
  time_zone text not null,
  position int not null,
  revision int not null default 1,
  removed_at timestamptz,
  created_at timestamptz not null,
  unique (business_id, id)
);

create table service_category (
  id uuid primary key,
  business_id uuid not null references business (id),
  name jsonb not null,
  position int not null,
  unique (business_id, id)
);

create table service (
  id uuid primary key,
  business_id uuid not null references business (id),
  category_id uuid,
  name jsonb not null,
  description jsonb not null,
  photo_id uuid,
  price_minor bigint not null check (price_minor >= 0),
  -- "From … to …": the visit's last word is its final price.
  price_to_minor bigint check (price_to_minor > price_minor),
  duration_minutes int not null check (duration_minutes between 5 and 1440),
  buffer_before_minutes int not null default 0 check (buffer_before_minutes between 0 and 480),
  buffer_after_minutes int not null default 0 check (buffer_after_minutes between 0 and 480),
  -- Within the duration the person is free for others.
  gap_from_minutes int,
  gap_minutes int,
  format text not null check (format in ('online', 'place', 'both')),
  capacity int not null default 1 check (capacity between 1 and 500),
  hidden boolean not null default false,
  position int not null,
  revision int not null default 1,
  removed_at timestamptz,
  created_at timestamptz not null,
  unique (business_id, id),
  foreign key (business_id, category_id) references service_category (business_id, id),
  foreign key (business_id, photo_id) references photo (business_id, id),
  constraint gap_lies_inside check (
    (gap_from_minutes is null) = (gap_minutes is null)
    and (gap_minutes is null or (gap_minutes > 0 and gap_from_minutes > 0 and gap_from_minutes + gap_minutes < duration_minutes))),
  constraint groups_have_no_gap check (capacity = 1 or gap_minutes is null)
);
create index service_by_position on service (business_id, position, id) where removed_at is null;

create table service_addon (
  id uuid primary key,
  business_id uuid not null,
  service_id uuid not null,
  name jsonb not null,
  price_minor bigint not null check (price_minor >= 0),
  duration_minutes int not null check (duration_minutes between 0 and 480),
  position int not null,
  removed_at timestamptz,
  unique (business_id, id),
  foreign key (business_id, service_id) references service (business_id, id)
);
create index service_addon_by_service on service_addon (business_id, service_id, position) where removed_at is null;

-- A room or a piece of equipment.
create table resource (
  id uuid primary key,
  business_id uuid not null references business (id),
  place_id uuid not null,
  kind text not null check (kind in ('room', 'equipment')),
  name text not null check (length(name) between 1 and 100),
  position int not null,
  removed_at timestamptz,
  created_at timestamptz not null,
  unique (business_id, id),
  foreign key (business_id, place_id) references place (business_id, id)
);

-- A service needs one resource of each list.
create table service_need (
  business_id uuid not null,
  service_id uuid not null,
  need_no int not null,
  resource_id uuid not null,
  primary key (business_id, service_id, need_no, resource_id),
  foreign key (business_id, service_id) references service (business_id, id),
  foreign key (business_id, resource_id) references resource (business_id, id)
);

create table staff (
  id uuid primary key,
  business_id uuid not null references business (id),
  place_id uuid not null,
  -- Who signs in as this person, if anybody.
  membership_id uuid,
  name text not null check (length(name) between 1 and 100),
  about jsonb not null,
  photo_id uuid,
  -- Seven days from Monday: {hours, breaks} of wall clock.
  week jsonb not null,
  max_per_day int check (max_per_day between 1 and 500),
  max_per_week int check (max_per_week between 1 and 2000),
  hidden boolean not null default false,
  position int not null,
  revision int not null default 1,
  removed_at timestamptz,
  created_at timestamptz not null,
  unique (business_id, id),
  foreign key (business_id, place_id) references place (business_id, id),
  foreign key (business_id, membership_id) references membership (business_id, id) on delete set null (membership_id),
  foreign key (business_id, photo_id) references photo (business_id, id)
);
create index staff_by_position on staff (business_id, position, id) where removed_at is null;
create unique index staff_one_sign_in on staff (business_id, membership_id) where membership_id is not null and removed_at is null;

-- Who gives what, with a price and a time of their own where they differ.
create table staff_service (
  business_id uuid not null,
  staff_id uuid not null,
  service_id uuid not null,
  price_minor bigint check (price_minor >= 0),
  duration_minutes int check (duration_minutes between 5 and 1440),
  primary key (business_id, staff_id, service_id),
  foreign key (business_id, staff_id) references staff (business_id, id),
  foreign key (business_id, service_id) references service (business_id, id)
);
create index staff_service_by_service on staff_service (business_id, service_id);

-- Days that differ from the week: of one person, or of a whole place (holidays).
create table schedule_exception (
  id uuid primary key,
  business_id uuid not null references business (id),
  staff_id uuid,
  place_id uuid,
  from_day date not null,
  to_day date not null,
  plan jsonb not null,
  note text not null default '',
  created_at timestamptz not null,
  unique (business_id, id),
  foreign key (business_id, staff_id) references staff (business_id, id),
  foreign key (business_id, place_id) references place (business_id, id),
  constraint of_one check ((staff_id is null) <> (place_id is null)),
  constraint days_in_order check (from_day <= to_day and to_day - from_day <= 366),
  constraint exceptions_do_not_overlap exclude using gist (
    business_id with =, (coalesce(staff_id, place_id)) with =, daterange(from_day, to_day, '[]') with &&)
);
create index schedule_exception_by_day on schedule_exception (business_id, to_day, from_day);

-- A session of a group service; seats are counted under its lock.
create table group_session (
  id uuid primary key,
  business_id uuid not null,
  service_id uuid not null,
  staff_id uuid not null,
  place_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity int not null check (capacity > 0),
  taken int not null,
  created_at timestamptz not null,
  unique (business_id, id),
  unique (business_id, staff_id, service_id, starts_at),
  foreign key (business_id, service_id) references service (business_id, id),
  foreign key (business_id, staff_id) references staff (business_id, id),
  foreign key (business_id, place_id) references place (business_id, id),
  constraint seats_suffice check (taken between 0 and capacity),
  constraint session_goes_forward check (starts_at < ends_at)
);
create index group_session_by_time on group_session (business_id, service_id, starts_at);

create table booking (
  id uuid primary key,
  business_id uuid not null references business (id),
  number bigint not null,
  booking_key text not null,
  contact_id uuid not null,
  bot_id uuid,
  place_id uuid not null,
  session_id uuid,
  state text not null check (state in ('new', 'confirmed', 'arrived', 'done', 'no_show', 'cancelled')),
  format text not null check (format in ('online', 'place')),
  source text not null check (source in ('bot', 'staff', 'automation')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Of the place, as it was when the booking was made.
  time_zone text not null,
  currency text not null,
  price_minor bigint not null check (price_minor >= 0),
  price_to_minor bigint,
  final_price_minor bigint check (final_price_minor >= 0),
  contact_name text not null,
  contact_phone text,
  comment text,
  -- Until when the client may cancel and move: the rules of the day on which it was booked.
  policy jsonb not null,
  moves int not null default 0,
  moved_from timestamptz,
  moved_at timestamptz,
  -- When the time was set last: reminders before it are missed, not late.
  set_at timestamptz not null,
  -- When the client said "I am coming" to this time.
  answered_at timestamptz,
  cancelled_by text check (cancelled_by in ('client', 'staff', 'rule')),
  cancel_reason text,
  revision int not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  arrived_at timestamptz,
  done_at timestamptz,
  no_show_at timestamptz,
  cancelled_at timestamptz,
  unique (business_id, id),
  unique (business_id, number),
  -- Two confirms of one dialogue are one booking.
  unique (business_id, booking_key),
  foreign key (business_id, contact_id) references contact (business_id, id),
  foreign key (business_id, place_id) references place (business_id, id),
  foreign key (business_id, session_id) references group_session (business_id, id),
  constraint booking_goes_forward check (starts_at < ends_at),
  constraint cancelled_says_by_whom check ((state = 'cancelled') = (cancelled_by is not null))
);
create index booking_by_time on booking (business_id, starts_at, id);
create index booking_by_contact on booking (business_id, contact_id, starts_at desc, id desc);
create index booking_by_state on booking (business_id, state, starts_at, id);
create index booking_by_session on booking (business_id, session_id) where session_id is not null;

-- The services of a visit, one after another, with what was agreed.
create table booking_item (
  id uuid primary key,
  business_id uuid not null,
  booking_id uuid not null,
  position int not null,
  service_id uuid not null,
  staff_id uuid not null,
  resource_ids jsonb not null,
  service_name jsonb not null,
  staff_name text not null,
  addons jsonb not null,
  -- Duration, buffers, gap, as agreed: a move keeps them.
  time jsonb not null,
  price_minor bigint not null check (price_minor >= 0),
  price_to_minor bigint,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- False once the booking is cancelled: it counts towards no limit and no load.
  held boolean not null default true,
  unique (business_id, id),
  unique (business_id, booking_id, position),
  foreign key (business_id, booking_id) references booking (business_id, id),
  foreign key (business_id, service_id) references service (business_id, id),
  foreign key (business_id, staff_id) references staff (business_id, id)
);
create index booking_item_by_staff on booking_item (business_id, staff_id, starts_at) where held;

create table time_block (
  id uuid primary key,
  business_id uuid not null references business (id),
  resource_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  note text not null default '',
  created_by text not null,
  created_at timestamptz not null,
  unique (business_id, id),
  constraint block_goes_forward check (from_at < to_at)
);
create index time_block_by_time on time_block (business_id, from_at);

-- Taken time of a person, a room or a piece of equipment. Half-open: back to back passes, an overlap does not.
create table occupation (
  id uuid primary key,
  business_id uuid not null references business (id),
  -- Of staff or resource.
  resource_id uuid not null,
  booking_id uuid,
  session_id uuid,
  block_id uuid,
  from_at timestamptz not null,
  to_at timestamptz not null,
  foreign key (business_id, booking_id) references booking (business_id, id),
  foreign key (business_id, session_id) references group_session (business_id, id) on delete cascade,
  foreign key (business_id, block_id) references time_block (business_id, id) on delete cascade,
  constraint of_one_cause check (num_nonnulls(booking_id, session_id, block_id) = 1),
  constraint occupation_goes_forward check (from_at < to_at),
  constraint nobody_is_booked_twice exclude using gist (
    business_id with =, resource_id with =, tstzrange(from_at, to_at) with &&)
);
create index occupation_by_resource on occupation (business_id, resource_id, from_at);
create index occupation_by_booking on occupation (business_id, booking_id) where booking_id is not null;
create index occupation_by_session on occupation (business_id, session_id) where session_id is not null;

-- What became of each reminder of each time that a booking had, and why.
create table booking_reminder (
  business_id uuid not null,
  booking_id uuid not null,
  reminder text not null,
  starts_at timestamptz not null,
  due_at timestamptz not null,
  outcome text not null check (outcome in ('sent', 'skipped')),
  reason text,
  decided_at timestamptz not null,
  primary key (business_id, booking_id, reminder, starts_at),
  foreign key (business_id, booking_id) references booking (business_id, id)
);

alter table business add column booking_number bigint not null default 0;
alter table message add column booking_id uuid;
create index message_by_booking on message (business_id, booking_id, seq desc) where booking_id is not null;

do $$
declare t text;
begin
  foreach t in array array['place', 'service_category', 'service', 'service_addon', 'resource', 'service_need', 'staff',
    'staff_service', 'schedule_exception', 'group_session', 'booking', 'booking_item', 'time_block', 'occupation',
    'booking_reminder'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy one_business on %I to takt_app using (business_id = nullif(current_setting(''takt.business_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to takt_app', t);
  end loop;
end $$;
revoke delete on place, service, staff, resource, booking from takt_app;
