-- Where a tip stands in Slack, how it is found again, and who reacted to it.
alter table tip add column channel text;
alter table tip add column ts text;
alter table tip add column batch text;
create index tip_words on tip using gin (to_tsvector('english', words));
create index tip_place on tip (workspace, channel, ts);
create index tip_batch on tip (workspace, batch);

create table tip_reaction (
    workspace  text        not null,
    tip        uuid        not null,
    member     text        not null,
    reaction   text        not null,
    reacted_at timestamptz not null,
    constraint tip_reaction_pk primary key (workspace, tip, member, reaction),
    constraint tip_reaction_tip foreign key (workspace, tip) references tip (workspace, id) on delete cascade
);
comment on table tip_reaction is 'Who reacted to a shared tip, and with what; who shared it does not count.';

create table digest_reader (
    workspace text        not null,
    member    text        not null,
    since     timestamptz not null,
    sent_at   timestamptz not null,
    constraint digest_reader_pk primary key (workspace, member)
);
comment on table digest_reader is 'Leads who want the weekly digest, and when it last went out to them; the row goes when they no longer want it.';
