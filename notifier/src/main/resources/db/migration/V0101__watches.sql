-- Who asked for a run that needs approval, so that they can be told what came of it; gone when the run has ended.
create table watch (
  organization   text        not null,
  run_id         text        not null,
  requester_id   text        not null,
  email          text        not null,
  name           text,
  action_title   text        not null,
  created_at     timestamptz not null default now(),
  constraint watch_pk primary key (organization, run_id)
);
