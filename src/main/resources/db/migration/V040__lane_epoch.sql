alter table lane add column epoch bigint not null default 0;
comment on column lane.epoch is 'Counts who began to work off what came in on it; whoever has an older number has been given up for dead and writes no more';
