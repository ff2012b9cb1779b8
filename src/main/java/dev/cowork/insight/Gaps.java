package dev.cowork.insight;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The gap tables.
@ApplicationScoped
class Gaps implements PanacheRepositoryBase<Gap, Gap.GapKey> {
    private static final int MOST_ALIKE = 30;

    /// A gap with how many sessions it hurt, and how many its answer helped since.
    record Counted(Gap gap, long times, long uses) {}

    Optional<Gap> locked(Gap.GapKey key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    /// Those that share words with a question, whatever their endings, the likeliest first.
    List<Gap> sharingWordsWith(WorkspaceId workspace, Collection<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<UUID> found = getEntityManager()
                .createNativeQuery(
                        "select id from gap where workspace = ?1"
                                + " and to_tsvector('english', question) @@ to_tsquery('english', ?2)"
                                + " order by ts_rank(to_tsvector('english', question), to_tsquery('english', ?2)) desc",
                        UUID.class)
                .setParameter(1, workspace.value())
                .setParameter(2, String.join(" | ", words))
                .setMaxResults(MOST_ALIKE)
                .getResultList();
        return found.stream()
                .flatMap(id -> findByIdOptional(new Gap.GapKey(workspace.value(), id)).stream())
                .toList();
    }

    /// What hurts most, first.
    List<Counted> open(WorkspaceId workspace, int most) {
        return counted("g.state = 'OPEN'", "order by times desc, g.noted_at", workspace, most);
    }

    List<Counted> closedSince(WorkspaceId workspace, Instant since, int most) {
        return counted("g.closed_at >= '" + since + "'", "order by g.closed_at desc", workspace, most);
    }

    private List<Counted> counted(String which, String order, WorkspaceId workspace, int most) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(
                        "select g.id, (select count(*) from gap_sighting s where s.workspace = g.workspace and s.gap = g.id)"
                                + " as times, (select count(*) from gap_use u where u.workspace = g.workspace and u.gap = g.id)"
                                + " as uses from gap g where g.workspace = ?1 and " + which + " " + order)
                .setParameter(1, workspace.value())
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .flatMap(row -> findByIdOptional(new Gap.GapKey(workspace.value(), (UUID) row[0]))
                        .map(gap -> new Counted(gap, ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                        .stream())
                .toList();
    }

    long openIn(WorkspaceId workspace) {
        return count("key.workspace = ?1 and state = ?2", workspace.value(), Gap.State.OPEN);
    }

    List<Gap> closedIn(WorkspaceId workspace) {
        return find("key.workspace = ?1 and state = ?2 order by closedAt desc", workspace.value(), Gap.State.CLOSED)
                .page(0, 500)
                .list();
    }

    /// A session counts once.
    void use(Gap gap, UUID session, Instant at) {
        getEntityManager()
                .createNativeQuery("insert into gap_use (workspace, gap, session, used_at) values (?1, ?2, ?3, ?4)"
                        + " on conflict do nothing")
                .setParameter(1, gap.key().workspace())
                .setParameter(2, gap.key().id())
                .setParameter(3, session)
                .setParameter(4, at)
                .executeUpdate();
    }
}
