-- Work on all entities of a blueprint; it goes on after a restart, a batch in each transaction.
create table migration (
  organization     text        not null,
  id               text        not null,
  seq              bigint      generated always as identity,
  blueprint_id     text        not null,
  blueprint        text        not null,
  mapping          text,
  delete_blueprint boolean     not null,
  run_id           text,
  principal        text        not null,
  principal_kind   text        not null,
  email            text,
  origin           text        not null,
  status           text        not null,
  done             bigint      not null,
  failed           bigint      not null,
  reason           text,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  constraint migration_pk primary key (organization, id),
  constraint migration_status_check
    check (status in ('PENDING', 'RUNNING', 'COMPLETED', 'FAILURE', 'CANCELLED'))
);
create index migration_going_idx on migration (updated_at) where status in ('PENDING', 'RUNNING');
