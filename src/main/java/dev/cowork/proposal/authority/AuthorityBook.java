package dev.cowork.proposal.authority;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What administrators see: the matrix in force, its earlier versions, and who is what.
@ApplicationScoped
public class AuthorityBook {
    static final int MOST_VERSIONS = 30;
    private final Matrices matrices;
    private final MatrixVersions versions;
    private final Roles roles;

    AuthorityBook(Matrices matrices, MatrixVersions versions, Roles roles) {
        this.matrices = matrices;
        this.versions = versions;
        this.roles = roles;
    }

    /// @param savedBy a member's id, or `settings`
    /// @param savedAt empty where the settings say it and nothing was decided by it yet
    public record Version(Matrix matrix, String savedBy, Optional<Instant> savedAt, String change) {}

    /// @param isFirstAdmin whether the person administers only because nobody was made an administrator yet
    public record Desk(Version inForce, long people, boolean isFirstAdmin) {}

    /// Empty where the person is no administrator.
    @Transactional
    public Optional<Desk> deskOf(WorkspaceId workspace, MemberId member) {
        return roles.isAdmin(workspace, member)
                ? Optional.of(new Desk(inForce(workspace), roles.all(workspace).size(), !roles.hasAdmin(workspace)))
                : Optional.empty();
    }

    @Transactional
    Version inForce(WorkspaceId workspace) {
        var matrix = matrices.inForce(workspace);
        return versions.of(workspace, matrix.version())
                .map(AuthorityBook::version)
                .orElseGet(() -> new Version(matrix, Matrices.SETTINGS, Optional.empty(), "The settings' limits."));
    }

    @Transactional
    Optional<Version> of(WorkspaceId workspace, int version) {
        return versions.of(workspace, version).map(AuthorityBook::version);
    }

    /// The newest first.
    @Transactional
    List<Version> lately(WorkspaceId workspace) {
        return versions.lately(workspace, MOST_VERSIONS).stream()
                .map(AuthorityBook::version)
                .toList();
    }

    List<Position> people(WorkspaceId workspace) {
        return roles.all(workspace);
    }

    List<Roles.Group> groups(WorkspaceId workspace) {
        return roles.groups(workspace);
    }

    Position positionOf(WorkspaceId workspace, MemberId member) {
        return roles.positionOf(workspace, member);
    }

    boolean isAdmin(WorkspaceId workspace, MemberId member) {
        return roles.isAdmin(workspace, member);
    }

    private static Version version(MatrixVersion saved) {
        return new Version(
                saved.matrix(),
                saved.saved().by(),
                Optional.of(saved.saved().at()),
                saved.saved().change());
    }
}
