-- What the local Slack keeps; in dev and test builds only.
create table if not exists playground_thing (
    kind text not null,
    id text not null,
    body json not null,
    constraint playground_thing_key primary key (kind, id)
);
grant select, insert, update, delete on playground_thing to public;
