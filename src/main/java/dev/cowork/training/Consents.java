package dev.cowork.training;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
class Consents implements PanacheRepositoryBase<Consent, Consent.ConsentKey> {
    boolean isGiven(WorkspaceId workspace, MemberId member) {
        return findByIdOptional(new Consent.ConsentKey(workspace.value(), member.value()))
                .isPresent();
    }

    void give(WorkspaceId workspace, MemberId member, Instant at) {
        if (!isGiven(workspace, member)) {
            persist(Consent.of(workspace, member, at));
        }
    }

    void takeBack(WorkspaceId workspace, MemberId member) {
        deleteById(new Consent.ConsentKey(workspace.value(), member.value()));
    }

    Set<MemberId> of(WorkspaceId workspace) {
        return find("key.workspace = ?1", workspace.value()).stream()
                .map(Consent::member)
                .collect(Collectors.toSet());
    }
}
