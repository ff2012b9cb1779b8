-- Whoever takes part in a ticket as agent decides none of its proposals, also where they came to it after the proposal.

alter table proposal_participant add column since timestamptz not null default clock_timestamp();
comment on column proposal_participant.since is 'From when on; what they had approved before stays as it was approved';

create index session_member_is on session_member (workspace, member, session);

create function who_joins_takes_part() returns trigger language plpgsql as $$
begin
    insert into proposal_participant (workspace, proposal, member)
    select workspace, id, new.member from proposal
    where workspace = new.workspace and session = new.session::text and state in ('OPEN', 'EXPIRED')
    on conflict do nothing;
    return null;
end $$;
create trigger session_member_takes_part after insert on session_member
    for each row execute function who_joins_takes_part();

insert into proposal_participant (workspace, proposal, member, since)
select p.workspace, p.id, m.member, m.joined_at
from proposal p join session_member m on m.workspace = p.workspace and m.session::text = p.session
where p.state in ('OPEN', 'EXPIRED')
on conflict do nothing;

create function decider_did_not_join() returns trigger language plpgsql as $$
begin
    if new.verdict <> 'OWN_AUTHORITY' and exists (
        select 1 from proposal p join session_member m on m.workspace = p.workspace and m.session::text = p.session
        where p.workspace = new.workspace and p.id = new.proposal and m.member = new.decided_by)
    then
        raise exception '% took part in proposal % and cannot decide it', new.decided_by, new.proposal;
    end if;
    return new;
end $$;
create trigger proposal_decision_is_of_nobody_who_joined before insert on proposal_decision
    for each row execute function decider_did_not_join();
