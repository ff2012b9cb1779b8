package dev.cowork.impact.ticket;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The ticket table.
@ApplicationScoped
class Tickets implements PanacheRepositoryBase<Ticket, Ticket.Id> {
    private static final List<String> COUNTS =
            List.of("ticket_cell", "ticket_stratum", "ticket_week", "ticket_person", "ticket_kind_person");

    /// What is told replaces what was known; what is not told leaves it. One statement for a whole batch: a row of
    /// its own for each ticket would be a tenth as fast.
    private static final String STORE = """
        insert into ticket (workspace, source, external_id, version, reference, kind, priority, tier, channel, team,
            agent, opened_at, solved_at, csat, escalated, first_contact, reopened, manager, handle_minutes, session)
        select ?1, ?2, r.external_id, r.version, r.reference, r.kind, r.priority, r.tier, r.channel, r.team,
            r.agent, r.opened_at, r.solved_at, r.csat, r.escalated, r.first_contact, r.reopened, r.manager,
            r.handle_minutes, s.session
        from jsonb_to_recordset(cast(?3 as jsonb)) as r (external_id text, version bigint, reference text,
            kind text, priority text, tier text, channel text, team text, agent text, opened_at timestamptz,
            solved_at timestamptz, csat smallint, escalated boolean, first_contact boolean, reopened boolean,
            manager boolean, handle_minutes integer)
        left join lateral (select f.session from session_fact f
            where f.workspace = ?1 and f.ticket = r.reference and f.opening <> 'training'
            order by f.opened_at limit 1) s on true
        -- In an order, so that two batches with the same tickets do not wait for each other.
        order by r.external_id
        on conflict on constraint ticket_pk do update set
            version = excluded.version,
            reference = excluded.reference,
            kind = coalesce(excluded.kind, ticket.kind),
            priority = coalesce(excluded.priority, ticket.priority),
            tier = coalesce(excluded.tier, ticket.tier),
            channel = coalesce(excluded.channel, ticket.channel),
            team = coalesce(excluded.team, ticket.team),
            agent = coalesce(excluded.agent, ticket.agent),
            opened_at = excluded.opened_at,
            solved_at = case when excluded.solved_at is null and ticket.solved_at < excluded.opened_at then null
                else coalesce(excluded.solved_at, ticket.solved_at) end,
            csat = coalesce(excluded.csat, ticket.csat),
            escalated = coalesce(excluded.escalated, ticket.escalated),
            first_contact = coalesce(excluded.first_contact, ticket.first_contact),
            reopened = coalesce(excluded.reopened, ticket.reopened),
            manager = coalesce(excluded.manager, ticket.manager),
            handle_minutes = coalesce(excluded.handle_minutes, ticket.handle_minutes),
            session = coalesce(ticket.session, excluded.session)
        where excluded.version > ticket.version\
        """;

    /// @param rows a JSON array of [TicketRow], each ticket once
    /// @return how many were new or newer
    int store(WorkspaceId workspace, String source, String rows) {
        return getEntityManager()
                .createNativeQuery(STORE)
                .setParameter(1, workspace.value())
                .setParameter(2, source)
                .setParameter(3, rows)
                .executeUpdate();
    }

    /// The tickets that a session was about, from now on assisted.
    void link(WorkspaceId workspace, String reference, UUID session) {
        getEntityManager()
                .createNativeQuery("""
                    update ticket set session = ?3 where workspace = ?1 and reference = ?2 and session is null\
                    """)
                .setParameter(1, workspace.value())
                .setParameter(2, reference)
                .setParameter(3, session)
                .executeUpdate();
    }

    /// Forgets at most so many of those opened before; gives back how many.
    int forget(Instant before, int atMost) {
        return getEntityManager()
                .createNativeQuery("""
                    delete from ticket where ctid in
                        (select ctid from ticket where opened_at < ?1 limit ?2)\
                    """)
                .setParameter(1, before)
                .setParameter(2, atMost)
                .executeUpdate();
    }

    /// Forgets at most so many counts of nobody and nothing: a count of none still tells whose it was.
    int forgetEmpty(int atMost) {
        return COUNTS.stream()
                .mapToInt(counts -> getEntityManager()
                        .createNativeQuery(
                                "delete from %1$s where n = 0 and ctid in (select ctid from %1$s where n = 0 limit ?1)"
                                        .formatted(counts))
                        .setParameter(1, atMost)
                        .executeUpdate())
                .sum();
    }

    /// Takes the person out of those opened before.
    int forgetPersons(Instant before, int atMost) {
        return getEntityManager()
                .createNativeQuery("""
                    update ticket set agent = null where ctid in
                        (select ctid from ticket where opened_at < ?1 and agent is not null limit ?2)\
                    """)
                .setParameter(1, before)
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
