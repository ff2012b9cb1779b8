-- What was decided in cases that no rule foresaw, without anybody in it, to be found again by what happened.

-- Tells how much two sentences look alike, whatever their endings. It orders what was found and is not needed to find it.
do $$ begin
    create extension if not exists pg_trgm;
exception when others then
    raise notice 'the extension pg_trgm cannot be created (%): precedents are ordered by their words alone', sqlerrm;
end $$;

create table precedent (
    workspace text not null,
    proposal uuid not null,
    kind text not null,
    currency text not null,
    asked_minor bigint not null,
    granted_minor bigint,
    verdict text not null,
    role text not null,
    rule text not null,
    reason text not null,
    about text not null,
    facts text not null,
    words tsvector not null generated always as (to_tsvector('english', facts)) stored,
    decided_at timestamptz not null,
    alike uuid not null,
    constraint precedent_pk primary key (workspace, proposal),
    constraint precedent_verdict_is_known check (verdict in ('APPROVED', 'APPROVED_WITH_CHANGES', 'DECLINED')),
    constraint precedent_grants_unless_declined check ((granted_minor is null) = (verdict = 'DECLINED')),
    constraint precedent_amounts_are_positive check (asked_minor > 0 and granted_minor > 0),
    constraint precedent_currency_is_iso check (currency ~ '^[A-Z]{3}$')
);
comment on table precedent is 'Decided compensations above anybody''s own authority, anonymised';
comment on column precedent.kind is 'What was granted, or what was asked for where it was declined';
comment on column precedent.currency is 'Of both amounts; amounts in different currencies are never compared';
comment on column precedent.reason is 'What the decider wrote, anonymised';
comment on column precedent.about is 'Why it was asked for, anonymised';
comment on column precedent.facts is 'All that was known of the case, anonymised; found by its words';
comment on column precedent.alike is 'The first of those that are like it; itself where it is the first';
create index precedent_words on precedent using gin (words) with (fastupdate = off);
create index precedent_of_kind on precedent (workspace, kind, currency, decided_at);
create index precedent_alike on precedent (workspace, decided_at, alike);
-- How often each word occurs is what finding goes by: more of them are counted than PostgreSQL does by itself.
alter table precedent alter column words set statistics 1000;

create table precedent_due (
    workspace text not null,
    proposal uuid not null,
    constraint precedent_due_pk primary key (workspace, proposal)
);
comment on table precedent_due is 'Decided proposals of which the precedent is not written yet';

create table precedent_shown (
    workspace text not null,
    proposal uuid not null,
    words text not null,
    constraint precedent_shown_pk primary key (workspace, proposal),
    constraint precedent_shown_of_proposal foreign key (workspace, proposal) references proposal (workspace, id)
);
comment on table precedent_shown is 'What was decided before in cases like a proposal, as it was shown to who decides it';
