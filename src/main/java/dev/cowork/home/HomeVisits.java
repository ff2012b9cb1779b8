package dev.cowork.home;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/// The home_visit table.
@ApplicationScoped
class HomeVisits implements PanacheRepositoryBase<HomeVisit, HomeVisit.Visitor> {
    boolean knows(WorkspaceId workspace, MemberId member) {
        return findByIdOptional(HomeVisit.Visitor.of(workspace, member)).isPresent();
    }
}
