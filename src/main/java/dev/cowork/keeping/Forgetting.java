package dev.cowork.keeping;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Sha256;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That something was asked to be forgotten, and what became of it. Whose it was is not in it.
@Entity
@Table(name = "forgetting")
class Forgetting {
    @Embeddable
    record Id(String workspace, UUID id) {}

    @EmbeddedId
    private Id id;

    private String kind;

    private String reference;

    @Column(name = "reference_sha256")
    private String hash;

    @Column(name = "asked_by")
    private String askedBy;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private String removed = "";

    @SuppressWarnings("NullAway")
    Forgetting() {}

    static Forgetting asked(WorkspaceId workspace, UUID id, String kind, String reference, MemberId by, Instant at) {
        var made = new Forgetting();
        made.id = new Id(workspace.value(), id);
        made.kind = kind;
        made.reference = reference;
        made.hash = Sha256.of(reference);
        made.askedBy = by.value();
        made.askedAt = at;
        return made;
    }

    void done(String what, Instant at) {
        removed = what;
        reference = "";
        endedAt = at;
    }

    MemberId askedBy() {
        return new MemberId(askedBy);
    }

    /// Empty once it is done.
    String reference() {
        return reference;
    }
}
