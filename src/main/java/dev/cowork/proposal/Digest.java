package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What waits for somebody with many open proposals, told in one message.
@Entity
@Table(name = "digest")
class Digest {
    @Embeddable
    record Id(String workspace, String member) {
        static Id of(WorkspaceId workspace, MemberId member) {
            return new Id(workspace.value(), member.value());
        }
    }

    @EmbeddedId
    private Id id;

    @Column(name = "wanted_at")
    private @Nullable Instant wantedAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @SuppressWarnings("NullAway")
    Digest() {}

    Digest(Id id) {
        this.id = id;
    }

    /// There is something to tell.
    void want(Instant at) {
        if (wantedAt == null) {
            wantedAt = at;
        }
    }

    boolean isDue(Instant now, Duration quiet) {
        return wantedAt != null && (sentAt == null || !now.isBefore(sentAt.plus(quiet)));
    }

    void sent(Instant at) {
        wantedAt = null;
        sentAt = at;
    }

    /// Nothing waits any more.
    void drop() {
        wantedAt = null;
    }

    WorkspaceId workspace() {
        return new WorkspaceId(id.workspace());
    }

    MemberId member() {
        return new MemberId(id.member());
    }
}
