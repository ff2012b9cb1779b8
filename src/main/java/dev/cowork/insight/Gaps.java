package dev.cowork.insight;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
                .createNativeQuery("select id from gap where workspace = ?1"
                        + " and to_tsvector('english', question) @@ to_tsquery('english', ?2)"
                        + " order by ts_rank(to_tsvector('english', question), to_tsquery('english', ?2)) desc")
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
        return counted(
                "g.state = 'OPEN' and g.noted_at >= ?2",
                "order by times desc, g.noted_at",
                workspace,
                Instant.EPOCH,
                most);
    }

    List<Counted> closedSince(WorkspaceId workspace, Instant since, int most) {
        return counted("g.closed_at >= ?2", "order by g.closed_at desc", workspace, since, most);
    }

    private List<Counted> counted(String which, String order, WorkspaceId workspace, Instant since, int most) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(
                        "select g.id, (select count(*) from gap_sighting s where s.workspace = g.workspace and s.gap = g.id)"
                                + " as times, (select count(*) from gap_use u where u.workspace = g.workspace and u.gap = g.id)"
                                + " as uses from gap g where g.workspace = ?1 and " + which + " " + order)
                .setParameter(1, workspace.value())
                .setParameter(2, since)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .flatMap(row -> findByIdOptional(new Gap.GapKey(workspace.value(), (UUID) row[0]))
                        .map(gap -> new Counted(gap, ((Number) row[1]).longValue(), ((Number) row[2]).longValue()))
                        .stream())
                .toList();
    }

    /// How many are open with whom.
    Map<MemberId, Long> openByKeeper(WorkspaceId workspace) {
        return getEntityManager()
                .createQuery(
                        "select g.keeper, count(*) from Gap g where g.key.workspace = ?1 and g.state = ?2"
                                + " and g.keeper is not null group by g.keeper",
                        Object[].class)
                .setParameter(1, workspace.value())
                .setParameter(2, Gap.State.OPEN)
                .getResultStream()
                .collect(Collectors.toMap(row -> new MemberId((String) row[0]), row -> (Long) row[1]));
    }

    List<GapBook.Counted> counted(WorkspaceId workspace, Instant from, Instant to) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("""
                        select g.*, coalesce(s.hurt, 0), coalesce(s.people, 0), coalesce(u.uses, 0)
                        from (select policy, count(*) filter (where noted_at >= ?2 and noted_at < ?3) as found,
                                count(*) filter (where closed_at >= ?2 and closed_at < ?3) as closed,
                                coalesce(percentile_cont(0.5) within group
                                    (order by extract(epoch from closed_at - noted_at) / 60)
                                    filter (where closed_at >= ?2 and closed_at < ?3), 0) as minutes,
                                count(*) filter (where state = 'OPEN') as open
                            from gap where workspace = ?1 group by policy) g
                        left join (select policy, sum(n) as hurt, count(finder) as people
                            from (select o.policy, i.finder, count(*) as n
                                from gap_sighting i join gap o on o.workspace = i.workspace and o.id = i.gap
                                where i.workspace = ?1 and i.noted_at >= ?2 and i.noted_at < ?3
                                group by o.policy, i.finder) p group by policy) s
                            on s.policy = g.policy
                        left join (select o.policy, count(*) as uses
                            from gap_use i join gap o on o.workspace = i.workspace and o.id = i.gap
                            where i.workspace = ?1 and i.used_at >= ?2 and i.used_at < ?3 group by o.policy) u
                            on u.policy = g.policy
                        order by g.policy""")
                .setParameter(1, workspace.value())
                .setParameter(2, from)
                .setParameter(3, to)
                .getResultList();
        return rows.stream()
                .map(row -> new GapBook.Counted(
                        (boolean) row[0],
                        number(row[1]),
                        number(row[5]),
                        number(row[6]),
                        number(row[2]),
                        ((Number) row[3]).doubleValue(),
                        number(row[4]),
                        number(row[7])))
                .toList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /// With all that was seen of it.
    void drop(Gap gap) {
        delete(gap);
        flush();
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
