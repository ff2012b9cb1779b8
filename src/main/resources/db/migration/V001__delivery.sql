-- What came in and what must go out. The truth is here; scheduled_tasks only says that a lane wants to be worked off.

create table lane (
    name text not null,
    workspace text not null,
    constraint lane_pk primary key (name)
);
comment on table lane is 'One row per lane: whoever adds to a lane or takes it off the schedule locks it first, so that no wake-up is lost';

create table inbox (
    id bigint generated always as identity,
    workspace text not null,
    key text not null,
    gesture text,
    lane text not null,
    kind text not null,
    body text not null,
    state text not null default 'WAITING',
    attempts integer not null default 0,
    duplicates integer not null default 0,
    received_at timestamptz not null,
    due_at timestamptz not null,
    ended_at timestamptz,
    error text,
    constraint inbox_pk primary key (id),
    constraint inbox_key_is_once unique (workspace, key),
    constraint inbox_gesture_is_once unique (workspace, gesture),
    constraint inbox_state_is_known check (state in ('WAITING', 'DONE', 'DEAD'))
);
comment on table inbox is 'One row per accepted delivery of Slack and per piece of work we gave ourselves';
create index inbox_waiting on inbox (lane, id) where state = 'WAITING';
create index inbox_dead on inbox (workspace, ended_at) where state = 'DEAD';

create table outbox (
    id bigint generated always as identity,
    workspace text not null,
    key text not null,
    message text not null,
    lane text not null,
    body text not null,
    state text not null default 'PENDING',
    attempts integer not null default 0,
    resent integer not null default 0,
    looked_up integer not null default 0,
    put_at timestamptz not null,
    due_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    channel text,
    ts text,
    error text,
    constraint outbox_pk primary key (id),
    constraint outbox_key_is_once unique (workspace, key),
    constraint outbox_state_is_known check (state in ('PENDING', 'SENDING', 'SENT', 'UNKNOWN', 'DEAD'))
);
comment on table outbox is 'One row per post to Slack; the first row sent for a message made it, the others change it';
create index outbox_waiting on outbox (lane, id) where state in ('PENDING', 'SENDING', 'UNKNOWN');
create index outbox_message on outbox (workspace, message);
create index outbox_dead on outbox (workspace, ended_at) where state = 'DEAD';

-- db-scheduler's own table, as its documentation gives it for PostgreSQL.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
comment on table scheduled_tasks is 'Which lanes want to be worked off, and by whom one is being worked off now';
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
