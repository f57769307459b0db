-- Records of the change log that go to an address. What was heard is deleted; what was given up stays with its reason.
create table change_delivery (
  organization text        not null,
  event_id     text        not null,
  url          text        not null,
  body         text        not null,
  attempt      integer     not null default 0,
  due_at       timestamptz not null default now(),
  created_at   timestamptz not null default now(),
  given_up_at  timestamptz,
  reason       text        not null default '',
  constraint change_delivery_pk primary key (organization, event_id)
);
create index change_delivery_due_idx on change_delivery (due_at) where given_up_at is null;
