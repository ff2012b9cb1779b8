package dev.cowork.keeping;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The rows that `keeping/holdings.txt` names, and the forgetting table.
@ApplicationScoped
class KeptRows implements PanacheRepositoryBase<Forgetting, Forgetting.Id> {
    private static final int MOST_SESSIONS = 500;
    /// In two halves, so that each is found by its own index.
    static final String OLD_SESSIONS = """
            select cast(id as text) from (
                select workspace, id from session
                where workspace = :workspace and state = 'CLOSED' and closed_at < :before
                union all
                select workspace, id from session
                where workspace = :workspace and state <> 'CLOSED' and opened_at < :before and not exists (
                    select from turn t
                    where t.workspace = session.workspace and t.session = session.id and t.begun_at >= :before)
            ) old where not exists (
                select from proposal p
                where p.workspace = old.workspace and p.session = cast(old.id as text) and p.state = 'OPEN')
            """;

    /// Every workspace of which something may be kept.
    List<WorkspaceId> workspaces() {
        return texts(getEntityManager().createNativeQuery("""
                select distinct workspace from (
                    select workspace from session union select workspace from drill_run
                    union select workspace from home_visit union select workspace from installation
                    union select workspace from inbox where state = 'DONE' and body <> '') served
                where workspace <> '*' order by 1""")).stream()
                .map(WorkspaceId::new)
                .toList();
    }

    /// Sessions that are over, or that nobody went on with; without those about which something waits to be decided.
    List<UUID> oldSessions(WorkspaceId workspace, Instant before, int atMost) {
        return ids(getEntityManager()
                .createNativeQuery(OLD_SESSIONS + "limit " + atMost)
                .setParameter("workspace", workspace.value())
                .setParameter("before", before));
    }

    /// Sessions about that ticket or customer, however it is written, the newest first.
    List<UUID> sessionsAbout(WorkspaceId workspace, String reference) {
        return ids(getEntityManager()
                .createNativeQuery("""
                        select cast(id as text) from session where workspace = :workspace
                            and (lower(ticket) = lower(:reference) or lower(customer) = lower(:reference))
                        order by opened_at desc limit\s""" + MOST_SESSIONS)
                .setParameter("workspace", workspace.value())
                .setParameter("reference", reference));
    }

    List<UUID> sessionsOf(WorkspaceId workspace, MemberId member) {
        return ids(getEntityManager()
                .createNativeQuery("""
                        select cast(id as text) from session where workspace = :workspace and owner = :member
                        order by opened_at desc limit\s""" + MOST_SESSIONS)
                .setParameter("workspace", workspace.value())
                .setParameter("member", member.value()));
    }

    /// Those of the sessions about which something still waits to be decided.
    List<UUID> undecided(WorkspaceId workspace, List<UUID> sessions) {
        return ids(getEntityManager()
                .createNativeQuery("""
                        select distinct session from proposal where workspace = :workspace and state = 'OPEN'
                            and session in (select x from unnest(string_to_array(:sessions, ',')) x)""")
                .setParameter("workspace", workspace.value())
                .setParameter("sessions", joined(sessions)));
    }

    /// Lets go of what is old by itself, at most so many rows; gives back how many went.
    int letGoOld(Holding holding, WorkspaceId workspace, Instant before, Instant now, int atMost) {
        var statement = holding.letGo(holding.old(), atMost);
        var query = getEntityManager().createNativeQuery(statement).setParameter("workspace", workspace.value());
        if (statement.contains(":before")) {
            query.setParameter("before", before);
        }
        if (statement.contains(":yesterday")) {
            query.setParameter("yesterday", now.minus(Duration.ofDays(1)));
        }
        return query.executeUpdate();
    }

    int letGo(Holding holding, WorkspaceId workspace, Whose whose, int atMost) {
        return which(holding, whose)
                .map(which ->
                        bound(holding.letGo(which, atMost), workspace, whose).executeUpdate())
                .orElse(0);
    }

    long count(Holding holding, WorkspaceId workspace, Whose whose) {
        return which(holding, whose)
                .map(which ->
                        ((Number) bound(holding.count(which), workspace, whose).getSingleResult()).longValue())
                .orElse(0L);
    }

    /// The rows as JSON.
    List<String> rows(Holding holding, WorkspaceId workspace, Whose whose) {
        return which(holding, whose)
                .map(which -> texts(bound(holding.rows(which), workspace, whose)))
                .orElse(List.of());
    }

    /// As [#sessionsAbout], to choose from.
    @SuppressWarnings("unchecked")
    List<Readable.Found> foundAbout(WorkspaceId workspace, String reference) {
        List<Object[]> found = getEntityManager()
                .createNativeQuery("""
                        select cast(id as text), ticket, opening, to_char(opened_at, 'YYYY-MM-DD'), channel from session
                        where workspace = :workspace
                            and (lower(ticket) = lower(:reference) or lower(customer) = lower(:reference))
                        order by opened_at desc limit 50""")
                .setParameter("workspace", workspace.value())
                .setParameter("reference", reference)
                .getResultList();
        return found.stream()
                .map(it -> new Readable.Found(
                        UUID.fromString((String) it[0]), (String) it[1], (String) it[2], (String) it[3], (String)
                                it[4]))
                .toList();
    }

    boolean workedIn(WorkspaceId workspace, UUID session, MemberId member) {
        return !texts(getEntityManager()
                        .createNativeQuery("select member from session_member where workspace = :workspace"
                                + " and session = :session and member = :member")
                        .setParameter("workspace", workspace.value())
                        .setParameter("session", session)
                        .setParameter("member", member.value()))
                .isEmpty();
    }

    Optional<String> channelOf(WorkspaceId workspace, UUID session) {
        return texts(getEntityManager()
                        .createNativeQuery("select channel from session where workspace = :workspace and id = :session")
                        .setParameter("workspace", workspace.value())
                        .setParameter("session", session))
                .stream()
                .findFirst();
    }

    private static Optional<String> which(Holding holding, Whose whose) {
        var isAny = !holding.ofSessions().isEmpty() && !whose.sessions().isEmpty();
        return switch (whose) {
            case Whose.Of _ -> isAny ? Optional.of(holding.ofSessions()) : Optional.empty();
            case Whose.Person _
            when !holding.ofPerson().isEmpty() ->
                Optional.of(isAny ? holding.ofSessions() + " or " + holding.ofPerson() : holding.ofPerson());
            case Whose.Person _ -> isAny ? Optional.of(holding.ofSessions()) : Optional.empty();
        };
    }

    private Query bound(String statement, WorkspaceId workspace, Whose whose) {
        var query = getEntityManager().createNativeQuery(statement).setParameter("workspace", workspace.value());
        if (statement.contains(":sessions")) {
            query.setParameter("sessions", joined(whose.sessions()));
        }
        if (whose instanceof Whose.Person(var member, var _) && statement.contains(":member")) {
            query.setParameter("member", member.value());
        }
        return query;
    }

    private static String joined(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static List<UUID> ids(Query query) {
        return texts(query).stream().map(UUID::fromString).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(Query query) {
        return query.getResultList();
    }
}
