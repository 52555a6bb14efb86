-- Until when a process waits, where others may do for it what is due.
alter table process add due_at timestamptz;
create index process_due on process (business_id, type, due_at) where state = 'open' and due_at is not null;
