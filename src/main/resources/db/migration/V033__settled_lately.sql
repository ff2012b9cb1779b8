-- What somebody sees as settled lately is found among their latest, however much there is.

create index proposal_decision_of on proposal_decision (workspace, decided_by, decided_at desc);
drop index proposal_participant_is;
create index proposal_participant_is on proposal_participant (workspace, member, since desc);
