package dev.cowork.proposal.authority;

import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.ListIndexBase;

/// The matrix as it was saved once. Never changed.
@Entity
@Table(name = "authority_version")
class MatrixVersion {
    @Embeddable
    record Id(String workspace, int version) {}

    /// Who saved it when, and what is different from the version before, in words.
    record Saved(String by, Instant at, String change) {}

    @EmbeddedId
    private Id id;

    @Column(name = "saved_by")
    private String savedBy;

    @Column(name = "saved_at")
    private Instant savedAt;

    private String change;

    @ElementCollection
    @CollectionTable(
            name = "authority_line",
            joinColumns = {
                @JoinColumn(name = "workspace", referencedColumnName = "workspace"),
                @JoinColumn(name = "version", referencedColumnName = "version")
            })
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    private List<LineRow> lines;

    @ElementCollection
    @CollectionTable(
            name = "authority_cap",
            joinColumns = {
                @JoinColumn(name = "workspace", referencedColumnName = "workspace"),
                @JoinColumn(name = "version", referencedColumnName = "version")
            })
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    private List<CapRow> caps;

    @SuppressWarnings("NullAway")
    MatrixVersion() {}

    MatrixVersion(WorkspaceId workspace, Matrix matrix, Saved saved) {
        this.id = new Id(workspace.value(), matrix.version());
        this.savedBy = saved.by();
        this.savedAt = saved.at();
        this.change = saved.change();
        this.lines = matrix.lines().stream().map(LineRow::of).toList();
        this.caps = matrix.caps().stream().map(CapRow::of).toList();
    }

    int version() {
        return id.version();
    }

    Matrix matrix() {
        return new Matrix(
                id.version(),
                lines.stream().map(LineRow::line).toList(),
                caps.stream().map(CapRow::cap).toList());
    }

    Saved saved() {
        return new Saved(savedBy, savedAt, change);
    }
}
