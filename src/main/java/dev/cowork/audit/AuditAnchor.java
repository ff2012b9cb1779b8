package dev.cowork.audit;

import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the end of a chain was on a day. The post in Slack that says the same is what counts; this tells where it is.
@Entity
@Table(name = "audit_anchor")
class AuditAnchor {
    @Embeddable
    record Taken(String workspace, LocalDate day) {}

    @EmbeddedId
    private Taken id;

    private long seq;
    private String hash;

    @Column(name = "anchored_at")
    private Instant anchoredAt;

    private @Nullable String channel;
    private @Nullable String ts;

    @SuppressWarnings("NullAway")
    AuditAnchor() {}

    static AuditAnchor of(AuditHead head, LocalDate day, Instant at) {
        var anchor = new AuditAnchor();
        anchor.id = new Taken(head.workspace(), day);
        anchor.seq = head.seq();
        anchor.hash = head.hash();
        anchor.anchoredAt = at;
        return anchor;
    }

    /// The post has arrived.
    void stands(String inChannel, String atTs) {
        channel = inChannel;
        ts = atTs;
    }

    boolean isPosted() {
        return ts != null;
    }

    WorkspaceId workspace() {
        return new WorkspaceId(id.workspace());
    }

    LocalDate day() {
        return id.day();
    }

    /// As it is posted.
    Anchor said() {
        return new Anchor(seq, hash, "the anchor of " + id.day());
    }
}
