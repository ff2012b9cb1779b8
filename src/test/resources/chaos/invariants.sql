-- The nine invariants, asked of the bot's own tables and of what stands in Slack at the end. Each row is a breach.
-- Filled before: chaos_event (what Slack told, and whether it was acknowledged), chaos_said (which event's mark stands
-- where in which message of the bot's; opening is the mark of the mention with which its thread began: where that was never
-- taken in, the thread is none of the bot's), chaos_seen (numbers from the processes' logs).

create temp table heard as
select (regexp_match(u.words, '\me(\d+)e\M'))[1]::int as mark, u.session, u.place, t.number, t.state, t.failure
from utterance u left join turn t on t.workspace = u.workspace and t.id = u.turn
where u.words ~ '\me\d+e\M';

create temp table stored as
select e.mark, e.accepted, e.opening, i.id, i.state
from chaos_event e left join inbox i on i.gesture = 'message/' || e.gesture;

create index on heard (mark);
create index on stored (mark);
create index on chaos_said (mark);
analyze heard;
analyze stored;

select 'I1 lost: acknowledged and not stored' as breach, 'event ' || mark as what
from stored where accepted and id is null
union all
select 'I1 lost: stored and never heard', 'event ' || mark
from stored s where id is not null and not exists (select 1 from heard h where h.mark = s.mark)
    and exists (select 1 from stored o where o.mark = s.opening and o.id is not null)
union all
select 'I1 lost: heard and never given an answer', 'event ' || mark || ', turn ' || coalesce(state, 'none')
from heard where state is distinct from 'ANSWERED'
union all
select 'I1 twice: heard more than once', 'event ' || mark from heard group by mark having count(*) > 1
union all
select 'I1 not ended', 'inbox row ' || id || ', ' || kind || ', ' || state || ': ' || coalesce(error, '')
from inbox where state <> 'DONE'
union all
select 'I2 lost: answered and not to be seen in Slack', 'event ' || mark
from heard h where state = 'ANSWERED' and not exists (select 1 from chaos_said s where s.mark = h.mark)
union all
select 'I2 doubled: answered in Slack more than once', 'event ' || mark || ' in ' || string_agg(channel || '/' || ts, ', ' order by ts)
from chaos_said group by mark having count(*) > 1
union all
select 'I3 out of order: heard in another order than stored', 'event ' || mark
from (select h.mark, s.id, lag(s.id) over (partition by h.session order by h.place) as before
      from heard h join stored s on s.mark = h.mark
      where s.mark <> s.opening) o
where before > id
union all
select 'I3 out of order: the mention was not heard first', 'event ' || s.mark
from stored s join heard h on h.mark = s.mark
where s.mark = s.opening and exists (select 1 from heard e where e.session = h.session and e.place < h.place)
union all
select 'I3 out of order: answered in another order than heard', 'event ' || mark
from (select mark, number, lag(number) over (partition by session order by place) as before from heard) o
where before > number
union all
select 'I3 out of order: shown in another order than answered', 'event ' || mark || ' in ' || channel || '/' || ts
from (select s.mark, s.channel, s.ts, h.place, lag(h.place) over (partition by h.session order by s.ts, s.position) as before
      from chaos_said s join heard h on h.mark = s.mark) o
where before > place
union all
select 'I4 more than one decision', 'proposal ' || d.proposal
from proposal_decision d join proposal p on p.workspace = d.workspace and p.id = d.proposal
group by d.proposal, p.requires having count(*) > p.requires
union all
select 'I5 decided by who may not', 'proposal ' || d.proposal || ' by ' || d.decided_by
from proposal_decision d join proposal p on p.workspace = d.workspace and p.id = d.proposal
where d.verdict <> 'OWN_AUTHORITY'
    and (d.decided_by = d.created_by or d.decided_at > p.expires_at
        or (d.requires = 1 and d.granted_minor > d.limit_minor)
        or exists (select 1 from proposal_participant m
            where m.workspace = d.workspace and m.proposal = d.proposal and m.member = d.decided_by))
union all
select 'I6 the audit chain is broken', 'entry ' || seq
from (select seq, body, hash, previous_hash,
          lag(hash, 1, '') over w as hash_before, lag(seq, 1, 0::bigint) over w as seq_before
      from audit_entry window w as (partition by workspace order by seq)) a
where previous_hash <> hash_before or seq <> seq_before + 1
    or hash <> encode(sha256(convert_to(previous_hash || body, 'UTF8')), 'hex')
union all
select 'I6 the audit chain is cut', 'head at ' || h.seq
from audit_head h where not exists (
    select 1 from audit_entry e where e.workspace = h.workspace and e.seq = h.seq and e.hash = h.hash)
union all
select 'I7 of another workspace', t.name || ' of ' || t.workspace
from (select 'inbox' as name, workspace from inbox union select 'outbox', workspace from outbox
      union select 'lane', workspace from lane union select 'session', workspace from session
      union select 'turn', workspace from turn union select 'utterance', workspace from utterance
      union select 'proposal', workspace from proposal union select 'pace', workspace from pace) t
where t.workspace !~ '^T0CHAOS\d*$'
union all
select 'I8 not sent', 'outbox row ' || id || ', ' || state || ': ' || coalesce(error, '')
from outbox where state <> 'SENT'
union all
select 'I9 rescued by the sweeper', seen || ' times' from chaos_seen where what = 'rescued' and seen > 0
