-- The agent corrects the ledger; causes keep their order; questions are ticked as they are answered.

alter table fact add column likelihood integer;
alter table fact add column probe text not null default '';
alter table fact add column removed_by text;
comment on column fact.likelihood is 'A possible cause and its place in the order, 1 the likeliest; its probe is the check that would tell.';
comment on column fact.removed_by is 'Who took it out of the ledger. It stays so that nobody brings it back by noting it again.';

create table correction (
    workspace  text        not null,
    id         uuid        not null,
    session    uuid        not null,
    batch      uuid        not null,
    fact       uuid        not null,
    was        text,
    statement  text        not null,
    removed_by text,
    member     text        not null,
    made_at    timestamptz not null,
    taken_back boolean     not null default false,
    constraint correction_pk primary key (workspace, id),
    constraint correction_fact foreign key (workspace, fact) references fact (workspace, id) on delete cascade
);
comment on table correction is 'What a fact was before an agent corrected it; without `was` it was not there. One batch is one press.';
create index correction_batch on correction (workspace, batch);

create table asked_question (
    workspace   text        not null,
    id          uuid        not null,
    session     uuid        not null,
    turn        uuid        not null,
    move        integer     not null,
    number      integer     not null,
    words       text        not null,
    state       text        not null,
    answer      text        not null default '',
    edition     integer     not null default 0,
    asked_at    timestamptz not null,
    constraint asked_question_pk primary key (workspace, id),
    constraint asked_question_number unique (workspace, turn, move, number),
    constraint asked_question_state check (state in ('OPEN', 'ANSWERED', 'NOT_KNOWN')),
    constraint asked_question_session foreign key (workspace, session) references session (workspace, id) on delete cascade
);
comment on table asked_question is 'What the partner asked, one by one, and what was answered. Not known is an answer.';
create index asked_question_session on asked_question (workspace, session);
