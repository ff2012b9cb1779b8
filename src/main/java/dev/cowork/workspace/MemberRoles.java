package dev.cowork.workspace;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// The member_role table.
@ApplicationScoped
class MemberRoles implements PanacheRepositoryBase<MemberRole, MemberRole.Id> {
    Optional<MemberRole> of(WorkspaceId workspace, MemberId member) {
        return findByIdOptional(new MemberRole.Id(workspace.value(), member.value()));
    }

    List<MemberRole> in(WorkspaceId workspace) {
        return list("id.workspace", Sort.by("id.member"), workspace.value());
    }

    /// Nobody else names anybody here until the transaction ends.
    void lock(WorkspaceId workspace) {
        getEntityManager()
                .createNativeQuery("select authority_take_lock(?1, 'ROLES')")
                .setParameter(1, workspace.value())
                .getSingleResult();
    }
}
