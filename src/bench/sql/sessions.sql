-- The sessions from one number to another, with all that belongs to them: %1$d to %2$d, %3$d workspaces, %4$d turns each.
-- Texts do not compress better than people's words do. One statement for each table; run in one transaction.
-- The first ones are of yesterday, the last of %5$d a year older: whoever stops early has what is newest. `nth` counts
-- within a workspace.
create temporary table filling on commit drop as
    select 'TF' || lpad((n %% %3$d)::text, 4, '0') as workspace, md5('session' || n)::uuid as id, n, n / %3$d as nth,
        'CF' || lpad((n %% 7)::text, 4, '0') as channel, lpad(n::text, 10, '0') || '.000001' as ts,
        'UF' || lpad((n / %3$d %% 20)::text, 4, '0') as member, 'Team ' || n / %3$d %% 20 %% 4 as team,
        (array['difficult-customer', 'complex-problem', 'policy-gray-area', 'high-value-customer', 'text'])[1 + n / %3$d %% 5]
            as opening,
        (array['resolved', 'escalated'])[1 + (n / %3$d %% 7) / 6] as outcome,
        current_timestamp - interval '2 days' - n * (interval '365 days' / %5$d) as at
    from generate_series(%1$d, %2$d - 1) as n;

insert into session (workspace, id, channel, thread_ts, card_key, card_in_thread, card_version, opening, quick, owner, ticket,
    customer, state, opened_at, closed_at, closed_by, outcome, worked_minutes)
select workspace, id, channel, ts, 'session/' || id || '/card', false, 3, opening, false, member, 'TCK-' || n,
    'Customer ' || n, 'CLOSED', at, at + interval '40 minutes', member, outcome, 22 from filling;

insert into session_member (workspace, id, session, member, joined_at)
select workspace, md5('member' || n)::uuid, id, member, at from filling;

insert into situation_field (workspace, id, session, position, label, words)
select workspace, md5('field' || n || '/' || place)::uuid, id, place, 'What happened', words.text
from filling, generate_series(1, 3) as place,
    lateral (select string_agg(md5(n || 'f' || place || '/' || i), ' ') as text from generate_series(1, 4) as i) as words;

create temporary table filling_turn on commit drop as
    select f.*, number, md5('turn' || n || '/' || number)::uuid as turn from filling f, generate_series(1, %4$d) as number;

insert into turn (workspace, id, session, number, state, attempt, tries, series, words, text, record, author,
    input_tokens, cached_tokens, output_tokens, begun_at, answered_at)
select workspace, turn, id, number, 'ANSWERED', 1, 1, 1,
    (select string_agg(md5(n || 'w' || number || '/' || i), ' ') from generate_series(1, 5) as i),
    said.text, '{"text":"' || said.text || '","moves":[]}', member, 3000, 2400, 350,
    at + number * interval '2 minutes', at + number * interval '2 minutes' + interval '9 seconds'
from filling_turn,
    lateral (select string_agg(md5(n || 't' || number || '/' || i), ' ') as text from generate_series(1, 25) as i) as said;

insert into utterance (workspace, id, session, kind, member, words, turn, said_at)
select workspace, md5('utterance' || n || '/' || number)::uuid, id, 'INSTRUCTION', member,
    (select string_agg(md5(n || 'w' || number || '/' || i), ' ') from generate_series(1, 5) as i), turn,
    at + number * interval '2 minutes' from filling_turn;

insert into fact (workspace, id, session, standing, statement, noted_at)
select workspace, md5('fact' || n || '/' || number)::uuid, id, 'customer_said', 'Fact ' || n || '/' || number || ' ' || md5(n || 'c' || number),
    at + number * interval '2 minutes' from filling_turn where number %% 4 = 0;

insert into draft (workspace, id, session, version, channel, words, change, state, message, written_at)
select workspace, md5('draft' || n || '/' || number)::uuid, id, number / 5, 'mail',
    (select string_agg(md5(n || 'd' || number || '/' || i), ' ') from generate_series(1, 20) as i), '', 'REPLACED',
    'draft/' || n || '/' || number, at + number * interval '2 minutes' from filling_turn where number %% 5 = 0;

insert into approach (workspace, id, session, turn, move, number, title, summary, pros, cons, cost, precedent, label)
select workspace, md5('approach' || n || '/' || number)::uuid, id, turn, 1, number, 'Way ' || number, md5(n || 'a' || number), '', '', '', '', ''
from filling_turn where number <= 3;

insert into suggestion (workspace, id, session, kind, what, amount, currency, urgency, reason, holding_reply, state, message)
select workspace, md5('suggestion' || n)::uuid, id, 'COMPENSATION', 'refund', '80.00', 'USD', '', md5('r' || n), '', 'DROPPED',
    'suggestion/' || n from filling where n %% 5 = 0;

