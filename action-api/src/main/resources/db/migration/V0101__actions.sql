-- What can be done. The definition is kept as the text that was sent, because it must be echoed.
create table action (
  id              text        not null,
  organization_id text        not null,
  identifier      text        not null,
  definition      text        not null,
  permissions     text        not null,
  created_at      timestamptz not null,
  created_by      text        not null,
  changed_at      timestamptz not null,
  changed_by      text        not null,
  constraint action_pk primary key (id),
  constraint action_of foreign key (organization_id) references organization (id),
  constraint action_identifier_once unique (organization_id, identifier)
);
