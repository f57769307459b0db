-- Work that leaves by a call instead of a topic: CALL until somebody has answered for good or patience has
-- run out, then SENT. Its bytes hold the request, sealed, rendered once; sent_at is when that was. A claim
-- commits a lease and an attempt (tries) before the call is made; what a dead replica held is due again.
alter table dispatch drop constraint dispatch_state_check;
alter table dispatch add constraint dispatch_state_check check (state in ('DUE', 'CALL', 'SENT'));
alter table dispatch add column leased_until timestamptz;
create index dispatch_call_idx on dispatch (due_at) where state = 'CALL';
