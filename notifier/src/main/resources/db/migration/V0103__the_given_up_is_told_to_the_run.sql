-- That somebody could not be told belongs into the log of the run. Null when there is nothing (more) to tell; each try moves
-- it on, so that a try which nobody finished is made again.
alter table delivery add column tell_run_at timestamptz;
create index delivery_untold_idx on delivery (tell_run_at) where tell_run_at is not null;
