-- One row per run whose work has left, or has to: DUE until what is needed is at hand, then SENT with
-- the very bytes, sealed, rendered and signed once.
create table dispatch (
  run_id       text        not null,
  organization text        not null,
  state        text        not null constraint dispatch_state_check check (state in ('DUE', 'SENT')),
  due_at       timestamptz not null default now(),
  tries        integer     not null default 0,
  reason       text        not null default '',
  dispatch_id  text,
  method       text,
  target       text,
  sha256       text,
  payload      bytea,
  sent_at      timestamptz,
  constraint dispatch_pk primary key (run_id)
);
create index dispatch_due_idx on dispatch (due_at) where state = 'DUE';
