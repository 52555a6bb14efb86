-- How far each member has read what the house told them.
create table notice_seen (
  business_id uuid not null,
  membership_id uuid not null,
  until timestamptz not null,
  primary key (business_id, membership_id),
  foreign key (business_id, membership_id) references membership (business_id, id) on delete cascade
);
alter table notice_seen enable row level security;
alter table notice_seen force row level security;
create policy one_business on notice_seen to takt_app
  using (business_id = nullif(current_setting('takt.business_id', true), '')::uuid);
grant select, insert, update, delete on notice_seen to takt_app;

-- What waits for a person is rare among much that does not.
create index alarm_by_recency on alarm (business_id, raised_at desc, id desc);
create index payment_refund_due on payment (business_id, id) where state = 'refund_due';
create index contact_unread on contact (business_id, last_message_at desc, id) where unread > 0;
