-- Time is a state: who is reminded, who is away, and to whom it goes when nobody decides.

alter table proposal add column asked_at timestamptz;
alter table proposal add column reminded_for timestamptz;
alter table proposal add column fell_back_for timestamptz;
alter table proposal add column fell_back_to text;
alter table proposal add column hurried boolean not null default false;
alter table proposal add constraint proposal_falls_back_to_somebody check (fell_back_to is null or fell_back_for is not null);
comment on column proposal.asked_at is 'When the time for its deadline began: made or renewed; empty where that is when it was made';
comment on column proposal.reminded_for is 'The deadline of which its deciders were reminded: once for each';
comment on column proposal.fell_back_for is 'The deadline for which it went on to the stand-in: once for each';
comment on column proposal.fell_back_to is 'To whom it went on; empty where that could not be';
comment on column proposal.hurried is 'Everybody who may decide it is away: it goes on at once';

create table lead (
    workspace text not null,
    role text not null,
    place text not null,
    share integer,
    set_by text not null,
    set_at timestamptz not null,
    constraint lead_pk primary key (workspace, role),
    constraint lead_role_is_a_name check (role ~ '^\S(.{0,38}\S)?$'),
    constraint lead_place_is_an_id check (place ~ '^[UWSCG][A-Z0-9]{2,}$'),
    constraint lead_share_is_of_the_stand_in check ((role = 'STAND_IN') = (share is not null)),
    constraint lead_share_is_a_part check (share between 10 and 90)
);
comment on table lead is 'To whom something goes: a person, a user group or a channel, by Slack id';
comment on column lead.role is 'STAND_IN for what nobody decides in time; the target of an escalation otherwise';
comment on column lead.share is 'After how many hundredths of its time a proposal goes to the stand-in';

create table absence (
    workspace text not null,
    member text not null,
    until_at timestamptz not null,
    set_at timestamptz not null,
    constraint absence_pk primary key (workspace, member),
    constraint absence_is_ahead check (until_at > set_at)
);
comment on table absence is 'Who is away, as they said themselves, until when';

create table digest (
    workspace text not null,
    member text not null,
    wanted_at timestamptz,
    sent_at timestamptz,
    constraint digest_pk primary key (workspace, member)
);
comment on table digest is 'Who has so much waiting for them that it is told to them in one message';
