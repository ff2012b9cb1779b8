-- Workspaces that installed the app over OAuth. A token is sealed: without the key, which is never here, it is of no use.

create table installation (
    workspace    text        not null,
    name         text        not null,
    bot_user     text        not null,
    scopes       text        not null,
    sealed_token bytea       not null,
    installed_by text        not null,
    installed_at timestamptz not null,
    constraint installation_pk primary key (workspace)
);
comment on table installation is 'One workspace that installed the app; gone once it takes the app away.';

create table install_attempt (
    state      text        not null,
    browser    text        not null,
    expires_at timestamptz not null,
    constraint install_attempt_pk primary key (state)
);
comment on table install_attempt is 'Somebody was sent to Slack to install: hashes of the state and of their browser''s cookie. Taken once.';
create index install_attempt_expiry on install_attempt (expires_at);
