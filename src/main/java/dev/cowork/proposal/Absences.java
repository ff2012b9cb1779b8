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
    private static final int AT_ONCE = 100;

    /// Who is away at that moment, until when.
    Map<MemberId, Instant> at(WorkspaceId workspace, Instant now) {
        return list("id.workspace = ?1 and untilAt > ?2", workspace.value(), now).stream()
                .collect(Collectors.toMap(Absence::member, Absence::untilAt));
    }

    Optional<Absence> of(WorkspaceId workspace, MemberId member) {
        return findByIdOptional(Absence.Id.of(workspace, member));
    }

    /// Those that are over.
    List<Absence.Id> over(Instant now) {
        return find("select a.id from Absence a where a.untilAt <= ?1", now)
                .project(Absence.Id.class)
                .page(0, AT_ONCE)
                .list();
    }

    Optional<Absence> locked(Absence.Id id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
