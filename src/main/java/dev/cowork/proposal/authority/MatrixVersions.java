package dev.cowork.proposal.authority;

import dev.cowork.workspace.WorkspaceId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The authority_version table with its lines and caps, and the locks under which sums are read.
@ApplicationScoped
class MatrixVersions implements PanacheRepositoryBase<MatrixVersion, MatrixVersion.Id> {
    Optional<MatrixVersion> newest(WorkspaceId workspace) {
        return find("id.workspace", Sort.descending("id.version"), workspace.value())
                .firstResultOptional();
    }

    Optional<MatrixVersion> of(WorkspaceId workspace, int version) {
        return findByIdOptional(new MatrixVersion.Id(workspace.value(), version));
    }

    /// The newest first.
    List<MatrixVersion> lately(WorkspaceId workspace, int atMost) {
        return find("id.workspace", Sort.descending("id.version"), workspace.value())
                .page(0, atMost)
                .list();
    }

    /// Nobody else gets past the same lock until the transaction ends.
    void lock(WorkspaceId workspace, String what) {
        getEntityManager()
                .createNativeQuery("select authority_take_lock(?1, ?2)")
                .setParameter(1, workspace.value())
                .setParameter(2, what)
                .getSingleResult();
    }

    /// What counts against a cap since then.
    long used(WorkspaceId workspace, Cap cap, String whom, Instant since) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select authority_used(?1, ?2, ?3, ?4, ?5, ?6)")
                        .setParameter(1, workspace.value())
                        .setParameter(2, cap.counts().name())
                        .setParameter(3, cap.may().name())
                        .setParameter(4, whom)
                        .setParameter(5, cap.currency())
                        .setParameter(6, Timestamp.from(since))
                        .getSingleResult())
                .longValue();
    }
}
