-- An organisation; its row stays when it is erased, because an id is never given twice.
create table organization (
  id             text        not null,
  name           text        not null,
  state          text        not null constraint organization_state_check check (state in ('PROVISIONING', 'ACTIVE', 'ERASED')),
  profile        text        not null,
  admin_email    text        not null,
  kafka_username text        not null,
  kafka_password bytea       not null,
  probe          boolean     not null,
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  constraint organization_pk primary key (id),
  constraint organization_kafka_username_once unique (kafka_username)
);

-- What is still to be done before an organisation's tokens work; claimed when it is due.
create table provisioning (
  organization_id text        not null,
  due_at          timestamptz not null default now(),
  attempt         integer     not null default 0,
  last_error      text        not null default '',
  constraint provisioning_pk primary key (organization_id),
  constraint provisioning_of foreign key (organization_id) references organization (id)
);
create index provisioning_by_due_idx on provisioning (due_at);

-- A client id and its secret: hashed to check it, sealed to sign with it. Rotating makes a new row,
-- and tokens name the row, so the tokens of the old secret end with it.
create table credential (
  id              text        not null,
  organization_id text        not null,
  client_id       text        not null,
  kind            text        not null constraint credential_kind_check check (kind in ('MACHINE', 'PERSONAL')),
  email           text        not null,
  name            text        not null,
  secret_hash     bytea       not null,
  secret_sealed   bytea       not null,
  standard        boolean     not null,
  created_at      timestamptz not null,
  constraint credential_pk primary key (id),
  constraint credential_of foreign key (organization_id) references organization (id),
  constraint credential_client_id_once unique (organization_id, client_id)
);
create index credential_by_client_id_idx on credential (client_id);
create unique index credential_machine_once on credential (client_id) where kind = 'MACHINE';
create unique index credential_standard_once on credential (organization_id) where standard;

-- A person's password. The session changes with it, and with the session every token ends.
create table password (
  organization_id text        not null,
  email           text        not null,
  hash            text        not null,
  session         text        not null,
  changed_at      timestamptz not null,
  constraint password_pk primary key (organization_id, email),
  constraint password_of foreign key (organization_id) references organization (id)
);
create index password_by_email_idx on password (email);
create index password_by_session_idx on password (session);
