-- What the knowledge does not answer, gathered over sessions, and what came of it. Every key begins with the workspace.

create table gap (
    workspace    text        not null,
    id           uuid        not null,
    policy       boolean     not null,
    question     text        not null,
    state        text        not null,
    keeper       text,
    answer       text        not null default '',
    link         text        not null default '',
    noted_at     timestamptz not null,
    closed_at    timestamptz,
    closed_by    text,
    constraint gap_pk primary key (workspace, id),
    constraint gap_state check (state in ('OPEN', 'CLOSED')),
    constraint gap_closed check ((state = 'CLOSED') = (closed_at is not null))
);
comment on table gap is 'A question that an article should answer, or a policy that is not clear; alike ones are one. Closed by the article that answers it.';
create index gap_words on gap using gin (to_tsvector('english', question));
create index gap_open on gap (workspace, state, noted_at);

create table gap_sighting (
    workspace text        not null,
    id        uuid        not null,
    gap       uuid        not null,
    session   uuid        not null,
    finder    text        not null,
    question  text        not null,
    noted_at  timestamptz not null,
    constraint gap_sighting_pk primary key (workspace, id),
    constraint gap_sighting_once unique (workspace, gap, session),
    constraint gap_sighting_gap foreign key (workspace, gap) references gap (workspace, id) on delete cascade
);
comment on table gap_sighting is 'A session in which a gap hurt, in the words it was noted in.';
create index gap_sighting_session on gap_sighting (workspace, session);

create table gap_use (
    workspace text        not null,
    gap       uuid        not null,
    session   uuid        not null,
    used_at   timestamptz not null,
    constraint gap_use_pk primary key (workspace, gap, session),
    constraint gap_use_gap foreign key (workspace, gap) references gap (workspace, id) on delete cascade
);
comment on table gap_use is 'A later session that the answer to a gap helped.';
