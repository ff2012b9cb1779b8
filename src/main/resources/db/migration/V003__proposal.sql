-- Compensation and escalation: who asked, what was shown, who decided. The rules stand here too, so that no road
-- around the code leads around them.

create table proposal (
    workspace text not null,
    id uuid not null,
    version integer not null,
    state text not null,
    created_by text not null,
    session text not null,
    channel text not null,
    thread_ts text not null,
    ask text not null,
    kind text,
    amount_minor bigint,
    currency text,
    target text,
    urgency text,
    reason text not null,
    holding_reply text not null,
    background text not null,
    requires smallint not null,
    rule text not null,
    payload_sha256 text not null,
    gesture text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    settled_at timestamptz,
    constraint proposal_pk primary key (workspace, id),
    constraint proposal_gesture_is_once unique (workspace, gesture),
    constraint proposal_version_counts check (version >= 1),
    constraint proposal_state_is_known check (state in ('OPEN', 'APPROVED', 'DECLINED', 'EXPIRED')),
    constraint proposal_is_settled_once check ((state = 'OPEN') = (settled_at is null)),
    constraint proposal_amount_is_positive check (amount_minor > 0),
    constraint proposal_currency_is_iso check (currency ~ '^[A-Z]{3}$'),
    constraint proposal_needs_one_or_two check (requires in (1, 2)),
    constraint proposal_ask_is_whole check (
        (ask = 'COMPENSATION' and kind is not null and amount_minor is not null and currency is not null
            and target is null and urgency is null)
        or (ask = 'ESCALATION' and kind is null and amount_minor is null and currency is null
            and target is not null and urgency is not null))
);
comment on table proposal is 'What a person sent to be decided, with the terms as they are shown now';
comment on column proposal.amount_minor is 'Counts the smallest unit of the currency: 1250 in EUR is 12.50';
comment on column proposal.requires is 'How many different people must approve';
create index proposal_waiting on proposal (workspace, created_at) where state = 'OPEN';
create index proposal_due on proposal (expires_at) where state = 'OPEN';
create index proposal_of_session on proposal (workspace, session);

create table proposal_participant (
    workspace text not null,
    proposal uuid not null,
    member text not null,
    constraint proposal_participant_pk primary key (workspace, proposal, member),
    constraint proposal_participant_of_proposal foreign key (workspace, proposal) references proposal (workspace, id)
);
comment on table proposal_participant is 'Who took part in the ticket as agent and may therefore not decide';

create table proposal_version (
    workspace text not null,
    proposal uuid not null,
    version integer not null,
    payload_sha256 text not null,
    created_by text not null,
    kind text,
    amount_minor bigint,
    currency text,
    requires smallint not null,
    expires_at timestamptz not null,
    constraint proposal_version_pk primary key (workspace, proposal, version),
    constraint proposal_version_of_proposal foreign key (workspace, proposal) references proposal (workspace, id),
    constraint proposal_version_is_what_was_shown unique (workspace, proposal, version, payload_sha256, created_by)
);
comment on table proposal_version is 'What each version of a card showed; written by the database itself';

