package dev.cowork.home;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The home_visit table.
@ApplicationScoped
class HomeVisits implements PanacheRepositoryBase<HomeVisit, HomeVisit.Visitor> {
    Optional<HomeVisit> locked(WorkspaceId workspace, MemberId member) {
        return findByIdOptional(HomeVisit.Visitor.of(workspace, member), LockModeType.PESSIMISTIC_WRITE);
    }

    List<HomeVisit> in(WorkspaceId workspace) {
        return list("visitor.workspace = ?1", workspace.value());
    }

    /// Those of the members who have opened Home, locked, always in the same order.
    List<HomeVisit> locked(WorkspaceId workspace, Set<MemberId> members) {
        return find(
                        "visitor.workspace = ?1 and visitor.member in ?2 order by visitor.member",
                        workspace.value(),
                        members.stream().map(MemberId::value).toList())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
