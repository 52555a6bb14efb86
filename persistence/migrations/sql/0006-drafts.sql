-- Drafts of automations, and how many people went where.
alter table automation drop constraint automation_state_check;
alter table automation add constraint automation_state_check check (state in ('draft', 'active', 'paused', 'archived'));

-- What the owner draws, under a revision: two editors never overwrite one another unseen.
create table automation_draft (
  business_id uuid not null,
  automation_id uuid not null,
  document jsonb not null,
  -- What the document means: where its nodes stand is not part of it.
  meaning text not null,
  revision int not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (business_id, automation_id),
  foreign key (business_id, automation_id) references automation (business_id, id)
);
alter table automation_version add column meaning text not null default '';
insert into automation_draft (business_id, automation_id, document, meaning, revision, saved_by, saved_at)
  select v.business_id, v.automation_id, v.document, '', 1, v.published_by, v.published_at
  from automation a join automation_version v on v.business_id = a.business_id and v.id = a.published_version_id;

-- Live counts never scan the log: the move that lets a person through counts it. Shards keep a busy node from being a queue.
create table node_tally (
  business_id uuid not null,
  automation_id uuid not null,
  version_id uuid not null,
  node_id text not null,
  port text not null,
  shard smallint not null check (shard between 0 and 7),
  passed bigint not null default 0,
  failed bigint not null default 0,
  primary key (business_id, automation_id, version_id, node_id, port, shard),
  foreign key (business_id, version_id) references automation_version (business_id, id)
);
insert into node_tally (business_id, automation_id, version_id, node_id, port, shard, passed)
  select r.business_id, r.automation_id, r.version_id, coalesce(l.node_id, 'trigger'), coalesce(l.facts ->> 'port', case when l.kind = 'entered' then 'next' else '' end), 0, count(*)
  from run_log l join run r on r.business_id = l.business_id and r.id = l.run_id
  where l.kind in ('entered', 'went') or (l.kind = 'ended' and l.node_id is not null and l.facts ->> 'outcome' = 'finished')
  group by 1, 2, 3, 4, 5;

alter table run add column node_id text generated always as (position ->> 'nodeId') stored;
create index run_live_by_node on run (business_id, automation_id, node_id, version_id) where state in ('opened', 'waiting');
create index run_failed_by_automation on run (business_id, automation_id, started_at desc, id desc) where outcome = 'failed';
create index run_log_by_node on run_log (business_id, run_id, node_id);

do $$
declare t text;
begin
  foreach t in array array['automation_draft', 'node_tally'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy one_business on %I to takt_app using (business_id = nullif(current_setting(''takt.business_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to takt_app', t);
  end loop;
end $$;
