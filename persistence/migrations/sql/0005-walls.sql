-- Row-level security: the second wall behind the use cases. takt_app sees one business, takt_system sees queues only.
do $$
declare t text;
begin
  for t in
    select c.table_name from information_schema.columns c
    join information_schema.tables b on b.table_schema = c.table_schema and b.table_name = c.table_name and b.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.column_name = 'business_id'
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy one_business on %I to takt_app using (business_id = nullif(current_setting(''takt.business_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to takt_app', t);
  end loop;
end $$;

alter table business enable row level security;
alter table business force row level security;
create policy one_business on business to takt_app
  using (id = nullif(current_setting('takt.business_id', true), '')::uuid);
grant select, update on business to takt_app;

-- History is written once.
revoke update, delete on event, stock_entry, contact_change, automation_version, run_log, settlement, effect from takt_app;
revoke delete on "order", order_line, payment, payment_attempt, refund, message, run, process, contact from takt_app;

-- Queues and look-ups, across businesses. Column grants keep texts and personal data out of sight.
grant select (id, business_id, telegram_id, username, delivery, enabled, poll_offset, poll_holder, poll_until, last_update_at, webhook_secret, token_sealed) on bot to takt_system;
grant update (poll_offset, poll_holder, poll_until, last_update_at) on bot to takt_system;
create policy queue on bot to takt_system using (true);

grant select on membership, alarm to takt_system;
create policy queue on membership to takt_system using (true);
create policy queue on alarm to takt_system using (true);

grant select on stream_route to takt_system;
grant update (claimed_until, attempts) on stream_route to takt_system;
create policy queue on stream_route to takt_system using (true);

grant select, update on process to takt_system;
create policy queue on process to takt_system using (true);

grant select (run_id, event_id, business_id, state, attempts, next_attempt_at) on run_inbox to takt_system;
create policy queue on run_inbox to takt_system using (true);

grant select (id, business_id, bot_id, chat_id, state, class, priority, not_before, reserved_until, created_at) on message to takt_system;
create policy queue on message to takt_system using (true);

grant select, insert, update on bot_lease to takt_system;
create policy queue on bot_lease to takt_system using (true);

grant select (bot_id, update_id, seq, business_id, chat_id, received_at, attempts, next_attempt_at, processed_at, dead_at, answer, answered_at),
  insert, update (answered_at) on update to takt_system;
grant delete on update to takt_system;
create policy queue on update to takt_system using (true);

grant select, insert, update, delete on chat_claim to takt_system, takt_app;
grant select, insert, update on heartbeat to takt_system, takt_app;
grant usage on all sequences in schema public to takt_app, takt_system;

-- The provider's notification names a payment, not a business: this look-up alone crosses the wall.
create function find_attempt_business(wanted uuid) returns uuid
  language sql stable security definer set search_path = public
  as $$ select business_id from payment_attempt where id = wanted $$;
revoke all on function find_attempt_business(uuid) from public;
grant execute on function find_attempt_business(uuid) to takt_system;
