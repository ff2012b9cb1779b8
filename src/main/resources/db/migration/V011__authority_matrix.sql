-- Who is what, and who may grant what: edited in App Home, every earlier state kept. The rules stand here too.

create table member_role (
    workspace text not null,
    member text not null,
    role text not null,
    title text not null default '',
    is_admin boolean not null default false,
    named_by text not null,
    named_at timestamptz not null,
    constraint member_role_pk primary key (workspace, member),
    constraint member_role_is_known check (role in ('AGENT', 'SUPERVISOR', 'MANAGER'))
);
comment on table member_role is 'What a person is here as of now';
comment on column member_role.title is 'A named role, with rules of its own in the matrix; empty: none';
comment on column member_role.named_by is 'Who said so; settings: taken over from there, and followed until somebody says otherwise';

create table authority_version (
    workspace text not null,
    version integer not null,
    saved_by text not null,
    saved_at timestamptz not null,
    change text not null,
    constraint authority_version_pk primary key (workspace, version),
    constraint authority_version_counts check (version >= 1)
);
comment on table authority_version is 'Each state the authority matrix ever had; the newest is in force';
comment on column authority_version.change is 'In words: what is different from the version before';

create table authority_line (
    workspace text not null,
    version integer not null,
    number integer not null,
    role text not null,
    title text not null,
    may text not null,
    kind text not null,
    tier text,
    outside text not null,
    currency text,
    alone_minor bigint,
    together_minor bigint,
    constraint authority_line_pk primary key (workspace, version, number),
    constraint authority_line_of_version foreign key (workspace, version) references authority_version (workspace, version),
    constraint authority_line_role_is_known check (role in ('AGENT', 'SUPERVISOR', 'MANAGER')),
    constraint authority_line_may_is_known check (may in ('GRANT_ALONE', 'APPROVE')),
    constraint authority_line_kind_is_known check (kind in ('ANY', 'REFUND', 'CREDIT', 'REPLACEMENT', 'DISCOUNT',
        'GESTURE', 'POLICY_EXCEPTION', 'ESCALATION')),
    constraint authority_line_tier_is_known check (tier in ('STANDARD', 'PREMIUM', 'HIGH_VALUE')),
    constraint authority_line_outside_is_known check (outside in ('WITHIN', 'SLIGHTLY', 'FAR')),
    constraint authority_line_agents_approve_nothing check (role <> 'AGENT' or may = 'GRANT_ALONE'),
    constraint authority_line_escalations_are_approved check (kind <> 'ESCALATION' or may = 'APPROVE'),
    constraint authority_line_amount_is_whole check (
        kind = 'ESCALATION' and currency is null and alone_minor is null and together_minor is null
        or kind <> 'ESCALATION' and currency ~ '^[A-Z]{3}$' and alone_minor is not null and alone_minor >= 0
            and (together_minor is null or may = 'APPROVE' and together_minor >= alone_minor))
);
comment on table authority_line is 'What somebody of a role may grant alone, or approve of what others ask for';
comment on column authority_line.kind is 'ANY is any compensation but a policy exception, which has lines of its own';
comment on column authority_line.tier is 'Of the customer; none: any';
comment on column authority_line.outside is 'How far outside policy it may be at most';
comment on column authority_line.alone_minor is 'Up to how much one person; above it two must approve';
comment on column authority_line.together_minor is 'Up to how much two of them; none: without end';

create table authority_cap (
    workspace text not null,
    version integer not null,
    number integer not null,
    counts text not null,
    may text not null,
    currency text not null,
    most_minor bigint not null,
    days integer not null,
    constraint authority_cap_pk primary key (workspace, version, number),
    constraint authority_cap_of_version foreign key (workspace, version) references authority_version (workspace, version),
    constraint authority_cap_counts_is_known check (counts in ('CUSTOMER', 'PERSON')),
    constraint authority_cap_may_is_known check (may in ('GRANT_ALONE', 'APPROVE')),
    constraint authority_cap_currency_is_iso check (currency ~ '^[A-Z]{3}$'),
    constraint authority_cap_most_is_not_negative check (most_minor >= 0),
    constraint authority_cap_is_of_days check (days between 1 and 366)
);
comment on table authority_cap is 'How much may be granted in so many days to one customer or by one person; above it one more must agree';

create table authority_lock (
    workspace text not null,
    what text not null,
    constraint authority_lock_pk primary key (workspace, what)
);
comment on table authority_lock is 'Held while sums are read that nobody else may add to: two grants at once never both fit';

create function authority_take_lock(of_workspace text, of_what text) returns void language plpgsql as $$
begin
    insert into authority_lock values (of_workspace, of_what) on conflict do nothing;
    perform 1 from authority_lock where workspace = of_workspace and what = of_what for update;
