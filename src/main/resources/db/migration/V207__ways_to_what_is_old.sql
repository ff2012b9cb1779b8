-- Every hour each workspace is asked what of it is old. Without these all that is young was gone through for the answer.

-- Those that were emptied: they come here a day after they were worked off, and not while Slack waits.
create index inbox_emptied on inbox (workspace, ended_at) where state = 'DONE' and body = '';

create index session_over on session (workspace, closed_at) where state = 'CLOSED';
create index session_unclosed on session (workspace, opened_at) where state <> 'CLOSED';
