-- What a workspace has set for itself in App Home, saving by saving.

create table workspace_setting (
    workspace text not null,
    version integer not null,
    name text not null,
    value text not null,
    saved_by text not null,
    saved_at timestamptz not null,
    constraint workspace_setting_pk primary key (workspace, version, name),
    constraint workspace_setting_version_counts check (version >= 1)
);
comment on table workspace_setting is 'What was changed with each saving; the newest of a name holds';
comment on column workspace_setting.value is 'Empty: as whoever runs the program has set it';
create index workspace_setting_newest on workspace_setting (workspace, name, version desc);
