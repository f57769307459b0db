-- An invocation is of use until its run has begun, and for as long as a client may repeat its wish.
create index invocation_confirmed_idx on invocation (confirmed_at) where confirmed_at is not null;
