-- How a session is worked: quickly or together, in which language, and whether we have failed this customer before.

alter table session add column triage text not null default '';
alter table session add column triage_reasons text not null default '';
alter table session add column urgent boolean not null default false;
alter table session add column customer_language text not null default '';
alter table session add column repeat_reason text not null default '';
alter table session add column repeat_denied_by text;
alter table session add constraint session_triage check (triage in ('', 'QUICK', 'TOGETHER'));
comment on column session.triage is 'What the opening came to: a draft at once, or worked out together; empty until it was looked at.';
comment on column session.customer_language is 'In which language the customer writes, or wants to be written to; ISO 639-1.';
comment on column session.repeat_reason is 'Why this is taken for a second failure for the same customer; empty where it is none.';
create index session_customer on session (workspace, lower(customer)) where customer <> '';

alter table draft add column language text not null default '';
comment on column draft.language is 'What the partner says it is written in; ISO 639-1.';

create table recovery_plan (
    workspace    text        not null,
    id           uuid        not null,
    session      uuid        not null,
    owner        text        not null,
    call_back_at timestamptz not null,
    cause        text        not null,
    cause_owner  text        not null,
    cause_by     date        not null,
    options      text        not null,
    made_by      text        not null,
    made_at      timestamptz not null,
    reminded_at  timestamptz,
    replaced     boolean     not null default false,
    constraint recovery_plan_pk primary key (workspace, id),
    constraint recovery_plan_session foreign key (workspace, session) references session (workspace, id) on delete cascade
);
comment on table recovery_plan is 'What a customer gets whom we failed twice: one person, a call back, the cause with somebody who finds it, and a choice.';
create unique index recovery_plan_in_force on recovery_plan (workspace, session) where not replaced;
create index recovery_plan_due on recovery_plan (call_back_at) where reminded_at is null and not replaced;
