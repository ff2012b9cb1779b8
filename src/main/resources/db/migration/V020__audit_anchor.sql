-- What of the audit is kept outside the database: its head, once a day, in the approvals channel.

-- An entry may be about no single proposal, such as a change of what people may decide.
alter table audit_entry alter column proposal drop not null;

create table audit_anchor (
    workspace text not null,
    day date not null,
    seq bigint not null,
    hash text not null,
    anchored_at timestamptz not null,
    channel text,
    ts text,
    constraint audit_anchor_pk primary key (workspace, day),
    constraint audit_anchor_is_of_an_entry check (seq >= 1 and hash ~ '^[0-9a-f]{64}$'),
    constraint audit_anchor_place_is_whole check ((channel is null) = (ts is null))
);
comment on table audit_anchor is 'What the end of each audit chain was, and where in Slack that was posted';
comment on column audit_anchor.day is 'On which day, in UTC, it was taken';
comment on column audit_anchor.ts is 'The post in Slack that says the same; empty until it has arrived';

create function audit_anchor_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.ts is null and new.ts is not null
        and (new.workspace, new.day, new.seq, new.hash, new.anchored_at)
            is not distinct from (old.workspace, old.day, old.seq, old.hash, old.anchored_at)
    then
        return new;
    end if;
    raise exception '% on % is refused: it only grows', tg_op, tg_table_name;
end $$;
create trigger audit_anchor_stays before update or delete on audit_anchor
    for each row execute function audit_anchor_stays();
create trigger audit_anchor_stays_whole before truncate on audit_anchor execute function stays_as_written();
-- Without its head a chain cannot be told from one that was cut.
create trigger audit_head_stays before delete on audit_head for each row execute function stays_as_written();
create trigger audit_head_stays_whole before truncate on audit_head execute function stays_as_written();
