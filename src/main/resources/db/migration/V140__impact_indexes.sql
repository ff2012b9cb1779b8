-- What is asked of tickets by their age is asked of all workspaces at once, when they are forgotten; of a person, only
-- where their sessions are. The two indexes that went by workspace and age served neither, and slowed what comes in.

drop index ticket_of_agent;
drop index ticket_by_age;
create index ticket_opened on ticket (opened_at);
create index ticket_named on ticket (opened_at) where agent is not null;

create index session_fact_of_team on session_fact (workspace, team);

-- How many weeks and months there are cannot be guessed from a time: with a wrong guess all sessions are sorted.
create statistics session_fact_spans (ndistinct) on ticket_week(opened_at), ticket_month(opened_at), owner from session_fact;

create index gap_sighting_noted on gap_sighting (workspace, noted_at);
create index gap_use_used on gap_use (workspace, used_at);

-- What is not counted any more: nothing was shown of these.
comment on column session_fact.turns is 'Not written any more';
comment on column session_fact.partner_closeness is 'Not written any more';
comment on column session_fact.input_tokens is 'Not written any more: what Claude took stands in spend';
comment on column session_fact.cached_tokens is 'Not written any more: what Claude took stands in spend';
comment on column session_fact.output_tokens is 'Not written any more: what Claude took stands in spend';
comment on column proposal_fact.session is 'Not written any more';
