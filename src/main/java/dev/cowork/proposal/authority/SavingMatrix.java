package dev.cowork.proposal.authority;

import dev.cowork.audit.AuditChain;
import dev.cowork.audit.AuditFact;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An administrator puts another matrix in force. Every saving is a new version; nothing of the earlier ones is lost.
@ApplicationScoped
class SavingMatrix {
    private final MatrixVersions versions;
    private final Matrices matrices;
    private final Roles roles;
    private final AuditChain audit;
    private final Event<AuthorityChanged> changed;
    private final InstantSource clock;

    SavingMatrix(
            MatrixVersions versions,
            Matrices matrices,
            Roles roles,
            AuditChain audit,
            Event<AuthorityChanged> changed,
            InstantSource clock) {
        this.versions = versions;
        this.matrices = matrices;
        this.roles = roles;
        this.audit = audit;
        this.changed = changed;
        this.clock = clock;
    }

    /// @param matrix as it shall be; its version is the one it was made from
    /// @param change in words: what is different
    record Edit(WorkspaceId workspace, MemberId by, Matrix matrix, String change, String gesture) {}

    /// Saves it, or says why not. Who was faster is named: nobody overwrites what they have not seen.
    @Transactional
    Optional<String> save(Edit edit) {
        if (!roles.isAdmin(edit.workspace(), edit.by())) {
            return Optional.of(Refusing.NO_ADMIN);
        }
        versions.lock(edit.workspace(), Matrices.LOCK);
        var before = matrices.written(edit.workspace()).version();
        if (before != edit.matrix().version()) {
            return stale(edit.workspace());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var after = edit.matrix().as(before + 1);
        versions.persistAndFlush(new MatrixVersion(
                edit.workspace(), after, new MatrixVersion.Saved(edit.by().value(), now, edit.change())));
        changed.fire(new AuthorityChanged(edit.workspace(), concerned(edit.workspace(), edit.by())));
        audit.write(new AuditFact(
                edit.workspace(),
                Optional.empty(),
                "ruled",
                edit.by(),
                edit.by(),
                new AuditFact.Change("authority matrix", "version " + before, "version " + after.version()),
                now,
                edit.gesture(),
                Map.of("change", edit.change())));
        return Optional.empty();
    }

    /// Whether somebody saved another version since; in words.
    @Transactional
    Optional<String> staleSince(WorkspaceId workspace, int version) {
        return matrices.inForce(workspace).version() == version ? Optional.empty() : stale(workspace);
    }

    private Optional<String> stale(WorkspaceId workspace) {
        return versions.newest(workspace).map(Refusing::stale);
    }

    private Set<MemberId> concerned(WorkspaceId workspace, MemberId by) {
        var all = roles.all(workspace).stream().map(Position::member).collect(Collectors.toCollection(HashSet::new));
        all.add(by);
        return all;
    }
}
