-- Only what somebody said; everything else is as by default, under the name that a blueprint has now.
create table permission (
  organization text not null,
  blueprint_id text not null,
  said         text not null,
  constraint permission_pk primary key (organization, blueprint_id),
  constraint permission_of_blueprint_fk foreign key (organization, blueprint_id)
    references blueprint (organization, id) on delete cascade
);

-- The relations along which the entities of a blueprint inherit their team; null when they own teams themselves.
alter table blueprint add column team_path text[];
update blueprint
   set team_path = string_to_array(definition::json -> 'ownership' ->> 'path', '.')
 where definition::json -> 'ownership' ->> 'type' = 'Inherited';
create index blueprint_inheriting_idx on blueprint (organization) where team_path is not null;
create index link_by_relation_idx on link (organization, target_id, relation);
