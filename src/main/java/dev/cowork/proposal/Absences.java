package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The absence table.
@ApplicationScoped
class Absences implements PanacheRepositoryBase<Absence, Absence.Id> {
    /// Who is away at that moment, until when.
    Map<MemberId, Instant> at(WorkspaceId workspace, Instant now) {
        return list("id.workspace = ?1 and untilAt > ?2", workspace.value(), now).stream()
                .collect(Collectors.toMap(Absence::member, Absence::untilAt));
    }

    Optional<Absence> of(WorkspaceId workspace, MemberId member) {
        return findByIdOptional(Absence.Id.of(workspace, member));
    }

    /// One that is over, locked; empty where there is none, or another process has it.
    List<Absence> over(Instant now) {
        return find("untilAt <= ?1", now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, 20)
                .list();
    }
}