create table proposal_decision (
    workspace text not null,
    proposal uuid not null,
    step smallint not null,
    version integer not null,
    payload_sha256 text not null,
    created_by text not null,
    decided_by text not null,
    role text not null,
    verdict text not null,
    words text not null,
    granted_kind text,
    granted_minor bigint,
    granted_currency text,
    requires smallint not null,
    limit_minor bigint,
    limit_currency text,
    rule text not null,
    gesture text not null,
    decided_at timestamptz not null,
    constraint proposal_decision_pk primary key (workspace, proposal, step),
    constraint proposal_decision_is_once_a_person unique (workspace, proposal, decided_by),
    constraint proposal_decision_gesture_is_once unique (workspace, gesture),
    constraint proposal_decision_is_of_what_was_shown foreign key (workspace, proposal, version, payload_sha256, created_by)
        references proposal_version (workspace, proposal, version, payload_sha256, created_by),
    constraint proposal_decision_step_is_first_or_second check (step in (1, 2)),
    constraint proposal_decision_verdict_is_known
        check (verdict in ('APPROVED', 'APPROVED_WITH_CHANGES', 'DECLINED', 'OWN_AUTHORITY')),
    constraint proposal_decision_is_never_ones_own check ((decided_by = created_by) = (verdict = 'OWN_AUTHORITY')),
    constraint proposal_decision_is_of_who_may check ((role = 'AGENT') = (verdict = 'OWN_AUTHORITY')),
    constraint proposal_decision_has_a_reason check (verdict <> 'DECLINED' or words <> ''),
    constraint proposal_decision_needs_one_or_two check (requires in (1, 2)),
    constraint proposal_decision_of_ones_own_needs_no_second check (verdict <> 'OWN_AUTHORITY' or (requires = 1 and step = 1)),
    constraint proposal_decision_amount_is_whole check (
        granted_minor > 0 and granted_currency ~ '^[A-Z]{3}$' and granted_kind is not null
        or (granted_minor is null and granted_currency is null and granted_kind is null)),
    constraint proposal_decision_is_within_the_limit check (
        verdict = 'DECLINED' or requires = 2 or granted_minor is null
        or (limit_minor is not null and granted_currency = limit_currency and granted_minor <= limit_minor))
);
comment on table proposal_decision is 'One row per step of a decision, never changed: who decided what, by which rule';
comment on column proposal_decision.limit_minor is 'What one person could grant alone at that moment, in the currency granted';
comment on column proposal_decision.role is 'What the decider was at that moment; AGENT for a decision in the own authority';
create index proposal_decision_by_time on proposal_decision (workspace, decided_at);

create table proposal_question (
    workspace text not null,
    proposal uuid not null,
    number integer not null,
    asked_by text not null,
    asked text not null,
    asked_at timestamptz not null,
    gesture text not null,
    answered_by text,
    answer text,
    answered_at timestamptz,
    constraint proposal_question_pk primary key (workspace, proposal, number),
    constraint proposal_question_of_proposal foreign key (workspace, proposal) references proposal (workspace, id),
    constraint proposal_question_gesture_is_once unique (workspace, gesture),
    constraint proposal_question_answer_is_whole check (
        (answered_by is null and answer is null and answered_at is null)
        or (answered_by is not null and answer is not null and answered_at is not null))
);
comment on table proposal_question is 'What a decider asked back before deciding, and what was answered';

create table audit_head (
    workspace text not null,
    seq bigint not null,
    hash text not null,
    constraint audit_head_pk primary key (workspace)
);
comment on table audit_head is 'The newest entry of each audit chain; locked by whoever adds the next';

create table audit_entry (
    workspace text not null,
    seq bigint not null,
    proposal uuid not null,
    deed text not null,
    member text not null,
    at timestamptz not null,
    body text not null,
    previous_hash text not null,
    hash text not null,
    constraint audit_entry_pk primary key (workspace, seq),
    constraint audit_entry_is_hashed check (hash = encode(sha256(convert_to(previous_hash || body, 'UTF8')), 'hex'))
);
comment on table audit_entry is 'Everything done and refused, each entry chained to the one before by its hash; no customer words';
comment on column audit_entry.body is 'The entry as it was hashed: JSON with sorted names';
create index audit_entry_of_proposal on audit_entry (workspace, proposal, seq);

-- What was shown is written down whenever a version appears.
create function remember_version() returns trigger language plpgsql as $$
begin
    insert into proposal_version
        (workspace, proposal, version, payload_sha256, created_by, kind, amount_minor, currency, requires, expires_at)
    values (new.workspace, new.id, new.version, new.payload_sha256, new.created_by, new.kind, new.amount_minor,
        new.currency, new.requires, new.expires_at);
    return null;
end $$;
create trigger proposal_is_new after insert on proposal for each row execute function remember_version();
create trigger proposal_is_changed after update on proposal for each row
    when (old.version <> new.version) execute function remember_version();

