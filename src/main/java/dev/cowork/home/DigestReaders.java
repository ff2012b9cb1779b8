package dev.cowork.home;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
class DigestReaders implements PanacheRepositoryBase<DigestReader, HomeVisit.Visitor> {
    boolean isWanted(WorkspaceId workspace, MemberId member) {
        return findByIdOptional(HomeVisit.Visitor.of(workspace, member)).isPresent();
    }

    void want(WorkspaceId workspace, MemberId member, Instant at) {
        if (!isWanted(workspace, member)) {
            persist(DigestReader.of(workspace, member, at));
        }
    }

    void wantNoMore(WorkspaceId workspace, MemberId member) {
        deleteById(HomeVisit.Visitor.of(workspace, member));
    }

    /// Whoever was last sent one before that, locked.
    List<DigestReader> dueBefore(Instant before) {
        return find("sentAt <= ?1 order by reader.workspace, reader.member", before)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, 200)
                .list();
    }
}
