-- An escalation says what is needed, and leads to whom the workspace has named for it.

alter table proposal add column need text;
alter table proposal add column target_group text;
alter table proposal add column leads_to text;
alter table proposal add constraint proposal_need_is_known check (need in ('DECISION', 'CALL_IN', 'HAND_OVER'));
alter table proposal add constraint proposal_group_has_a_name check ((target = 'GROUP') = (target_group is not null));
comment on column proposal.need is 'A yes, somebody who joins, or somebody who takes the case over; empty in older rows: what is usual for the target';
comment on column proposal.leads_to is 'The person, user group or channel an escalation led to when it was made';

alter table suggestion add column need text not null default '';

-- To take an escalation on grants nothing, so whoever it leads to may do it; everything else is for deciders.
alter table proposal_decision drop constraint proposal_decision_is_of_who_may;
create function decider_may_decide() returns trigger language plpgsql as $$
begin
    if (new.role = 'AGENT') <> (new.verdict = 'OWN_AUTHORITY') and not (new.role = 'AGENT' and exists (
        select 1 from proposal p where p.workspace = new.workspace and p.id = new.proposal and p.ask = 'ESCALATION'
            and (p.leads_to = new.decided_by or p.leads_to ~ '^[CG]')))
    then
        raise exception '% may not decide proposal % as %', new.decided_by, new.proposal, new.role;
    end if;
    return new;
end $$;
create trigger proposal_decision_is_of_who_may before insert on proposal_decision
    for each row execute function decider_may_decide();
