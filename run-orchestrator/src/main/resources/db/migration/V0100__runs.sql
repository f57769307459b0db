-- Runs: what changes, kept small, because every report writes it anew.
create table run (
  id               text        not null,
  organization     text        not null,
  version          bigint      not null,
  -- How many things the run has said so far; each has its number in run_said.
  said             bigint      not null,
  status           text        not null constraint run_status_check
                     check (status in ('WAITING_FOR_APPROVAL', 'IN_PROGRESS', 'SUCCESS', 'FAILURE', 'DECLINED')),
  outcome          text        constraint run_outcome_check
                     check (outcome in ('SUCCESS', 'FAILURE', 'DECLINED', 'WITHDRAWN', 'TIMED_OUT')),
  action           text        not null,
  blueprint        text,
  entity           text,
  source           text        not null,
  open_to_all      boolean     not null,
  created_by       text        not null,
  created_by_email text,
  -- Who is asked to approve, and may therefore see it.
  approvers        text[]      not null default '{}',
  external_run_id  text,
  updated_by       text        not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  dispatched_at    timestamptz,
  ended_at         timestamptz,
  -- Label, links, summary, response, decision, payload. Text, because users' JSON is echoed as it came.
  told             text        not null,
  constraint run_pk primary key (id)
) with (fillfactor = 80);
create index run_newest_idx on run (organization, created_at desc, id desc);
create index run_by_creator_idx on run (organization, created_by, created_at desc);
create index run_by_entity_idx on run (organization, entity, created_at desc) where entity is not null;
create index run_by_external_idx on run (organization, external_run_id) where external_run_id is not null;

-- What was asked for. Never updated; written once with the run and read with it. There are no foreign
-- keys on the hot path: a run and what belongs to it are written and erased together, by one owner.
create table invocation (
  run_id   text not null,
  snapshot text not null,
  constraint invocation_pk primary key (run_id)
);

-- Everything a run says, status and log alike, numbered densely under the run's lock.
create table run_said (
  run_id text        not null,
  seq    bigint      not null,
  kind   text        not null constraint run_said_kind_check check (kind in ('status', 'log')),
  body   text        not null,
  constraint run_said_pk primary key (run_id, seq)
);

-- The record by which a run began to wait, for whoever has to ask people and has not heard it yet.
create table question (
  run_id   text  not null,
  event_id text  not null,
  record   bytea not null,
  constraint question_pk primary key (run_id)
);
