alter table turn add column stopped_by text;
comment on column turn.stopped_by is 'Who wants the answer under way to be broken off; read by the process that writes it.';
