-- Definitions that are kept as they were sent; a scorecard goes with its blueprint.
create table definition (
  organization text        not null,
  kind         text        not null,
  id           text        not null,
  seq          bigint      generated always as identity,
  blueprint_id text,
  identifier   text        not null,
  body         text        not null,
  created_at   timestamptz not null,
  created_by   text        not null,
  updated_at   timestamptz not null,
  updated_by   text        not null,
  constraint definition_pk primary key (organization, id),
  constraint definition_kind_check check (kind in ('SCORECARD', 'WEBHOOK', 'INTEGRATION')),
  constraint definition_identifier_once
    unique nulls not distinct (organization, kind, blueprint_id, identifier),
  constraint definition_of_blueprint_fk foreign key (organization, blueprint_id)
    references blueprint (organization, id) on delete cascade
);
