package dev.cowork.home;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/// A lead who wants the weekly digest.
@Entity
@Table(name = "digest_reader")
class DigestReader {
    @EmbeddedId
    private HomeVisit.Visitor reader;

    private Instant since;

    @Column(name = "sent_at")
    private Instant sentAt;

    @SuppressWarnings("NullAway")
    DigestReader() {}

    static DigestReader of(WorkspaceId workspace, MemberId member, Instant at) {
        var fresh = new DigestReader();
        fresh.reader = HomeVisit.Visitor.of(workspace, member);
        fresh.since = at;
        fresh.sentAt = at;
        return fresh;
    }

    void sent(Instant at) {
        sentAt = at;
    }

    WorkspaceId workspace() {
        return new WorkspaceId(reader.workspace());
    }

    MemberId member() {
        return new MemberId(reader.member());
    }

    Instant sentAt() {
        return sentAt;
    }
}
