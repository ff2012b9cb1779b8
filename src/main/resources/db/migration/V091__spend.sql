create table spend (
    workspace text        not null,
    session   text        not null,
    seq       bigint      not null generated always as identity,
    model     text        not null,
    fresh     bigint      not null,
    written   bigint      not null,
    cached    bigint      not null,
    output    bigint      not null,
    micros    bigint      not null,
    spent_at  timestamptz not null,
    constraint spend_key primary key (workspace, session, seq)
);
comment on table spend is 'What one request to Claude took: tokens, and millionths of the currency of the daily limit';
create index spend_lately on spend (workspace, spent_at);

create table spend_day (
    workspace text   not null,
    day       date   not null,
    micros    bigint not null,
    constraint spend_day_key primary key (workspace, day)
);
comment on table spend_day is 'What a workspace spent on a day (UTC), held against its limit';
