-- A definition is kept as the text that was sent: clients compare what they read with what they sent.
create table blueprint (
  organization text        not null,
  id           text        not null,
  seq          bigint      generated always as identity,
  identifier   text        not null,
  definition   text        not null,
  created_at   timestamptz not null,
  created_by   text        not null,
  updated_at   timestamptz not null,
  updated_by   text        not null,
  constraint blueprint_pk primary key (organization, id),
  constraint blueprint_identifier_once unique (organization, identifier)
);

-- Properties are kept twice: the text for readers, and the same as jsonb for searching.
create table entity (
  organization text        not null,
  id           text        not null,
  seq          bigint      generated always as identity,
  blueprint_id text        not null,
  identifier   text        not null,
  lookup       text        not null,
  title        text        not null,
  icon         text,
  team         text[]      not null,
  properties   text        not null,
  searchable   jsonb       not null generated always as (properties::jsonb) stored,
  datasource   text        not null,
  created_at   timestamptz not null,
  created_by   text        not null,
  updated_at   timestamptz not null,
  updated_by   text        not null,
  constraint entity_pk primary key (organization, id),
  constraint entity_identifier_once unique (organization, blueprint_id, lookup),
  constraint entity_of_blueprint_fk foreign key (organization, blueprint_id)
    references blueprint (organization, id)
);
create index entity_in_order_idx on entity (organization, blueprint_id, seq);
create index entity_by_property_idx on entity using gin (searchable jsonb_path_ops);
create index entity_by_team_idx on entity using gin (team);

-- Links name both ends by their internal ids, so renames need not touch them.
create table link (
  organization text    not null,
  source_id    text    not null,
  relation     text    not null,
  position     integer not null,
  target_id    text    not null,
  constraint link_pk primary key (organization, source_id, relation, position),
  constraint link_of_source_fk foreign key (organization, source_id)
    references entity (organization, id) on delete cascade,
  constraint link_to_target_fk foreign key (organization, target_id)
    references entity (organization, id)
);
create index link_by_target_idx on link (organization, target_id);

-- One row per timer property that is set; a fired one stays, so that it fires once per value.
create table timer (
  organization text        not null,
  entity_id    text        not null,
  property     text        not null,
  value        text        not null,
  due_at       timestamptz not null,
  fired_at     timestamptz,
  constraint timer_pk primary key (organization, entity_id, property),
  constraint timer_of_entity_fk foreign key (organization, entity_id)
    references entity (organization, id) on delete cascade
);
create index timer_due_idx on timer (due_at) where fired_at is null;

-- Organisations that were made here; an erased one is remembered, since its id is never given again.
create table organization (
  id         text        not null,
  name       text        not null,
  public_url text        not null,
  made_at    timestamptz not null default now(),
  erased_at  timestamptz,
  constraint organization_pk primary key (id)
);
