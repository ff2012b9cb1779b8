package dev.cowork.workspace;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The member_standing table.
@ApplicationScoped
class MemberStandings implements PanacheRepositoryBase<MemberStanding, MemberStanding.Id> {
    Optional<MemberStanding> of(WorkspaceId workspace, MemberId member) {
        return findByIdOptional(new MemberStanding.Id(workspace.value(), member.value()));
    }

    Set<MemberId> notMembers(WorkspaceId workspace) {
        return list("id.workspace = ?1 and standing <> ?2", workspace.value(), Standing.MEMBER).stream()
                .map(MemberStanding::member)
                .collect(Collectors.toSet());
    }
}
