-- A question put to people about a run. What they were told is kept as it was heard, byte for byte, hence text.
create table approval (
  id            text        not null,
  organization  text        not null,
  run_id        text        not null,
  quorum        text        not null constraint approval_quorum_check check (quorum in ('ANY', 'ALL')),
  state         text        not null
                constraint approval_state_check check (state in ('OPEN', 'APPROVED', 'DECLINED', 'RUN_LEFT')),
  version       bigint      not null,
  may_vote      text        not null,
  asked         text        not null,
  briefing      text        not null,
  created_at    timestamptz not null,
  settled_at    timestamptz,
  constraint approval_pk primary key (id),
  constraint approval_one_per_run unique (organization, run_id),
  constraint approval_settled_check check ((state = 'OPEN') = (settled_at is null))
);
-- A recount looks at what is open in one organisation; that stays small however much is decided.
create index approval_open_idx on approval (organization) where state = 'OPEN';

-- The key is the last word on a vote counting once.
create table vote (
  approval_id   text        not null constraint vote_approval_fk references approval (id) on delete cascade,
  voter         text        not null,
  position      integer     not null,
  voter_id      text        not null,
  voter_email   text,
  voter_kind    text        not null,
  verdict       text        not null constraint vote_verdict_check check (verdict in ('APPROVE', 'DECLINE')),
  description   text,
  at            timestamptz not null,
  constraint vote_pk primary key (approval_id, voter)
);
