package dev.cowork.training;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A closed session as a drill, as a person approved it.
@Entity
@Table(name = "made_drill")
class MadeDrill {
    @EmbeddedId
    private RunKey key;

    private UUID session;
    private String title;
    private String script;

    @Column(name = "approved_by")
    private String approvedBy;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway")
    MadeDrill() {}

    static MadeDrill of(WorkspaceId workspace, UUID session, String title, String script, MemberId by, Instant at) {
        var drill = new MadeDrill();
        drill.key = RunKey.fresh(workspace);
        drill.session = session;
        drill.title = title;
        drill.script = script;
        drill.approvedBy = by.value();
        drill.approvedAt = at;
        return drill;
    }

    /// Other words for it, read and approved by a person. Brings back what was withdrawn.
    void reword(MadeScript to, MemberId by, Instant at) {
        title = to.title();
        script = to.text();
        approvedBy = by.value();
        approvedAt = at;
        withdrawnAt = null;
    }

    /// Nobody begins it any more; whoever is practising it goes on.
    void withdraw(Instant at) {
        withdrawnAt = at;
    }

    boolean isOffered() {
        return withdrawnAt == null;
    }

    UUID session() {
        return session;
    }

    String title() {
        return title;
    }

    MemberId approvedBy() {
        return new MemberId(approvedBy);
    }

    Drill drill() {
        return DrillFile.read("made/" + key, script);
    }
}
