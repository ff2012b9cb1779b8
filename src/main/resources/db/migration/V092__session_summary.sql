create table session_summary (
    workspace text        not null,
    session   uuid        not null,
    up_to     integer     not null,
    words     text        not null,
    talk      text        not null,
    made_at   timestamptz not null,
    constraint session_summary_key primary key (workspace, session),
    constraint session_summary_session foreign key (session) references session (id) on delete cascade
);
comment on table session_summary is 'What the turns up to a number brought, told to the partner in their place; the turns themselves are kept';
