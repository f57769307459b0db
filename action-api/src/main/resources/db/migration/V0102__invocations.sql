-- Each accepted invocation with the event that says so, byte for byte, until and after the
-- orchestrator has begun its run.
create table invocation (
  run_id          text        not null,
  organization_id text        not null,
  event_id        text        not null,
  headers         text        not null,
  payload         bytea       not null,
  run             text        not null,
  idempotency_key text        not null,
  action_id       text        not null,
  principal       text        not null,
  body_hash       bytea       not null,
  created_at      timestamptz not null,
  confirmed_at    timestamptz,
  constraint invocation_pk primary key (run_id),
  constraint invocation_of foreign key (organization_id) references organization (id)
);
-- The same key by the same caller for the same action is the same wish.
create unique index invocation_key_once
  on invocation (organization_id, action_id, principal, idempotency_key) where idempotency_key <> '';
-- Only what is not confirmed is in here, so asking before every list costs next to nothing.
create index invocation_unconfirmed_idx
  on invocation (organization_id, created_at desc) where confirmed_at is null;
