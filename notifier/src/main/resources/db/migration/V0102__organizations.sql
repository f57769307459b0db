-- Where an organisation's people find the console, for links; and which ids were erased and are never given again.
create table organization (
  id            text        not null,
  name          text        not null,
  public_url    text,
  erased_at     timestamptz,
  constraint organization_pk primary key (id)
);
