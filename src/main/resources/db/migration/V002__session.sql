-- The cowork session: one hard ticket, worked out in one thread. Every key begins with the workspace.

create table session (
    workspace          text        not null,
    id                 uuid        not null,
    channel            text        not null,
    thread_ts          text,
    card_key           text        not null,
    card_in_thread     boolean     not null,
    card_version       integer     not null default 0,
    opening            text        not null,
    quick              boolean     not null,
    owner              text        not null,
    ticket             text        not null,
    customer           text        not null,
    amount_minor       bigint,
    amount_currency    text,
    limit_minor        bigint,
    limit_currency     text,
    confidence         integer,
    state              text        not null,
    opened_at          timestamptz not null,
    closed_at          timestamptz,
    closed_by          text,
    outcome            text,
    note               text        not null default '',
    closing_confidence integer,
    constraint session_pk primary key (workspace, id),
    constraint session_id_unique unique (id),
    constraint session_state check (state in ('OPEN', 'PAUSED', 'CLOSED')),
    constraint session_confidence check (confidence between 1 and 5),
    constraint session_closing_confidence check (closing_confidence between 1 and 5),
    constraint session_amount check ((amount_minor is null) = (amount_currency is null)),
    constraint session_limit check ((limit_minor is null) = (limit_currency is null)),
    constraint session_closed check ((state = 'CLOSED') = (closed_at is not null))
);
comment on table session is 'One hard ticket from opening to close; its thread is known once its card stands in Slack.';
create unique index session_thread on session (workspace, channel, thread_ts);
create index session_card on session (workspace, card_key);
create index session_owner on session (workspace, owner, state);

create table session_member (
    workspace text        not null,
    id        uuid        not null,
    session   uuid        not null,
    member    text        not null,
    joined_at timestamptz not null,
    constraint session_member_pk primary key (workspace, id),
    constraint session_member_once unique (workspace, session, member),
    constraint session_member_session foreign key (workspace, session) references session (workspace, id) on delete cascade
);
comment on table session_member is 'Who works on the ticket as agent: the owner and whoever joined.';

create table situation_field (
    workspace text    not null,
    id        uuid    not null,
    session   uuid    not null,
    position  integer not null,
    label     text    not null,
    words     text    not null,
    constraint situation_field_pk primary key (workspace, id),
    constraint situation_field_position unique (workspace, session, position),
    constraint situation_field_session foreign key (workspace, session) references session (workspace, id) on delete cascade
);
comment on table situation_field is 'What the agent filled in at the opening, label by label.';

create table turn (
    workspace    text        not null,
    id           uuid        not null,
    session      uuid        not null,
    number       integer     not null,
    state        text        not null,
    attempt      integer     not null,
    tries        integer     not null,
    series       integer     not null,
    words        text        not null,
    text         text        not null default '',
    record       text,
    author       text,
    input_tokens bigint      not null default 0,
    cached_tokens bigint     not null default 0,
    output_tokens bigint     not null default 0,
    failure      text,
    begun_at     timestamptz not null,
    answered_at  timestamptz,
    constraint turn_pk primary key (workspace, id),
    constraint turn_number unique (workspace, session, number),
    constraint turn_state check (state in ('RUNNING', 'ANSWERED', 'FAILED')),
    constraint turn_session foreign key (workspace, session) references session (workspace, id) on delete cascade
);
comment on table turn is 'Words of the agent and the partner''s answer to them; at most one turn of a session is unanswered.';
create unique index turn_unanswered on turn (workspace, session) where state <> 'ANSWERED';

create table utterance (
    workspace text        not null,
    id        uuid        not null,
    session   uuid        not null,
    place     bigint      generated always as identity,
    kind      text        not null,
    member    text        not null,
    words     text        not null,
    turn      uuid,
    said_at   timestamptz not null,
    constraint utterance_pk primary key (workspace, id),
    constraint utterance_kind check (kind in ('INSTRUCTION', 'ASIDE', 'EVENT', 'NOTE')),
    constraint utterance_session foreign key (workspace, session) references session (workspace, id) on delete cascade,
    constraint utterance_turn foreign key (workspace, turn) references turn (workspace, id)
);
comment on table utterance is 'What was said in the thread or happened to the ticket, in order; without a turn: not yet given to the partner.';
create index utterance_waiting on utterance (workspace, session, place) where turn is null;

create table fact (
    workspace text        not null,
    id        uuid        not null,
    session   uuid        not null,
    place     bigint      generated always as identity,
    standing  text        not null,
    statement text        not null,
    noted_at  timestamptz not null,
    constraint fact_pk primary key (workspace, id),
    constraint fact_standing check (standing in ('customer_said', 'verified', 'assumed', 'unknown', 'tried', 'ruled_out')),
    constraint fact_session foreign key (workspace, session) references session (workspace, id) on delete cascade
);
comment on table fact is 'What is known about the ticket and how surely.';
create unique index fact_once on fact (workspace, session, md5(lower(statement)));

create table approach (
    workspace text    not null,
    id        uuid    not null,
    session   uuid    not null,
    turn      uuid    not null,
    move      integer not null,
    number    integer not null,
    title     text    not null,
    summary   text    not null,
    pros      text    not null,
    cons      text    not null,
    cost      text    not null,
    precedent text    not null,
    label     text    not null,
    chosen_by text,
    constraint approach_pk primary key (workspace, id),
    constraint approach_number unique (workspace, turn, move, number),
    constraint approach_session foreign key (workspace, session) references session (workspace, id) on delete cascade
);
comment on table approach is 'A way to go that the partner offered; pros and cons one per line.';

create table draft (
    workspace text        not null,
    id        uuid        not null,
    session   uuid        not null,
    version   integer     not null,
    channel   text        not null,
    words     text        not null,
    change    text        not null,
    written_by text,
    state     text        not null,
    message   text        not null,
    edition   integer     not null default 0,
    written_at timestamptz not null,
    used_at   timestamptz,
    used_by   text,
    constraint draft_pk primary key (workspace, id),
    constraint draft_version unique (workspace, session, version),
    constraint draft_state check (state in ('CURRENT', 'REPLACED', 'TAKEN_BACK', 'USED')),
    constraint draft_session foreign key (workspace, session) references session (workspace, id) on delete cascade
);
comment on table draft is 'Words for the customer, version by version; without a writer: the partner''s.';

create table suggestion (
    workspace text    not null,
    id        uuid    not null,
    session   uuid    not null,
    kind      text    not null,
    what      text    not null,
    amount    text    not null,
    currency  text    not null,
    urgency   text    not null,
    reason    text    not null,
    holding_reply text not null,
    state     text    not null,
    message   text    not null,
    edition   integer not null default 0,
    settled_by text,
    proposal  uuid,
    constraint suggestion_pk primary key (workspace, id),
    constraint suggestion_kind check (kind in ('COMPENSATION', 'ESCALATION')),
    constraint suggestion_state check (state in ('OPEN', 'SENT', 'OWN', 'DROPPED')),
    constraint suggestion_session foreign key (workspace, session) references session (workspace, id) on delete cascade
);
comment on table suggestion is 'A compensation or escalation the partner suggested; a person''s press settles it.';
