package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class SessionMembers implements PanacheRepositoryBase<SessionMember, UUID> {
    /// Everybody who works on the ticket as agent, the owner included.
    Set<MemberId> of(Session session) {
        return list("workspace = ?1 and session = ?2", session.workspace().value(), session.id()).stream()
                .map(SessionMember::member)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean include(Session session, MemberId member) {
        return count(
                        "workspace = ?1 and session = ?2 and member = ?3",
                        session.workspace().value(),
                        session.id(),
                        member.value())
                > 0;
    }

    /// Adds the member; somebody who is in stays in.
    void join(Session session, MemberId member, Instant at) {
        if (!include(session, member)) {
            persist(new SessionMember(session, member, at));
        }
    }
}
