-- What became of tickets, as help desks tell it. No words of a customer and no name of one.

create table ticket (
    workspace text not null,
    source text not null,
    external_id text not null,
    version bigint not null,
    reference text not null,
    kind text,
    priority text,
    tier text,
    channel text,
    team text,
    agent text,
    opened_at timestamptz not null,
    solved_at timestamptz,
    csat smallint,
    escalated boolean,
    first_contact boolean,
    reopened boolean,
    manager boolean,
    handle_minutes integer,
    session uuid,
    constraint ticket_pk primary key (workspace, source, external_id),
    constraint ticket_is_solved_after_it_opens check (solved_at >= opened_at),
    constraint ticket_csat_is_of_five check (csat between 1 and 5),
    constraint ticket_handle_minutes_are_minutes check (handle_minutes between 0 and 1000000)
);
comment on table ticket is 'One ticket of a help desk in its latest version; a null is what the help desk has not told';
comment on column ticket.version is 'When the help desk last changed it, in milliseconds since 1970: a later one wins';
comment on column ticket.reference is 'What a session''s ticket is recognised by, as TicketKey writes it';
comment on column ticket.session is 'The session that was held about it: it is an assisted ticket';
create index ticket_reference on ticket (workspace, reference);
create index ticket_of_agent on ticket (workspace, agent, opened_at);
create index ticket_by_age on ticket (workspace, opened_at);
create index ticket_of_session on ticket (workspace, session) where session is not null;

-- The month, and the week from Monday, in which a ticket was opened; by UTC.
create function ticket_month(at timestamptz) returns date language sql immutable
    return date_trunc('month', at at time zone 'UTC')::date;
create function ticket_week(at timestamptz) returns date language sql immutable
    return date_trunc('week', at at time zone 'UTC')::date;

-- The natural logarithm of the minutes to the solution, in thousandths; a whole number, so that what was added can be
-- taken away again without a trace. Less than a minute counts as one.
create function ticket_log_minutes(opened timestamptz, solved timestamptz) returns bigint language sql immutable
    return round(1000 * ln(greatest(extract(epoch from solved - opened) / 60, 1)))::bigint;

-- Tickets, counted: kept true by triggers, whoever changes a ticket and however. Empty text is unknown. Figures for a year
-- of a million tickets are read from some ten thousand rows.

create table ticket_cell (
    workspace text not null,
    month date not null,
    team text not null,
    kind text not null,
    priority text not null,
    tier text not null,
    channel text not null,
    assisted boolean not null,
    n integer not null,
    csat_n integer not null,
    csat_yes integer not null,
    escalated_n integer not null,
    escalated_yes integer not null,
    first_contact_n integer not null,
    first_contact_yes integer not null,
    reopened_n integer not null,
    reopened_yes integer not null,
    manager_n integer not null,
    manager_yes integer not null,
    solved_n integer not null,
    solved_logs bigint not null,
    solved_squares bigint not null,
    handle_n integer not null,
    handle_minutes bigint not null,
    handle_squares bigint not null,
    constraint ticket_cell_pk primary key (workspace, month, team, kind, priority, tier, channel, assisted)
);
comment on table ticket_cell is 'Tickets that are alike, month by month';

create table ticket_week (
    workspace text not null,
    month date not null,
    week date not null,
    team text not null,
    assisted boolean not null,
    n integer not null,
    csat_n integer not null,
    csat_yes integer not null,
    escalated_n integer not null,
    escalated_yes integer not null,
    first_contact_n integer not null,
    first_contact_yes integer not null,
    reopened_n integer not null,
    reopened_yes integer not null,
    manager_n integer not null,
    manager_yes integer not null,
    solved_n integer not null,
    solved_logs bigint not null,
    solved_squares bigint not null,
    handle_n integer not null,
    handle_minutes bigint not null,
    handle_squares bigint not null,
    constraint ticket_week_pk primary key (workspace, month, week, team, assisted)
);
comment on table ticket_week is 'Tickets of a team, week by week; a week that lies in two months has a row for each';

create table ticket_person (
    workspace text not null,
    month date not null,
    week date not null,
    team text not null,
    agent text not null,
    assisted boolean not null,
    n integer not null,
    first_contact_n integer not null,
    first_contact_yes integer not null,
    constraint ticket_person_pk primary key (workspace, month, week, team, agent, assisted)
);
comment on table ticket_person is 'How many tickets somebody had in a week: tells whether a group is large enough to be shown, and how newcomers come along';

create table ticket_kind_person (
    workspace text not null,
    month date not null,
    team text not null,
    kind text not null,
    agent text not null,
    assisted boolean not null,
    n integer not null,
    constraint ticket_kind_person_pk primary key (workspace, month, team, kind, agent, assisted)
);
comment on table ticket_kind_person is 'How many tickets of a kind somebody had in a month: tells whether a group is large enough to be shown';

