-- What belongs to a session is read with every reply: without these, through all sessions there ever were.
create index utterance_session on utterance (workspace, session);
create index utterance_turn on utterance (workspace, turn);
create index approach_session on approach (workspace, session);
create index suggestion_session on suggestion (workspace, session);
create index recovery_plan_session on recovery_plan (workspace, session);
-- And when a session is deleted, with all that is its.
create index session_summary_of on session_summary (session);
create index correction_of_fact on correction (workspace, fact);
