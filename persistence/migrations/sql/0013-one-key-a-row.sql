-- Rows that are written at every move carried two unique keys of the same meaning, (id) and (business_id, id). Two
-- upserts of a new row at once then met at the one that was not asked ("on conflict (id)") and were refused; and every
-- key more is an index to write. One key each, the one by which the row is found.

alter table stream_route drop constraint stream_route_stream_id_fkey;
alter table event drop constraint event_business_id_stream_id_fkey;
alter table stream drop constraint stream_pkey, drop constraint stream_business_id_id_key;
alter table stream add primary key (business_id, id);
alter table stream_route add foreign key (business_id, stream_id) references stream (business_id, id);
alter table event add foreign key (business_id, stream_id) references stream (business_id, id);

alter table run_inbox drop constraint run_inbox_business_id_event_id_fkey;
alter table event drop constraint event_pkey, drop constraint event_business_id_id_key;
alter table event add primary key (business_id, id);
alter table run_inbox add foreign key (business_id, event_id) references event (business_id, id);

alter table process drop constraint process_business_id_id_key;
alter table contact_change drop constraint contact_change_business_id_id_key;

alter table effect drop constraint effect_pkey, drop constraint effect_business_id_id_key,
  drop constraint effect_business_id_effect_key_key;
alter table effect add primary key (business_id, effect_key);

alter table run_log drop constraint run_log_pkey, drop constraint run_log_business_id_id_key,
  drop constraint run_log_business_id_run_id_move_no_ordinal_key;
alter table run_log add primary key (business_id, run_id, move_no, ordinal);

-- When a date of somebody was last reached is asked at every change of a date; their other events are not read for it.
create index event_dates_reached on event (business_id, stream_id) where type = 'date.reached';
