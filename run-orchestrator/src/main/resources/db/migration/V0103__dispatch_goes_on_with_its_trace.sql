-- The trace in which work was wanted: what can only be sent later goes on with it.
alter table dispatch add column traceparent text;
