-- Tries of a move that broke, since the last one that went well: a run that cannot go on ends as failed.
alter table run add broken_times int not null default 0, add broken_since timestamptz;
