-- How long what people said is kept, and what was forgotten because somebody asked.

create table forgetting (
    workspace text not null,
    id uuid not null,
    kind text not null,
    reference text not null default '',
    reference_sha256 text not null,
    asked_by text not null,
    asked_at timestamptz not null,
    ended_at timestamptz,
    removed text not null default '',
    constraint forgetting_pk primary key (workspace, id),
    constraint forgetting_kind_is_known check (kind in ('SESSIONS', 'PERSON'))
);
comment on table forgetting is 'What was asked to be forgotten, by whom, and how much went: not whose it was';
comment on column forgetting.reference is 'What is to be forgotten; emptied once it is';
comment on column forgetting.removed is 'What went, in words with numbers';

-- Only rows that still have words stand in these: what is over is emptied a day later.
create index inbox_words on inbox (workspace, ended_at) where state = 'DONE' and body <> '';
create index outbox_words on outbox (workspace, ended_at) where state = 'SENT' and body <> '';
