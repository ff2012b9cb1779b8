create table suspension (
    workspace text not null,
    reason text not null,
    since timestamptz not null,
    constraint suspension_pk primary key (workspace)
);
comment on table suspension is 'Workspaces whose token Slack does not take: nothing is sent there until it takes one again';

create table pulse (
    workspace text not null,
    at timestamptz not null,
    constraint pulse_pk primary key (workspace)
);
comment on table pulse is 'When we last lived, had the database and reached Slack: a gap is a time in which something may have been missed';
