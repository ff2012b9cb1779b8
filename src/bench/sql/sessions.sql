-- The sessions from one number to another, with all that belongs to them: %1$d to %2$d, %3$d workspaces, %4$d turns each.
-- Texts do not compress better than people's words do. One statement for each table; run in one transaction.
create temporary table filling on commit drop as
    select 'TF' || lpad((n %% %3$d)::text, 4, '0') as workspace, md5('session' || n)::uuid as id, n,
        'CF' || lpad((n %% 7)::text, 4, '0') as channel, lpad(n::text, 10, '0') || '.000001' as ts,
        'UF' || lpad((n %% 40)::text, 4, '0') as member,
        timestamptz '2025-01-01' + n * interval '25 seconds' as at
    from generate_series(%1$d, %2$d - 1) as n;

insert into session (workspace, id, channel, thread_ts, card_key, card_in_thread, card_version, opening, quick, owner, ticket,
    customer, state, opened_at, closed_at, closed_by, outcome, worked_minutes)
select workspace, id, channel, ts, 'session/' || id || '/card', false, 3, 'difficult', false, member, 'TCK-' || n,
    'Customer ' || n, 'CLOSED', at, at + interval '40 minutes', member, 'solved', 22 from filling;

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

insert into inbox (workspace, key, gesture, lane, kind, body, state, received_at, due_at, ended_at)
select workspace, 'event/' || n || '/' || number, 'message/' || n || '/' || number, workspace || '/thread/' || channel || '/' || ts,
    'slack/http', (select string_agg(md5(n || 'b' || number || '/' || i), ' ') from generate_series(1, 28) as i), 'DONE',
    at, at, at + number * interval '2 minutes' from filling_turn;

insert into outbox (workspace, key, message, lane, body, state, put_at, due_at, ended_at, channel, ts)
select workspace, 'turn/' || turn || '/' || half, 'turn/' || turn, workspace || '/thread/' || channel || '/' || ts,
    (select string_agg(md5(n || 'o' || number || half || '/' || i), ' ') from generate_series(1, 25) as i), 'SENT', at, at,
    at + number * interval '2 minutes', channel, ts
from filling_turn, unnest(array['live', 'final']) as half;

insert into lane (name, workspace) select workspace || '/thread/' || channel || '/' || ts, workspace from filling on conflict do nothing;

insert into session_fact (workspace, session, opening, quick, owner, channel, team, ticket, opened_at, closed_at, outcome,
    first_contact, worked_minutes, turns)
select workspace, id, 'difficult', false, member, channel, 'Support', 'TCK-' || n, at, at + interval '40 minutes', 'solved', true, 22, %4$d
from filling;

insert into proposal (workspace, id, version, state, created_by, session, channel, thread_ts, ask, kind, amount_minor, currency,
    reason, holding_reply, background, requires, rule, payload_sha256, gesture, created_at, expires_at, settled_at, customer_key)
select workspace, md5('proposal' || n)::uuid, 1, 'EXPIRED', member, id::text, channel, ts, 'COMPENSATION', 'refund', 8000, 'USD',
    md5('r' || n), '', md5('b' || n), 1, 'limit', md5('p' || n), 'press/' || n, at, at + interval '2 hours', at + interval '2 hours',
    'customer ' || n
from filling where n %% 10 = 0;

insert into proposal_version (workspace, proposal, version, payload_sha256, created_by, kind, amount_minor, currency, requires, expires_at)
select workspace, md5('proposal' || n)::uuid, 1, md5('p' || n), member, 'refund', 8000, 'USD', 1, at + interval '2 hours'
from filling where n %% 10 = 0;
