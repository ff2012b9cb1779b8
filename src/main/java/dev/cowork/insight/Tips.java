package dev.cowork.insight;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The tip table.
@ApplicationScoped
class Tips implements PanacheRepositoryBase<Tip, Tip.TipKey> {
    Optional<Tip> of(SessionKey from) {
        return find("key.workspace = ?1 and session = ?2", from.workspace(), from.session())
                .firstResultOptional();
    }

    Optional<Tip> sharedBy(WorkspaceId workspace, String gesture) {
        return find("key.workspace = ?1 and gesture = ?2", workspace.value(), gesture)
                .firstResultOptional();
    }

    long countBy(WorkspaceId workspace, MemberId member) {
        return count("key.workspace = ?1 and sharedBy = ?2", workspace.value(), member.value());
    }

    /// What stands at that place: one tip, or a batch of them.
    List<Tip> at(WorkspaceId workspace, String channel, String ts) {
        return list("key.workspace = ?1 and channel = ?2 and ts = ?3", workspace.value(), channel, ts);
    }

    long sharedSince(WorkspaceId workspace, Instant since) {
        return count("key.workspace = ?1 and sharedAt >= ?2", workspace.value(), since);
    }

    List<Tip> inBatch(WorkspaceId workspace, String batch) {
        return list("key.workspace = ?1 and batch = ?2 order by sharedAt", workspace.value(), batch);
    }

    /// By id, where tips stand.
    @SuppressWarnings("unchecked")
    List<String> channels(WorkspaceId workspace) {
        return getEntityManager()
                .createNativeQuery("select distinct channel from tip where workspace = ?1 and ts is not null")
                .setParameter(1, workspace.value())
                .getResultList();
    }

    /// Those that share words with a text and stand in one of the channels, the likeliest first.
    List<Tip> sharingWordsWith(WorkspaceId workspace, Collection<String> words, Collection<String> channels, int most) {
        if (words.isEmpty() || channels.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<UUID> found = getEntityManager()
                .createNativeQuery("select id from tip where workspace = ?1 and ts is not null"
                        + " and channel in (?3) and to_tsvector('english', words) @@ to_tsquery('english', ?2)"
                        + " order by ts_rank(to_tsvector('english', words), to_tsquery('english', ?2)) desc,"
                        + " shared_at desc")
                .setParameter(1, workspace.value())
                .setParameter(2, String.join(" | ", words))
                .setParameter(3, channels)
                .setMaxResults(most)
                .getResultList();
        return found.stream()
                .flatMap(id -> findByIdOptional(new Tip.TipKey(workspace.value(), id)).stream())
                .toList();
    }

    /// Shared since then in one of the channels, with how many reactions, the most helpful first.
    List<TipCount.Loved> lovedSince(WorkspaceId workspace, Instant since, Collection<String> channels, int most) {
        if (channels.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = getEntityManager()
                .createNativeQuery("select t.words, t.shared_by, (select count(*) from tip_reaction r"
                        + " where r.workspace = t.workspace and r.tip = t.id) as loved from tip t"
                        + " where t.workspace = ?1 and t.shared_at >= ?2 and t.ts is not null and t.channel in (?3)"
                        + " order by loved desc, t.shared_at desc")
                .setParameter(1, workspace.value())
                .setParameter(2, since)
                .setParameter(3, channels)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> new TipCount.Loved(
                        (String) row[0], new MemberId((String) row[1]), ((Number) row[2]).longValue()))
                .toList();
    }

    /// Once for each person and emoji; who shared the tip does not count.
    void react(Tip tip, MemberId member, String reaction, Instant at) {
        if (!tip.sharedBy().equals(member)) {
            getEntityManager()
                    .createNativeQuery("insert into tip_reaction (workspace, tip, member, reaction, reacted_at)"
                            + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                    .setParameter(1, tip.key().workspace())
                    .setParameter(2, tip.key().id())
                    .setParameter(3, member.value())
                    .setParameter(4, reaction)
                    .setParameter(5, at)
                    .executeUpdate();
        }
    }

    void takeBack(Tip tip, MemberId member, String reaction) {
        getEntityManager()
                .createNativeQuery("delete from tip_reaction where workspace = ?1 and tip = ?2 and member = ?3"
                        + " and reaction = ?4")
                .setParameter(1, tip.key().workspace())
                .setParameter(2, tip.key().id())
                .setParameter(3, member.value())
                .setParameter(4, reaction)
                .executeUpdate();
    }

    long reactionsTo(WorkspaceId workspace, MemberId sharer) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select count(*) from tip_reaction r join tip t on t.workspace = r.workspace"
                                + " and t.id = r.tip where t.workspace = ?1 and t.shared_by = ?2")
                        .setParameter(1, workspace.value())
                        .setParameter(2, sharer.value())
                        .getSingleResult())
                .longValue();
    }

    /// As if it had never been shared; seen by what is asked next.
    void takeBack(Tip tip) {
        delete(tip);
        flush();
    }
}
