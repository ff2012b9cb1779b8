-- Helps with misspelt words. Where it may not be created here, search does without.
do $$
begin
    create extension if not exists pg_trgm;
exception when others then
    raise notice 'pg_trgm is not to be had: %', sqlerrm;
end
$$;

create table knowledge_file (
    workspace    text        not null,
    path         text        not null,
    kind         text        not null,
    title        text        not null,
    is_internal  boolean     not null,
    words        text        not null,
    hash         text        not null,
    version      integer     not null,
    passages     integer     not null,
    brought_from text        not null,
    brought_at   timestamptz not null,
    constraint knowledge_file_key primary key (workspace, path),
    constraint knowledge_file_kind check (kind in ('POLICY', 'ARTICLE', 'TONE', 'EXAMPLE', 'FORBIDDEN'))
);
comment on table knowledge_file is 'A file of the company''s knowledge, as it was brought last; workspace * is for every workspace';

create table knowledge_passage (
    workspace   text     not null,
    ref         text     not null,
    path        text     not null,
    place       integer  not null,
    heading     text     not null,
    words       text     not null,
    is_internal boolean  not null,
    is_found    boolean  not null,
    language    text     not null,
    meaning     bytea,
    search      tsvector not null default '',
    constraint knowledge_passage_key primary key (workspace, ref),
    constraint knowledge_passage_file foreign key (workspace, path) references knowledge_file (workspace, path)
        on delete cascade
);
comment on table knowledge_passage is 'What stands under one heading of a file: what is found and cited';
comment on column knowledge_passage.meaning is 'Floats, little end first, of length 1 as a vector; null where nobody worked it out';
create index knowledge_passage_search on knowledge_passage using gin (search);
create index knowledge_passage_file_place on knowledge_passage (workspace, path, place);

do $$
begin
    if exists (select from pg_extension where extname = 'pg_trgm') then
        create index knowledge_passage_alike on knowledge_passage using gin ((heading || ' ' || words) gin_trgm_ops);
    end if;
end
$$;
