-- The pump goes by kind: an order's workflow does not stand behind a hundred thousand people who were started at once.
drop index process_to_wake;
create index process_to_wake on process (type, woken_at) where wake_no > seen_no and state = 'open';
