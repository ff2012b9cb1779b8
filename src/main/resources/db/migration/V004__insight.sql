-- What a closed session leaves behind, and who has looked at App Home. Every key begins with the workspace.

create table debrief (
    workspace       text        not null,
    session         uuid        not null,
    channel         text        not null,
    thread_ts       text        not null,
    owner           text        not null,
    outcome         text        not null,
    note            text        not null,
    minutes         bigint      not null,
    state           text        not null,
    attempt         integer     not null,
    tries           integer     not null,
    edition         integer     not null,
    done_well       text        not null default '',
    could_be_better text        not null default '',
    pattern         text        not null default '',
    tip             text        not null default '',
    author          text,
    failure         text,
    closed_at       timestamptz not null,
    ended_at        timestamptz,
    constraint debrief_pk primary key (workspace, session),
    constraint debrief_state check (state in ('WAITING', 'WRITTEN', 'FAILED')),
    constraint debrief_author check ((author is not null) = (state = 'WRITTEN'))
);
comment on table debrief is 'The look back on one closed session. An attempt is one request for it; its tries are the partner''s refusals within; an edition is one showing of its card.';
create index debrief_owner on debrief (workspace, owner, closed_at);

create table tip (
    workspace text        not null,
    id        uuid        not null,
    session   uuid,
    gesture   text        not null,
    words     text        not null,
    shared_by text        not null,
    shared_at timestamptz not null,
    constraint tip_pk primary key (workspace, id),
    constraint tip_gesture_is_once unique (workspace, gesture),
    constraint tip_session_is_once unique (workspace, session)
);
comment on table tip is 'A tip that a person shared with the team, as it was posted. Without a session: written by hand.';
create index tip_sharer on tip (workspace, shared_by, shared_at);

create table home_visit (
    workspace text        not null,
    member    text        not null,
    first_at  timestamptz not null,
    latest_at timestamptz not null,
    constraint home_visit_pk primary key (workspace, member)
);
comment on table home_visit is 'Who has opened App Home: it is kept up to date for them, and the getting-started list knows it.';
