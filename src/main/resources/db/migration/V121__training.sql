-- Drills: what is practised, how it went, and who lets others see it. Every key begins with the workspace.

create table drill_run (
    workspace  text        not null,
    id         uuid        not null,
    trainee    text        not null,
    drill      text        not null,
    title      text        not null,
    script     text        not null,
    way        text        not null,
    help       text        not null,
    temper     integer     not null,
    state      text        not null,
    channel    text,
    thread_ts  text,
    edition    integer     not null default 0,
    closeness  double precision,
    keep       text        not null default '',
    attempt    text        not null default '',
    begun_at   timestamptz not null,
    ended_at   timestamptz,
    constraint drill_run_pk primary key (workspace, id),
    constraint drill_run_way check (way in ('COACHED', 'ROLE_PLAY')),
    constraint drill_run_state check (state in ('RUNNING', 'ENDED')),
    constraint drill_run_temper check (temper between 0 and 5),
    constraint drill_run_ended check ((state = 'ENDED') = (ended_at is not null))
);
comment on table drill_run is 'Somebody practising one drill, in their direct messages. The script is the drill as it was when they began.';
create unique index drill_run_thread on drill_run (workspace, channel, thread_ts);
create index drill_run_trainee on drill_run (workspace, trainee, begun_at);

create table drill_turn (
    workspace text        not null,
    id        uuid        not null,
    run       uuid        not null,
    number    integer     not null,
    words     text        not null,
    said_at   timestamptz not null,
    answer    text,
    author    text,
    declared  text        not null default '',
    signs     text        not null default '',
    faults    text        not null default '',
    temper    integer,
    constraint drill_turn_pk primary key (workspace, id),
    constraint drill_turn_number unique (workspace, run, number),
    constraint drill_turn_run foreign key (workspace, run) references drill_run (workspace, id) on delete cascade
);
comment on table drill_turn is 'What a trainee wrote and what came back; declared, signs and faults hold one name and sentence a line.';

create table drill_mark (
    workspace text    not null,
    id        uuid    not null,
    run       uuid    not null,
    step      text    not null,
    earned    boolean not null,
    sentence  text    not null,
    constraint drill_mark_pk primary key (workspace, id),
    constraint drill_mark_once unique (workspace, run, step),
    constraint drill_mark_run foreign key (workspace, run) references drill_run (workspace, id) on delete cascade
);
comment on table drill_mark is 'The scorecard of a drill that ended, step by step.';

create table made_drill (
    workspace   text        not null,
    id          uuid        not null,
    session     uuid        not null,
    title       text        not null,
    script      text        not null,
    approved_by text        not null,
    approved_at timestamptz not null,
    constraint made_drill_pk primary key (workspace, id),
    constraint made_drill_session unique (workspace, session)
);
comment on table made_drill is 'A closed session as a drill, without anybody in it, as a person read and approved it.';

create table practice_consent (
    workspace text        not null,
    member    text        not null,
    given_at  timestamptz not null,
    constraint practice_consent_pk primary key (workspace, member)
);
comment on table practice_consent is 'Who lets supervisors see their own practice; the row goes when they take it back.';