create function ticket_is_counted() returns trigger language plpgsql as $$
declare
    changed text := case tg_op
        when 'INSERT' then 'select 1 as by, added.* from added'
        when 'DELETE' then 'select -1 as by, taken.* from taken'
        else 'select 1 as by, added.* from added union all select -1 as by, taken.* from taken' end;
begin
    -- In an order, so that two who count at once do not wait for each other.
    execute format($count$
        insert into ticket_cell as c
        select workspace, ticket_month(opened_at), coalesce(team, ''), coalesce(kind, ''), coalesce(priority, ''),
            coalesce(tier, ''), coalesce(channel, ''), session is not null,
            sum(by),
            coalesce(sum(by) filter (where csat is not null), 0), coalesce(sum(by) filter (where csat >= 4), 0),
            coalesce(sum(by) filter (where escalated is not null), 0), coalesce(sum(by) filter (where escalated), 0),
            coalesce(sum(by) filter (where first_contact is not null), 0),
            coalesce(sum(by) filter (where first_contact), 0),
            coalesce(sum(by) filter (where reopened is not null), 0), coalesce(sum(by) filter (where reopened), 0),
            coalesce(sum(by) filter (where manager is not null), 0), coalesce(sum(by) filter (where manager), 0),
            coalesce(sum(by) filter (where solved_at is not null), 0),
            coalesce(sum(by * ticket_log_minutes(opened_at, solved_at)), 0),
            coalesce(sum(by * ticket_log_minutes(opened_at, solved_at) * ticket_log_minutes(opened_at, solved_at)), 0),
            coalesce(sum(by) filter (where handle_minutes is not null), 0),
            coalesce(sum(by * handle_minutes::bigint), 0),
            coalesce(sum(by * handle_minutes::bigint * handle_minutes), 0)
        from (%s) ticket group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8
        on conflict on constraint ticket_cell_pk do update set
            n = c.n + excluded.n, csat_n = c.csat_n + excluded.csat_n, csat_yes = c.csat_yes + excluded.csat_yes,
            escalated_n = c.escalated_n + excluded.escalated_n,
            escalated_yes = c.escalated_yes + excluded.escalated_yes,
            first_contact_n = c.first_contact_n + excluded.first_contact_n,
            first_contact_yes = c.first_contact_yes + excluded.first_contact_yes,
            reopened_n = c.reopened_n + excluded.reopened_n, reopened_yes = c.reopened_yes + excluded.reopened_yes,
            manager_n = c.manager_n + excluded.manager_n, manager_yes = c.manager_yes + excluded.manager_yes,
            solved_n = c.solved_n + excluded.solved_n, solved_logs = c.solved_logs + excluded.solved_logs,
            solved_squares = c.solved_squares + excluded.solved_squares, handle_n = c.handle_n + excluded.handle_n,
            handle_minutes = c.handle_minutes + excluded.handle_minutes,
            handle_squares = c.handle_squares + excluded.handle_squares
        $count$, changed);
    execute format($count$
        insert into ticket_week as w
        select workspace, ticket_month(opened_at), ticket_week(opened_at), coalesce(team, ''), session is not null,
            sum(by),
            coalesce(sum(by) filter (where csat is not null), 0), coalesce(sum(by) filter (where csat >= 4), 0),
            coalesce(sum(by) filter (where escalated is not null), 0), coalesce(sum(by) filter (where escalated), 0),
            coalesce(sum(by) filter (where first_contact is not null), 0),
            coalesce(sum(by) filter (where first_contact), 0),
            coalesce(sum(by) filter (where reopened is not null), 0), coalesce(sum(by) filter (where reopened), 0),
            coalesce(sum(by) filter (where manager is not null), 0), coalesce(sum(by) filter (where manager), 0),
            coalesce(sum(by) filter (where solved_at is not null), 0),
            coalesce(sum(by * ticket_log_minutes(opened_at, solved_at)), 0),
            coalesce(sum(by * ticket_log_minutes(opened_at, solved_at) * ticket_log_minutes(opened_at, solved_at)), 0),
            coalesce(sum(by) filter (where handle_minutes is not null), 0),
            coalesce(sum(by * handle_minutes::bigint), 0),
            coalesce(sum(by * handle_minutes::bigint * handle_minutes), 0)
        from (%s) ticket group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
        on conflict on constraint ticket_week_pk do update set
            n = w.n + excluded.n, csat_n = w.csat_n + excluded.csat_n, csat_yes = w.csat_yes + excluded.csat_yes,
            escalated_n = w.escalated_n + excluded.escalated_n,
            escalated_yes = w.escalated_yes + excluded.escalated_yes,
            first_contact_n = w.first_contact_n + excluded.first_contact_n,
            first_contact_yes = w.first_contact_yes + excluded.first_contact_yes,
            reopened_n = w.reopened_n + excluded.reopened_n, reopened_yes = w.reopened_yes + excluded.reopened_yes,
            manager_n = w.manager_n + excluded.manager_n, manager_yes = w.manager_yes + excluded.manager_yes,
            solved_n = w.solved_n + excluded.solved_n, solved_logs = w.solved_logs + excluded.solved_logs,
            solved_squares = w.solved_squares + excluded.solved_squares, handle_n = w.handle_n + excluded.handle_n,
            handle_minutes = w.handle_minutes + excluded.handle_minutes,
            handle_squares = w.handle_squares + excluded.handle_squares
        $count$, changed);
    execute format($count$
        insert into ticket_person as p
        select workspace, ticket_month(opened_at), ticket_week(opened_at), coalesce(team, ''), agent,
            session is not null, sum(by), coalesce(sum(by) filter (where first_contact is not null), 0),
            coalesce(sum(by) filter (where first_contact), 0)
        from (%s) ticket where agent is not null group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
        on conflict on constraint ticket_person_pk do update set
            n = p.n + excluded.n, first_contact_n = p.first_contact_n + excluded.first_contact_n,
            first_contact_yes = p.first_contact_yes + excluded.first_contact_yes
        $count$, changed);
    execute format($count$
        insert into ticket_kind_person as p
        select workspace, ticket_month(opened_at), coalesce(team, ''), coalesce(kind, ''), agent,
            session is not null, sum(by)
        from (%s) ticket where agent is not null group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
        on conflict on constraint ticket_kind_person_pk do update set n = p.n + excluded.n
        $count$, changed);
    return null;
