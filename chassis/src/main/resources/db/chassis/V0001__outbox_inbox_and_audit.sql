-- What is said in the transaction that changes something, until the relay has published it.
create table outbox (
  id           bigint generated always as identity,
  event_id     text        not null,
  lane         text        not null constraint outbox_lane_check check (lane in ('INTERNAL', 'ORGANIZATION')),
  topic        text        not null,
  key          text        not null,
  headers      text        not null,
  payload      bytea       not null,
  sealed       boolean     not null,
  created_at   timestamptz not null default now(),
  batch        uuid,
  published_at timestamptz,
  parked       text,
  constraint outbox_pk primary key (id)
);
-- Only what still waits is in the index, so it stays small however long published rows are kept.
create index outbox_waiting_idx on outbox (lane, id) where published_at is null;
create index outbox_published_idx on outbox (published_at) where published_at is not null;

-- One relay per service publishes, so that order holds; the lease says which.
create table relay_lease (
  name      text        not null,
  owner     text        not null,
  epoch     bigint      not null,
  until     timestamptz not null,
  constraint relay_lease_pk primary key (name)
);
insert into relay_lease (name, owner, epoch, until) values ('outbox', '', 0, now() - interval '1 day');

-- Which messages were seen, in the transaction of their effect.
create table inbox (
  message_id text        not null,
  seen_at    timestamptz not null default now(),
  constraint inbox_pk primary key (message_id)
);
create index inbox_by_age_idx on inbox (seen_at);

-- What could not be handled, and what waits behind it because it has the same key.
create table dead_letter (
  id           bigint generated always as identity,
  topic        text        not null,
  partition    integer     not null,
  "offset"     bigint      not null,
  key          text        not null,
  event_id     text        not null,
  headers      text        not null,
  payload      bytea,
  reason       text        not null,
  behind       boolean     not null,
  created_at   timestamptz not null default now(),
  resolved_at  timestamptz,
  constraint dead_letter_pk primary key (id),
  constraint dead_letter_once unique (topic, partition, "offset")
);
create index dead_letter_open_idx on dead_letter (topic, key, id) where resolved_at is null;

-- Who did what, and who was refused, written by the owner.
create table audit (
  id            text        not null,
  organization  text        not null,
  at            timestamptz not null,
  action        text        not null,
  resource_type text        not null,
  status        text        not null,
  blueprint     text        not null,
  entity        text        not null,
  run_id        text        not null,
  trigger       text        not null,
  context       text        not null,
  diff          text        not null,
  message       text        not null,
  constraint audit_pk primary key (id)
);
create index audit_newest_idx on audit (organization, at desc, id desc);
create index audit_by_run_idx on audit (organization, run_id, at desc) where run_id <> '';
create index audit_by_entity_idx on audit (organization, entity, at desc) where entity <> '';
create index outbox_parked_idx on outbox (topic, key) where parked is not null and published_at is null;
