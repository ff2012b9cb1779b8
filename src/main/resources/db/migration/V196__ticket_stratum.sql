-- What is compared, without the teams: of all teams together, a sixth of the rows are read, and none is added up.

create table ticket_stratum (
    workspace text not null,
    month date not null,
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
    constraint ticket_stratum_pk primary key (workspace, month, kind, priority, tier, channel, assisted)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
comment on table ticket_stratum is 'Tickets that are alike, month by month, whatever team had them';

-- Nobody counts a ticket between the old way and the new one.
lock table ticket in share row exclusive mode;

-- The triggers are as before, and count into one table more; what is counted of tickets stands here once.
create or replace function ticket_is_counted() returns trigger language plpgsql as $function$
declare
    changed text := case tg_op
        when 'INSERT' then 'select 1 as by, added.* from added'
        when 'DELETE' then 'select -1 as by, taken.* from taken'
        else 'select 1 as by, added.* from added union all select -1 as by, taken.* from taken' end;
    -- In an order, so that two who count at once do not wait for each other.
    counted text := $count$
        insert into %1$I as c
        select workspace, ticket_month(opened_at), %2$s, session is not null, sum(by),
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
        from (%3$s) ticket group by workspace, ticket_month(opened_at), %2$s, session is not null
        order by workspace, ticket_month(opened_at), %2$s, session is not null
        on conflict on constraint %4$I do update set
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
        $count$;
    alike text := $$coalesce(kind, ''), coalesce(priority, ''), coalesce(tier, ''), coalesce(channel, '')$$;
begin
    execute format(counted, 'ticket_cell', $$coalesce(team, ''), $$ || alike, changed, 'ticket_cell_pk');
    execute format(counted, 'ticket_stratum', alike, changed, 'ticket_stratum_pk');
    execute format(counted, 'ticket_week', $$ticket_week(opened_at), coalesce(team, '')$$, changed, 'ticket_week_pk');
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
end $function$;

insert into ticket_stratum
select workspace, month, kind, priority, tier, channel, assisted, sum(n), sum(csat_n), sum(csat_yes), sum(escalated_n),
    sum(escalated_yes), sum(first_contact_n), sum(first_contact_yes), sum(reopened_n), sum(reopened_yes), sum(manager_n),
    sum(manager_yes), sum(solved_n), sum(solved_logs), sum(solved_squares), sum(handle_n), sum(handle_minutes),
    sum(handle_squares)
from ticket_cell group by 1, 2, 3, 4, 5, 6, 7 having sum(n) > 0;