end $$;
create trigger ticket_is_counted after insert on ticket referencing new table as added
    for each statement execute function ticket_is_counted();
create trigger ticket_is_counted_anew after update on ticket referencing new table as added old table as taken
    for each statement execute function ticket_is_counted();
create trigger ticket_is_counted_no_more after delete on ticket referencing old table as taken
    for each statement execute function ticket_is_counted();

create table session_fact (
    workspace text not null,
    session uuid not null,
    opening text not null,
    quick boolean not null,
    owner text,
    channel text not null,
    team text not null,
    ticket text,
    opened_at timestamptz not null,
    closed_at timestamptz,
    outcome text,
    confidence smallint,
    closing_confidence smallint,
    first_contact boolean,
    worked_minutes integer,
    turns integer,
    own_closeness smallint,
    partner_closeness smallint,
    input_tokens bigint,
    cached_tokens bigint,
    output_tokens bigint,
    constraint session_fact_pk primary key (workspace, session),
    constraint session_fact_closeness_is_a_share check (own_closeness between 0 and 100 and partner_closeness between 0 and 100)
);
comment on table session_fact is 'What is counted of a session: no words. It outlives the session, and loses its owner before it goes itself';
comment on column session_fact.ticket is 'What the ticket is recognised by, as TicketKey writes it';
comment on column session_fact.own_closeness is 'How much of the first draft written by the owner''s hand is in the one that was used, in hundredths';
comment on column session_fact.partner_closeness is 'The same of the partner''s first draft';
create index session_fact_by_time on session_fact (workspace, opened_at);
create index session_fact_of_owner on session_fact (workspace, owner, opened_at);
create index session_fact_of_ticket on session_fact (workspace, ticket) where ticket is not null;

create table proposal_fact (
    workspace text not null,
    proposal uuid not null,
    session uuid,
    ask text not null,
    kind text,
    verdict text not null,
    by_other boolean not null,
    proposer text,
    team text not null,
    granted_minor bigint,
    currency text,
    asked_at timestamptz not null,
    decided_at timestamptz not null,
    constraint proposal_fact_pk primary key (workspace, proposal),
    constraint proposal_fact_amount_is_whole check ((granted_minor is null) = (currency is null))
);
comment on table proposal_fact is 'What is counted of a proposal that came to its end; renewed and decided again, it is what it was last';
comment on column proposal_fact.by_other is 'Whether somebody else than the proposer decided it';
create index proposal_fact_by_time on proposal_fact (workspace, decided_at);
create index proposal_fact_of_proposer on proposal_fact (workspace, proposer, decided_at);

-- Whose an assisted ticket is, where the help desk does not tell: the session's. Otherwise nobody could say whether a group
-- is large enough to be shown.
create function ticket_is_of_session_owner() returns trigger language plpgsql as $$
begin
    new.agent := (select owner from session_fact where workspace = new.workspace and session = new.session);
    return new;
end $$;
create trigger ticket_is_of_session_owner before insert or update of session on ticket for each row
    when (new.session is not null and new.agent is null) execute function ticket_is_of_session_owner();
