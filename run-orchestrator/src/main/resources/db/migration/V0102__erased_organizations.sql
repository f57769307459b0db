-- Ids of organizations that are gone: what is heard of one later is dropped. An id is never given twice.
create table erased_organization (
  id        text        not null,
  erased_at timestamptz not null default now(),
  constraint erased_organization_pk primary key (id)
);
