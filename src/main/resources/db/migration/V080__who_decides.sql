-- Cards say for whom they wait: when others may decide, they are shown anew.

create table who_decides (
    workspace text not null,
    members text not null,
    seen_at timestamptz not null,
    constraint who_decides_pk primary key (workspace)
);
comment on table who_decides is 'Who might decide in a workspace when its cards were last told';
comment on column who_decides.members is 'Slack user ids, sorted, separated by spaces';
