-- Sessions, counted as tickets are: kept true by triggers, whoever changes a fact and however. A hundred thousand sessions
-- of a year are some ten thousand rows, and no session is read to show a page. Practice is not counted. An empty owner is
-- one that nobody can tell any more.

create table session_month (
    workspace text not null,
    month date not null,
    team text not null,
    opening text not null,
    owner text not null,
    n integer not null,
    closed integer not null,
    resolved integer not null,
    escalated integer not null,
    minutes_n integer not null,
    minutes bigint not null,
    first_n integer not null,
    first_yes integer not null,
    sure_n integer not null,
    sure_before integer not null,
    sure_after integer not null,
    constraint session_month_pk primary key (workspace, month, team, opening, owner)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
comment on table session_month is 'Sessions of a kind that somebody opened in a month, and what they came to';
comment on column session_month.sure_n is 'Of how many it was said both before and after how sure the agent was';

create table session_week (
    workspace text not null,
    month date not null,
    week date not null,
    team text not null,
    owner text not null,
    n integer not null,
    own_n integer not null,
    own_closeness bigint not null,
    constraint session_week_pk primary key (workspace, month, week, team, owner)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
comment on table session_week is 'Sessions that somebody opened in a week; a week that lies in two months has a row for each';
comment on column session_week.own_n is 'Of how many it is known how close the first own draft came';

create function session_is_counted() returns trigger language plpgsql as $$
declare
    changed text := case tg_op
        when 'INSERT' then 'select 1 as by, added.* from added'
        when 'DELETE' then 'select -1 as by, taken.* from taken'
        else 'select 1 as by, added.* from added union all select -1 as by, taken.* from taken' end;
begin
    -- In an order, so that two who count at once do not wait for each other.
    execute format($count$
        insert into session_month as m
        select workspace, month, team, opening, coalesce(owner, ''), sum(by),
            coalesce(sum(by) filter (where closed_at is not null), 0),
            coalesce(sum(by) filter (where outcome = 'resolved'), 0),
            coalesce(sum(by) filter (where outcome = 'escalated'), 0),
            coalesce(sum(by) filter (where worked_minutes is not null), 0), coalesce(sum(by * worked_minutes::bigint), 0),
            coalesce(sum(by) filter (where first_contact is not null), 0),
            coalesce(sum(by) filter (where first_contact), 0),
            coalesce(sum(by) filter (where confidence + closing_confidence is not null), 0),
            coalesce(sum(by * confidence) filter (where closing_confidence is not null), 0),
            coalesce(sum(by * closing_confidence) filter (where confidence is not null), 0)
        from (%s) fact where opening <> 'training' group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
        on conflict on constraint session_month_pk do update set
            n = m.n + excluded.n, closed = m.closed + excluded.closed, resolved = m.resolved + excluded.resolved,
            escalated = m.escalated + excluded.escalated, minutes_n = m.minutes_n + excluded.minutes_n,
            minutes = m.minutes + excluded.minutes, first_n = m.first_n + excluded.first_n,
            first_yes = m.first_yes + excluded.first_yes, sure_n = m.sure_n + excluded.sure_n,
            sure_before = m.sure_before + excluded.sure_before, sure_after = m.sure_after + excluded.sure_after
        $count$, changed);
    execute format($count$
        insert into session_week as w
        select workspace, month, week, team, coalesce(owner, ''), sum(by),
            coalesce(sum(by) filter (where own_closeness is not null), 0), coalesce(sum(by * own_closeness), 0)
        from (%s) fact where opening <> 'training' group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
        on conflict on constraint session_week_pk do update set
            n = w.n + excluded.n, own_n = w.own_n + excluded.own_n,
            own_closeness = w.own_closeness + excluded.own_closeness
        $count$, changed);
    return null;
end $$;

-- Nobody writes a session between its being counted here and its being counted by the triggers.
lock table session_fact in share row exclusive mode;
insert into session_month
select workspace, month, team, opening, coalesce(owner, ''), count(*), count(closed_at),
    count(*) filter (where outcome = 'resolved'), count(*) filter (where outcome = 'escalated'),
    count(worked_minutes), coalesce(sum(worked_minutes), 0), count(first_contact),
    count(*) filter (where first_contact), count(confidence + closing_confidence),
    coalesce(sum(confidence) filter (where closing_confidence is not null), 0),
    coalesce(sum(closing_confidence) filter (where confidence is not null), 0)
from session_fact where opening <> 'training' group by 1, 2, 3, 4, 5;
insert into session_week
select workspace, month, week, team, coalesce(owner, ''), count(*), count(own_closeness), coalesce(sum(own_closeness), 0)
from session_fact where opening <> 'training' group by 1, 2, 3, 4, 5;

create trigger session_is_counted after insert on session_fact referencing new table as added
    for each statement execute function session_is_counted();
create trigger session_is_counted_anew after update on session_fact referencing new table as added old table as taken
    for each statement execute function session_is_counted();
create trigger session_is_counted_no_more after delete on session_fact referencing old table as taken
    for each statement execute function session_is_counted();
