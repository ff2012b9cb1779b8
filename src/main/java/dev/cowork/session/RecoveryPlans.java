package dev.cowork.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class RecoveryPlans implements PanacheRepositoryBase<RecoveryPlan, UUID> {
    /// The plan in force, if there is one.
    Optional<RecoveryPlan> in(Session session) {
        return find(
                        "workspace = ?1 and session = ?2 and replaced = false",
                        session.workspace().value(),
                        session.id())
                .firstResultOptional();
    }

    /// How many were made.
    int countIn(Session session) {
        return Math.toIntExact(
                count("workspace = ?1 and session = ?2", session.workspace().value(), session.id()));
    }

    /// Whose call back is due and nobody was told yet.
    List<UUID> due(Instant now, int most) {
        return find("callBackAt <= ?1 and remindedAt is null and replaced = false order by callBackAt", now)
                .page(0, most)
                .stream()
                .map(RecoveryPlan::id)
                .toList();
    }

    Optional<RecoveryPlan> locked(UUID id) {
        return find("id = ?1", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }
}
