alter table turn add column by_playbook boolean not null default false;
comment on column turn.by_playbook is 'Somebody wants this turn answered by the playbook although Claude could be asked.';