-- How a proposal may move.
create function proposal_moves() returns trigger language plpgsql as $$
begin
    if old.state in ('APPROVED', 'DECLINED') and new.state <> old.state then
        raise exception 'proposal % is % and stays so', old.id, old.state;
    end if;
    if old.state = 'EXPIRED' and new.state not in ('EXPIRED', 'OPEN') then
        raise exception 'proposal % is expired: it must be renewed before it is decided', old.id;
    end if;
    if new.version not in (old.version, old.version + 1) then
        raise exception 'proposal % goes from version % to %', old.id, old.version, new.version;
    end if;
    if (new.workspace, new.id, new.created_by, new.session, new.channel, new.thread_ts, new.ask, new.gesture)
        is distinct from (old.workspace, old.id, old.created_by, old.session, old.channel, old.thread_ts, old.ask, old.gesture)
    then
        raise exception 'proposal % cannot become another one', old.id;
    end if;
    if new.version = old.version and (
        (new.payload_sha256, new.kind, new.amount_minor, new.currency, new.target, new.expires_at)
            is distinct from (old.payload_sha256, old.kind, old.amount_minor, old.currency, old.target, old.expires_at)
        or (old.state = 'EXPIRED' and new.state = 'OPEN'))
    then
        raise exception 'proposal % changed what is shown without a new version', old.id;
    end if;
    return new;
end $$;
create trigger proposal_moves before update on proposal for each row execute function proposal_moves();

-- Who may decide, and when. clock_timestamp(), not now(): a transaction may have waited for the row.
create function decision_keeps_the_rules() returns trigger language plpgsql as $$
declare
    found_one proposal%rowtype;
    earlier integer;
begin
    select * into found_one from proposal where workspace = new.workspace and id = new.proposal for update;
    if found_one.state <> 'OPEN' then
        raise exception 'proposal % is %, not open', new.proposal, found_one.state;
    end if;
    if found_one.version <> new.version then
        raise exception 'proposal % is at version %, not %', new.proposal, found_one.version, new.version;
    end if;
    if clock_timestamp() >= found_one.expires_at then
        raise exception 'proposal % expired at %', new.proposal, found_one.expires_at;
    end if;
    if new.verdict <> 'OWN_AUTHORITY' and exists (select 1 from proposal_participant
        where workspace = new.workspace and proposal = new.proposal and member = new.decided_by)
    then
        raise exception '% took part in proposal % and cannot decide it', new.decided_by, new.proposal;
    end if;
    select count(*) into earlier from proposal_decision where workspace = new.workspace and proposal = new.proposal;
    if new.step <> earlier + 1 or (new.step = 2 and found_one.requires < 2) then
        raise exception 'proposal % has no step % now', new.proposal, new.step;
    end if;
    return new;
end $$;
create trigger proposal_decision_keeps_the_rules before insert on proposal_decision
    for each row execute function decision_keeps_the_rules();

-- No state without the decisions it stands on; checked when the transaction ends.
create function state_stands_on_decisions() returns trigger language plpgsql as $$
declare
    granting integer;
    needed integer;
    declining integer;
    current_state text;
begin
    select state into current_state from proposal where workspace = new.workspace and id = new.id;
    select count(*) filter (where verdict <> 'DECLINED'), count(*) filter (where verdict = 'DECLINED')
        into granting, declining from proposal_decision where workspace = new.workspace and proposal = new.id;
    select requires into needed from proposal_decision where workspace = new.workspace and proposal = new.id
        order by step desc limit 1;
    if current_state = 'APPROVED' and (granting < coalesce(needed, 1) or declining > 0) then
        raise exception 'proposal % cannot be approved by % of % approvals', new.id, granting, needed;
    end if;
    if (current_state = 'DECLINED') <> (declining > 0) then
        raise exception 'proposal % is % with % refusals', new.id, current_state, declining;
    end if;
    return null;
end $$;
create constraint trigger state_stands_on_decisions after insert or update on proposal
    deferrable initially deferred for each row execute function state_stands_on_decisions();

-- What was decided stays as it was decided.
create function stays_as_written() returns trigger language plpgsql as $$
begin
    raise exception '% on % is refused: it only grows', tg_op, tg_table_name;
end $$;
create trigger proposal_decision_stays before update or delete on proposal_decision for each row execute function stays_as_written();
create trigger proposal_decision_stays_whole before truncate on proposal_decision execute function stays_as_written();
create trigger proposal_version_stays before update or delete on proposal_version
    for each row execute function stays_as_written();
create trigger proposal_version_stays_whole before truncate on proposal_version execute function stays_as_written();
create trigger proposal_participant_stays before update or delete on proposal_participant
    for each row execute function stays_as_written();
create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function stays_as_written();
create trigger audit_entry_stays_whole before truncate on audit_entry execute function stays_as_written();
create trigger proposal_stays before delete on proposal for each row execute function stays_as_written();
