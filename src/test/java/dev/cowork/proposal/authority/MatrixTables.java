package dev.cowork.proposal.authority;

import dev.cowork.audit.AuditChain;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Position;
import dev.cowork.workspace.Roles;
import dev.cowork.workspace.Settings;
import dev.cowork.workspace.WorkspaceId;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The matrix as the database keeps it, over settings, roles and a clock of a test's own.
@Singleton
public class MatrixTables {
    private final MatrixVersions versions;
    private final AuditChain audit;
    private final Event<AuthorityChanged> changed;

    MatrixTables(MatrixVersions versions, AuditChain audit, Event<AuthorityChanged> changed) {
        this.versions = versions;
        this.audit = audit;
        this.changed = changed;
    }

    public Matrices over(Settings settings, Roles roles, InstantSource clock) {
        return new Matrices(versions, settings, roles, clock);
    }

    /// What an administrator does.
    public Admin admin(Matrices matrices, Roles roles, InstantSource clock) {
        return new Admin(
                matrices,
                new SavingMatrix(versions, matrices, roles, audit, changed, clock),
                new NamingRole(roles, audit, changed, clock));
    }

    public static final class Admin {
        private final Matrices matrices;
        private final SavingMatrix saving;
        private final NamingRole naming;

        Admin(Matrices matrices, SavingMatrix saving, NamingRole naming) {
            this.matrices = matrices;
            this.saving = saving;
            this.naming = naming;
        }

        public Matrix inForce(WorkspaceId workspace) {
            return matrices.inForce(workspace);
        }

        /// Empty where it was saved.
        public Optional<String> saves(WorkspaceId workspace, MemberId by, List<Line> lines, List<Cap> caps) {
            var matrix = new Matrix(matrices.inForce(workspace).version(), lines, caps);
            return saves(workspace, by, matrix);
        }

        public Optional<String> saves(WorkspaceId workspace, MemberId by, Matrix matrix) {
            return saving.save(new SavingMatrix.Edit(
                    workspace, by, matrix, "Other rules", UUID.randomUUID().toString()));
        }

        public Optional<String> names(WorkspaceId workspace, Position position, MemberId by) {
            return naming.name(workspace, position, by, UUID.randomUUID().toString());
        }
    }
}
