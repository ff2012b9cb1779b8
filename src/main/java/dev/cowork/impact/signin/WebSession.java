package dev.cowork.impact.signin;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.PartitionKey;

/// One browser in which a person signed in.
@Entity
@Table(name = "web_session")
class WebSession {
    /// To write down every look would be a write for every read.
    private static final Duration FRESH = Duration.ofMinutes(1);

    @Id
    private String key;

    @PartitionKey
    private String workspace;

    private String member;
    private String csrf;

    @Column(name = "signed_in_at")
    private Instant signedInAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @SuppressWarnings("NullAway")
    WebSession() {}

    static WebSession of(
            String key, WorkspaceId workspace, MemberId member, String csrf, Instant at, Duration longest) {
        var session = new WebSession();
        session.key = key;
        session.workspace = workspace.value();
        session.member = member.value();
        session.csrf = csrf;
        session.signedInAt = at;
        session.seenAt = at;
        session.endsAt = at.plus(longest);
        return session;
    }

    boolean isOver(Instant now, Duration idle) {
        return !now.isBefore(endsAt) || now.isAfter(seenAt.plus(idle));
    }

    void seen(Instant now) {
        if (seenAt.plus(FRESH).isBefore(now)) {
            seenAt = now;
        }
    }

    WorkspaceId workspace() {
        return new WorkspaceId(workspace);
    }

    MemberId member() {
        return new MemberId(member);
    }

    String csrf() {
        return csrf;
    }
}
