-- A request that changes something, by the key that its sender gave it: the same again gets the same answer.
create table api_request (
  business_id uuid not null references business (id),
  user_id text not null,
  request_key text not null check (length(request_key) between 8 and 200),
  -- Of method, address and body: a key belongs to one request.
  print text not null,
  -- Sealed, since an answer may carry an address that is a secret.
  answer_sealed text,
  received_at timestamptz not null,
  primary key (business_id, user_id, request_key)
);
create index api_request_by_age on api_request (received_at);

alter table api_request enable row level security;
alter table api_request force row level security;
create policy one_business on api_request to takt_app
  using (business_id = nullif(current_setting('takt.business_id', true), '')::uuid);
grant select, insert, update on api_request to takt_app;

-- Old ones are forgotten across businesses, unread.
grant select (business_id, user_id, request_key, received_at), delete on api_request to takt_system;
create policy queue on api_request to takt_system using (true);
