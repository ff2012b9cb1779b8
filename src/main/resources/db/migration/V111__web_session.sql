-- Who is signed in on the web.

create table web_session (
    key text not null,
    workspace text not null,
    member text not null,
    csrf text not null,
    signed_in_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null,
    constraint web_session_pk primary key (key)
);
comment on table web_session is 'One browser in which a person signed in';
comment on column web_session.key is 'The hash of what the browser''s cookie holds: a copy of this table opens no door';
create index web_session_ends on web_session (ends_at);