-- What came in and went out has no words any more, as the bot leaves it after a day.
insert into inbox (workspace, key, gesture, lane, kind, body, state, received_at, due_at, ended_at)
select workspace, 'event/' || n || '/' || number, 'message/' || n || '/' || number, workspace || '/thread/' || channel || '/' || ts,
    'slack/http', '', 'DONE', at, at, at + number * interval '2 minutes' from filling_turn;

insert into outbox (workspace, key, message, lane, body, state, put_at, due_at, ended_at, channel, ts)
select workspace, 'turn/' || turn || '/' || half, 'turn/' || turn, workspace || '/thread/' || channel || '/' || ts, '', 'SENT', at, at,
    at + number * interval '2 minutes', channel, ts
from filling_turn, unnest(array['live', 'final']) as half;

insert into lane (name, workspace) select workspace || '/thread/' || channel || '/' || ts, workspace from filling on conflict do nothing;

insert into proposal (workspace, id, version, state, created_by, session, channel, thread_ts, ask, kind, amount_minor, currency,
    reason, holding_reply, background, requires, rule, payload_sha256, gesture, created_at, expires_at, settled_at, customer_key)
select workspace, md5('proposal' || n)::uuid, 1, 'EXPIRED', member, id::text, channel, ts, 'COMPENSATION', 'refund', 8000, 'USD',
    md5('r' || n), '', md5('b' || n), 1, 'limit', md5('p' || n), 'press/' || n, at, at + interval '2 hours', at + interval '2 hours',
    'customer ' || n
from filling where n %% 10 = 0;

insert into proposal_version (workspace, proposal, version, payload_sha256, created_by, kind, amount_minor, currency, requires, expires_at)
select workspace, md5('proposal' || n)::uuid, 1, md5('p' || n), member, 'refund', 8000, 'USD', 1, at + interval '2 hours'
from filling where n %% 10 = 0;

-- What the dashboard reads. Sessions and tickets are counted by their own triggers: five tickets for each session, one of
-- them its own.
set local session_replication_role = origin;

insert into session_fact (workspace, session, opening, quick, owner, channel, team, ticket, opened_at, closed_at, outcome,
    confidence, closing_confidence, first_contact, worked_minutes, own_closeness)
select workspace, id, opening, false, member, channel, team, 'TCK-' || n, at, at + interval '40 minutes', outcome, 1 + n %% 5,
    1 + n / 3 %% 5, n %% 3 = 0, 22, n %% 100
from filling;

insert into ticket (workspace, source, external_id, version, reference, kind, priority, tier, channel, team, agent, opened_at,
    solved_at, csat, escalated, first_contact, reopened, manager, handle_minutes, session)
select workspace, 'filled', t::text, 1, case t %% 5 when 0 then 'TCK-' || n else 'TCK-' || n || '-' || t %% 5 end,
    'kind' || t * 7 %% 6, 'p' || t / 5 %% 4, 't' || t / 7 %% 3, 'c' || t / 11 %% 4, team, member, at,
    at + t %% 4000 * interval '1 minute', 1 + t / 3 %% 5, t %% 10 = 1, t %% 5 < 3, t %% 10 = 2, t %% 20 = 3, t %% 60,
    case t %% 5 when 0 then id end
from filling, generate_series(n * 5, n * 5 + 4) as t;

set local session_replication_role = replica;

insert into proposal_fact (workspace, proposal, ask, kind, verdict, by_other, proposer, team, granted_minor, currency, asked_at,
    decided_at)
select workspace, md5('decided' || n)::uuid, 'COMPENSATION', (array['refund', 'credit'])[1 + nth %% 2],
    (array['APPROVED', 'OWN_AUTHORITY'])[1 + nth / 2 %% 2], true, member, team, 2500, 'USD', at, at + interval '9 minutes'
from filling where nth %% 4 = 0;

insert into precedent (workspace, proposal, kind, currency, asked_minor, granted_minor, verdict, role, rule, reason, about, facts,
    decided_at, alike)
select workspace, md5('decided' || n)::uuid, 'refund', 'USD', 8000, 2500, 'APPROVED_WITH_CHANGES', 'SUPERVISOR', 'limit',
    md5('x' || n), 'Parcel lost ' || md5('l' || n), 'A parcel was lost ' || md5('l' || n) || ' ' || md5('f' || n), at,
    md5('alike' || workspace || nth %% 20)::uuid
from filling where nth %% 8 = 0;

insert into gap (workspace, id, policy, question, state, noted_at)
select workspace, md5('gap' || n)::uuid, nth %% 3 = 0, 'What holds for ' || md5('g' || n), 'OPEN', at from filling where nth %% 20 = 0;

insert into gap_sighting (workspace, id, gap, session, finder, question, noted_at)
select workspace, md5('sighting' || n)::uuid, md5('gap' || n - nth %% 20 * %3$d)::uuid, id, member, 'What holds for ' || md5('g' || n), at
from filling where nth %% 2 = 0;

insert into spend_day (workspace, day, micros)
select distinct workspace, at::date, 30000000 from filling order by 1, 2 on conflict do nothing;