end $$;

alter table proposal add column customer_key text not null default '';
alter table proposal add column tier text not null default 'STANDARD';
alter table proposal add column outside text not null default 'WITHIN';
alter table proposal add column matrix_version integer;
alter table proposal add column matrix_line integer;
alter table proposal add constraint proposal_tier_is_known check (tier in ('STANDARD', 'PREMIUM', 'HIGH_VALUE'));
alter table proposal add constraint proposal_outside_is_known check (outside in ('WITHIN', 'SLIGHTLY', 'FAR'));
comment on column proposal.customer_key is 'A hash by which grants to one customer are counted together; empty: the session stands for the customer';
comment on column proposal.matrix_version is 'By which version of the authority matrix the rule was found that is shown';
create index proposal_of_customer on proposal (workspace, customer_key) where customer_key <> '';

alter table proposal_decision add column title text not null default '';
alter table proposal_decision add column matrix_version integer;
alter table proposal_decision add column matrix_line integer;
alter table proposal_decision add constraint proposal_decision_rule_is_there foreign key (workspace, matrix_version)
    references authority_version (workspace, version);
comment on column proposal_decision.matrix_version is 'By which version of the authority matrix it was decided; none: before there was one';
comment on column proposal_decision.matrix_line is 'Which of its lines applied; none: no line speaks of it, so two must approve';
create index proposal_decision_by_person on proposal_decision (workspace, decided_by, decided_at);

-- How much was granted since then: to the customer of the key, or by the person.
create function authority_used(
    of_workspace text, of_counts text, of_may text, of_whom text, of_currency text, since timestamptz)
returns bigint language plpgsql stable as $$
declare
    used bigint;
begin
    if of_counts = 'CUSTOMER' then
        select sum(d.granted_minor) into used
        from proposal p join proposal_decision d on d.workspace = p.workspace and d.proposal = p.id
        where p.workspace = of_workspace and p.customer_key = of_whom and p.customer_key <> ''
            and d.granted_currency = of_currency and d.decided_at > since and d.step >= d.requires
            and (of_may = 'APPROVE' or d.verdict = 'OWN_AUTHORITY');
    else
        select sum(d.granted_minor) into used from proposal_decision d
        where d.workspace = of_workspace and d.decided_by = of_whom
            and d.granted_currency = of_currency and d.decided_at > since
            and (of_may = 'GRANT_ALONE') = (d.verdict = 'OWN_AUTHORITY');
    end if;
    return coalesce(used, 0);
end $$;

-- The one line that applies: the most particular.
create function authority_line_for(
    of_workspace text, of_version integer, of_role text, of_title text, of_may text, of_kind text, of_tier text,
    of_outside text, of_currency text)
returns authority_line language sql stable as $$
    select * from authority_line
    where workspace = of_workspace and version = of_version and may = of_may
        and (title <> '' and title = of_title or title = '' and role = of_role)
        and (kind = of_kind or kind = 'ANY' and of_kind not in ('POLICY_EXCEPTION', 'ESCALATION'))
        and (tier is null or tier = of_tier)
        and array_position(array['WITHIN', 'SLIGHTLY', 'FAR'], outside)
            >= array_position(array['WITHIN', 'SLIGHTLY', 'FAR'], of_outside)
        and currency is not distinct from of_currency
    order by title <> '' desc, kind <> 'ANY' desc, tier is not null desc,
        array_position(array['WITHIN', 'SLIGHTLY', 'FAR'], outside), number
    limit 1
$$;

-- Who decides, by which rule, within which limit and caps: as of the moment the decision is written.
create function decision_keeps_to_the_matrix() returns trigger language plpgsql as $$
declare
    newest integer;
    asked proposal%rowtype;
    person member_role%rowtype;
    line authority_line%rowtype;
    cap authority_cap%rowtype;
    may_what text := case when new.verdict = 'OWN_AUTHORITY' then 'GRANT_ALONE' else 'APPROVE' end;
    what text;
    whom text;
    together bigint;
