-- Something to be told to someone through a channel. The id follows from what it is about, so a repeated event makes no
-- second one. A claim moves due_at behind the lease and counts the attempt before anything is sent.
create table delivery (
  id            text        not null,
  organization  text        not null,
  run_id        text        not null,
  channel       text        not null constraint delivery_channel_check check (channel in ('email', 'webhook')),
  recipient     text        not null,
  content       text        not null,
  state         text        not null
                constraint delivery_state_check check (state in ('PENDING', 'DELIVERED', 'GIVEN_UP')),
  attempt       integer     not null default 0,
  due_at        timestamptz not null default now(),
  created_at    timestamptz not null default now(),
  settled_at    timestamptz,
  reason        text        not null default '',
  constraint delivery_pk primary key (id)
);
create index delivery_due_idx on delivery (channel, due_at) where state = 'PENDING';
create index delivery_by_run_idx on delivery (organization, run_id);
create index delivery_settled_idx on delivery (settled_at) where state <> 'PENDING';
