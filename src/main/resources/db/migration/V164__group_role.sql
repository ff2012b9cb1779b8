-- A role by Slack user group: whoever is in the group has it, as long as they are.

create table group_role (
    workspace text not null,
    usergroup text not null,
    role text not null,
    is_admin boolean not null,
    named_by text not null,
    named_at timestamptz not null,
    seen_at timestamptz,
    constraint group_role_pk primary key (workspace, usergroup),
    constraint group_role_is_known check (role in ('AGENT', 'SUPERVISOR', 'MANAGER'))
);
comment on table group_role is 'What the people of a Slack user group are here; what somebody was given by name goes before it';
comment on column group_role.seen_at is 'When Slack last said who is in it; empty: not yet';

create table group_member (
    workspace text not null,
    usergroup text not null,
    member text not null,
    constraint group_member_pk primary key (workspace, usergroup, member),
    constraint group_member_group foreign key (workspace, usergroup) references group_role (workspace, usergroup)
        on delete cascade
);
comment on table group_member is 'Who is in a user group that has a role, as Slack last said';
create index group_member_of on group_member (workspace, member);