begin
    select max(version) into newest from authority_version where workspace = new.workspace;
    if newest is null then
        return new;
    end if;
    new.matrix_version := coalesce(new.matrix_version, newest);
    if new.matrix_version <> newest then
        raise exception 'the authority matrix is at version %, not %', newest, new.matrix_version;
    end if;
    -- To take an escalation on grants nothing. Whom it may lead to besides deciders is held by another trigger.
    if new.role = 'AGENT' and new.verdict <> 'OWN_AUTHORITY' and new.granted_kind is null then
        return new;
    end if;
    select * into person from member_role where workspace = new.workspace and member = new.decided_by;
    if new.verdict <> 'OWN_AUTHORITY' and person.role is distinct from new.role then
        raise exception '% is % here now, not %', new.decided_by, coalesce(person.role, 'nobody'), new.role;
    end if;
    if new.verdict = 'DECLINED' then
        return new;
    end if;
    select * into asked from proposal where workspace = new.workspace and id = new.proposal;
    what := coalesce(new.granted_kind, 'ESCALATION');
    line := authority_line_for(new.workspace, newest,
        case when new.verdict = 'OWN_AUTHORITY' then 'AGENT' else new.role end, coalesce(person.title, ''),
        may_what, what, asked.tier, asked.outside, new.granted_currency);
    if line.number is null and (new.verdict = 'OWN_AUTHORITY' or what = 'ESCALATION' or exists (
        select 1 from authority_line where workspace = new.workspace and version = newest
            and may = 'APPROVE' and currency = new.granted_currency))
    then
        raise exception 'no rule of version % lets % grant this', newest, new.decided_by;
    end if;
    if what = 'ESCALATION' then
        return new;
    end if;
    if line.number is null and new.requires < 2 then
        raise exception 'no rule is in %: two must approve', new.granted_currency;
    end if;
    if new.granted_minor > line.together_minor then
        raise exception 'rule % of version % ends at %', line.number, newest, line.together_minor;
    end if;
    if new.granted_minor > line.alone_minor and new.requires < 2 then
        raise exception 'rule % of version % lets one person grant %', line.number, newest, line.alone_minor;
    end if;
    if new.verdict = 'OWN_AUTHORITY' then
        perform authority_take_lock(new.workspace, 'SESSION ' || asked.session);
        select coalesce(sum(d.granted_minor), 0) + new.granted_minor into together
        from proposal p join proposal_decision d on d.workspace = p.workspace and d.proposal = p.id
        where p.workspace = new.workspace and p.session = asked.session and d.verdict = 'OWN_AUTHORITY'
            and d.granted_currency = new.granted_currency;
        if together > line.alone_minor then
            raise exception 'in this case % were granted alone, more than the % of rule %', together, line.alone_minor,
                line.number;
        end if;
    end if;
    for cap in select * from authority_cap where workspace = new.workspace and version = newest
        and may = may_what and currency = new.granted_currency order by counts
    loop
        whom := case when cap.counts = 'CUSTOMER' then asked.customer_key else new.decided_by end;
        if whom = '' or new.requires > 1 then
            continue;
        end if;
        perform authority_take_lock(new.workspace, cap.counts || ' ' || whom);
        together := new.granted_minor + authority_used(new.workspace, cap.counts, cap.may, whom, cap.currency,
            new.decided_at - make_interval(hours => cap.days * 24));
        if together > cap.most_minor then
            raise exception '% in % days is more than the cap of %', together, cap.days, cap.most_minor;
        end if;
    end loop;
    return new;
end $$;
create trigger proposal_decision_keeps_to_the_matrix before insert on proposal_decision
    for each row execute function decision_keeps_to_the_matrix();

-- Versions follow each other, and what was saved stays as it was saved.
create function version_is_the_next() returns trigger language plpgsql as $$
begin
    if new.version <> 1 + (select coalesce(max(version), 0) from authority_version where workspace = new.workspace) then
        raise exception 'version % is not the next of the authority matrix', new.version;
    end if;
    return new;
end $$;
create trigger authority_version_is_the_next before insert on authority_version
    for each row execute function version_is_the_next();

create function is_part_of_a_new_version() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from authority_version where workspace = new.workspace and version = new.version
        and xmin = pg_current_xact_id()::xid)
    then
        raise exception 'version % of the authority matrix is saved and stays so', new.version;
    end if;
    return new;
end $$;
create trigger authority_line_is_new before insert on authority_line
    for each row execute function is_part_of_a_new_version();
create trigger authority_cap_is_new before insert on authority_cap
    for each row execute function is_part_of_a_new_version();

create trigger authority_version_stays before update or delete on authority_version
    for each row execute function stays_as_written();
create trigger authority_version_stays_whole before truncate on authority_version execute function stays_as_written();
create trigger authority_line_stays before update or delete on authority_line
    for each row execute function stays_as_written();
create trigger authority_line_stays_whole before truncate on authority_line execute function stays_as_written();
create trigger authority_cap_stays before update or delete on authority_cap
    for each row execute function stays_as_written();
create trigger authority_cap_stays_whole before truncate on authority_cap execute function stays_as_written();

create function circumstances_stay() returns trigger language plpgsql as $$
begin
    if (new.customer_key, new.tier, new.outside) is distinct from (old.customer_key, old.tier, old.outside) then
        raise exception 'proposal % cannot become another one', old.id;
    end if;
    return new;
end $$;
create trigger proposal_circumstances_stay before update on proposal for each row execute function circumstances_stay();
