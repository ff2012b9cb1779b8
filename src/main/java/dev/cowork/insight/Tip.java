package dev.cowork.insight;

import dev.cowork.delivery.Key;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tip as it was shared with the team.
@Entity
@Table(name = "tip")
class Tip {
    @Embeddable
    record TipKey(String workspace, UUID id) {
        WorkspaceId in() {
            return new WorkspaceId(workspace);
        }
    }

    @EmbeddedId
    private TipKey key;

    private @Nullable UUID session;
    private String gesture;
    private String words;

    @Column(name = "shared_by")
    private String sharedBy;

    @Column(name = "shared_at")
    private Instant sharedAt;

    private @Nullable String channel;
    private @Nullable String ts;
    private @Nullable String batch;

    @SuppressWarnings("NullAway")
    Tip() {}

    static Tip of(
            WorkspaceId workspace, Optional<SessionKey> from, String words, MemberId by, String gesture, Instant at) {
        var tip = new Tip();
        tip.key = new TipKey(workspace.value(), UUID.randomUUID());
        tip.session = from.map(SessionKey::session).orElse(null);
        tip.gesture = gesture;
        tip.words = words;
        tip.sharedBy = by.value();
        tip.sharedAt = at;
        return tip;
    }

    /// Its message stands there.
    void standsAt(String where, String at) {
        channel = where;
        ts = at;
    }

    /// Goes out with others, in one message of that name.
    void waitsFor(String name) {
        batch = name;
    }

    Optional<String> batch() {
        return Optional.ofNullable(batch);
    }

    /// Whether it has come to its channel.
    boolean stands() {
        return ts != null;
    }

    Instant sharedAt() {
        return sharedAt;
    }

    TipKey key() {
        return key;
    }

    Key message() {
        return Key.of("tip", key.id());
    }

    Optional<SessionKey> from() {
        return Optional.ofNullable(session).map(id -> new SessionKey(key.workspace(), id));
    }

    String words() {
        return words;
    }

    MemberId sharedBy() {
        return new MemberId(sharedBy);
    }
}
