-- Flyway runs this after each time it has looked for migrations: whatever table has a workspace stands behind the wall,
-- also one whose migration did not think of it.
do $$
declare
    one record;
begin
    -- Several processes may start at once.
    perform pg_advisory_xact_lock(160161);
    set local lock_timeout = '10s';
    begin
        if not exists (select from pg_roles where rolname = 'cowork_served') then
            create role cowork_served nologin;
        end if;
        if not pg_has_role(current_user, 'cowork_served', 'member') then
            execute format('grant cowork_served to %I', current_user);
        end if;
    exception when insufficient_privilege or duplicate_object or unique_violation or undefined_object then
        raise notice 'the role cowork_served cannot be had: %', sqlerrm;
    end;

    for one in
        select c.oid, c.relname, c.relrowsecurity,
            exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'workspace_wall') as is_walled
        from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
            and exists (select from pg_attribute a
                where a.attrelid = c.oid and a.attname = 'workspace' and not a.attisdropped)
        order by c.relname
    loop
        if not one.is_walled then
            execute format('create policy workspace_wall on %I'
                ' using ((select served_workspace()) in (workspace, ''*''))'
                ' with check ((select served_workspace()) in (workspace, ''*''))', one.relname);
            -- What was brought in for all workspaces may be read by each.
            if one.relname like 'knowledge\_%' then
                execute format('create policy workspace_for_all on %I for select using (workspace = ''*'')', one.relname);
            end if;
        end if;
        if not one.relrowsecurity then
            execute format('alter table %I enable row level security', one.relname);
        end if;
    end loop;

    if exists (select from pg_roles where rolname = 'cowork_served') then
        execute format('grant usage on schema %I to cowork_served', current_schema());
        for one in
            select c.oid, c.relname from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'v', 'm', 'p')
                and pg_has_role(current_user, c.relowner, 'usage')
                and not has_table_privilege('cowork_served', c.oid, 'select')
            order by c.relname
        loop
            execute format('grant %s on %I to cowork_served', case
                -- What was decided stays as it was written, whatever the running program may come to do.
                when one.relname in ('audit_entry', 'proposal_decision', 'proposal_version') then 'select, insert'
                when one.relname in ('audit_head', 'audit_anchor', 'proposal') then 'select, insert, update'
                when one.relname = 'flyway_schema_history' then 'select'
                else 'select, insert, update, delete' end, one.relname);
        end loop;
    end if;
end $$;
