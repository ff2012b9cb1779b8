create table pace (
    workspace text not null,
    what text not null,
    tokens double precision not null,
    at timestamptz not null,
    blocked_until timestamptz not null default '-infinity',
    constraint pace_pk primary key (workspace, what)
);
comment on table pace is 'One token bucket per workspace and thing that somebody else limits, shared by all processes';
