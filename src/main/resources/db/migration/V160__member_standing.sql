-- Guests, bots and deactivated accounts neither decide nor start sessions: what Slack last said of each person.

create table member_standing (
    workspace text not null,
    member text not null,
    standing text not null,
    seen_at timestamptz not null,
    constraint member_standing_pk primary key (workspace, member),
    constraint member_standing_is_known check (standing in ('MEMBER', 'GUEST', 'BOT', 'DEACTIVATED'))
);
comment on table member_standing is 'What a person is in Slack, as Slack last said';
