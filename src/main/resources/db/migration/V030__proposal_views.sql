-- Wherever a proposal is shown it tells the same.

create table proposal_view (
    workspace text not null,
    proposal uuid not null,
    message text not null,
    place text not null,
    shown_at timestamptz not null,
    constraint proposal_view_pk primary key (workspace, proposal, message),
    constraint proposal_view_of_proposal foreign key (workspace, proposal) references proposal (workspace, id)
);
comment on table proposal_view is 'Where else a proposal is shown than in the approvals channel and its thread';
comment on column proposal_view.place is 'The channel, or the person whose direct message it is';

alter table home_visit add column stale boolean not null default false;
alter table home_visit add column edition bigint not null default 0;
alter table home_visit add column shown_at timestamptz;
comment on column home_visit.stale is 'Something has changed since Home was put up, and an errand to put it up anew is on its way';
comment on column home_visit.edition is 'Counts those errands';

create index proposal_settled on proposal (workspace, settled_at desc) where state <> 'OPEN';
create index proposal_made_by on proposal (workspace, created_by, created_at desc);
create index proposal_participant_is on proposal_participant (workspace, member);
