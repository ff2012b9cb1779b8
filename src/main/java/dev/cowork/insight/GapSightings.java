package dev.cowork.insight;

import dev.cowork.workspace.MemberId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class GapSightings implements PanacheRepositoryBase<GapSighting, Gap.GapKey> {
    boolean isSeen(Gap gap, UUID session) {
        return count(
                        "key.workspace = ?1 and gap = ?2 and session = ?3",
                        gap.key().workspace(),
                        gap.key().id(),
                        session)
                > 0;
    }

    /// Everybody who found it.
    Set<MemberId> findersOf(Gap gap) {
        return list(
                        "key.workspace = ?1 and gap = ?2",
                        gap.key().workspace(),
                        gap.key().id())
                .stream()
                .map(GapSighting::finder)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(MemberId::value))));
    }

    List<SessionKey> sessionsOf(Gap gap) {
        return list(
                        "key.workspace = ?1 and gap = ?2",
                        gap.key().workspace(),
                        gap.key().id())
                .stream()
                .map(sighting -> SessionKey.of(gap.key().in(), sighting.session()))
                .toList();
    }

    List<String> questionsIn(SessionKey session) {
        return find("key.workspace = ?1 and session = ?2 order by notedAt", session.workspace(), session.session())
                .stream()
                .map(GapSighting::question)
                .toList();
    }
}
