-- One key per organisation, wrapped by slipway.sealing.key: its secrets are sealed with it, and are gone with it.
create table data_key (
  organization_id text        not null,
  wrapped         bytea       not null,
  created_at      timestamptz not null,
  constraint data_key_pk primary key (organization_id),
  constraint data_key_of foreign key (organization_id) references organization (id)
);

-- What actions need and nobody may read: only metadata and sealed bytes.
create table organization_secret (
  organization_id text        not null,
  name            text        not null,
  description     text,
  sealed          bytea       not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  constraint organization_secret_pk primary key (organization_id, name),
  constraint organization_secret_of foreign key (organization_id) references organization (id)
);

-- Credentials have a name that can change, so they say when they last did.
alter table credential add column changed_at timestamptz;
update credential set changed_at = created_at;
alter table credential alter column changed_at set not null;
