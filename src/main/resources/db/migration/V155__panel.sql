-- Specialists who look at one case at the same time, what each says, and what policy blocks.

create table panel (
    id           uuid        not null,
    workspace    text        not null,
    session      uuid        not null,
    state        text        not null,
    round        int         not null default 1,
    attempt      int         not null default 0,
    seats        text        not null,
    ledger       text        not null default '',
    contested    text        not null default '',
    card         int         not null default 0,
    called_by    text        not null,
    stopped_by   text,
    choice       text,
    chosen_by    text,
    closed       boolean     not null default false,
    micros       bigint      not null default 0,
    begun_at     timestamptz not null,
    due_at       timestamptz not null,
    ended_at     timestamptz,
    constraint panel_pk primary key (workspace, id),
    constraint panel_session foreign key (workspace, session) references session (workspace, id) on delete cascade,
    constraint panel_state check (state in ('RUNNING', 'DECIDING', 'DRAFTING', 'DONE', 'FAILED', 'STOPPED')),
    constraint panel_rounds check (round in (1, 2)),
    constraint panel_chosen check ((choice is null) = (chosen_by is null)),
    constraint panel_one_at_a_time exclude (workspace with =, session with =) where (state in ('RUNNING', 'DRAFTING'))
);
comment on table panel is 'A call of the specialists to a session. One at a time is under way in a session.';
create index panel_of_session on panel (workspace, session, begun_at);
create index panel_of_day on panel (workspace, begun_at);

create table panel_seat (
    panel      uuid        not null,
    round      int         not null,
    specialist text        not null,
    workspace  text        not null,
    missing    text,
    position   text,
    settled_at timestamptz not null,
    constraint panel_seat_pk primary key (workspace, panel, round, specialist),
    constraint panel_seat_panel foreign key (workspace, panel) references panel (workspace, id) on delete cascade,
    constraint panel_seat_settled check ((missing is null) <> (position is null))
);
comment on table panel_seat is 'What a specialist said in a round, or why it said nothing.';

create table panel_block (
    id            uuid        not null,
    panel         uuid        not null,
    workspace     text        not null,
    session       uuid        not null,
    specialist    text        not null,
    what          text        not null,
    kind          text        not null,
    clause        text        not null,
    quote         text        not null,
    state         text        not null,
    settled_by    text,
    reason        text,
    blocked_at    timestamptz not null,
    settled_at    timestamptz,
    constraint panel_block_pk primary key (workspace, id),
    constraint panel_block_panel foreign key (workspace, panel) references panel (workspace, id) on delete cascade,
    constraint panel_block_state check (state in ('STANDING', 'KEPT', 'LIFTED')),
    constraint panel_block_lifted check (state <> 'LIFTED' or (settled_by is not null and length(btrim(reason)) > 0))
);
comment on table panel_block is 'What policy blocks in a session, by which clause; kept to, or lifted by a person with a reason.';
create index panel_block_of_session on panel_block (workspace, session);
