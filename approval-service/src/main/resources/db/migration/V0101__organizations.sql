-- An organisation's id is never given twice, so an erased one is remembered; what is heard of it later is dropped.
create table organization (
  id            text        not null,
  name          text        not null,
  erased_at     timestamptz,
  constraint organization_pk primary key (id)
);
