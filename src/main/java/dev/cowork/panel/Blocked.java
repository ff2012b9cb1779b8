package dev.cowork.panel;

import dev.cowork.partner.Specialist;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/// Something that must not be done in a session, by a clause of the company's own. Stands until somebody keeps to
/// it, or a person with the authority lifts it with a reason.
@Entity
@Table(name = "panel_block")
class Blocked {
    enum State {
        STANDING,
        KEPT,
        LIFTED
    }

    @Id
    private UUID id;

    private UUID panel;

    @PartitionKey
    private String workspace;

    private UUID session;
    private String specialist;
    private String what;
    private String kind;
    private String clause;
    private String quote;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "settled_by")
    private @Nullable String settledBy;

    private @Nullable String reason;

    @Column(name = "blocked_at")
    private Instant blockedAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    Blocked() {}

    static Blocked by(Panel panel, String specialist, Specialist.Block block, Instant at) {
        var blocked = new Blocked();
        blocked.id = UUID.randomUUID();
        blocked.panel = panel.id();
        blocked.workspace = panel.workspace().value();
        blocked.session = panel.session();
        blocked.specialist = specialist;
        blocked.what = block.what();
        blocked.kind = block.kind();
        blocked.clause = block.clause();
        blocked.quote = block.quote();
        blocked.state = State.STANDING;
        blocked.blockedAt = at;
        return blocked;
    }

    /// Somebody goes on without what it forbids.
    void keep(MemberId by, Instant at) {
        if (state == State.STANDING) {
            settle(State.KEPT, by, at);
        }
    }

    /// @return whether there was anything to lift
    boolean lift(MemberId by, String why, Instant at) {
        if (why.isBlank()) {
            throw new IllegalArgumentException("block " + id + " is lifted with a reason");
        }
        if (state == State.LIFTED) {
            return false;
        }
        reason = why.strip();
        settle(State.LIFTED, by, at);
        return true;
    }

    private void settle(State next, MemberId by, Instant at) {
        state = next;
        settledBy = by.value();
        settledAt = at;
    }

    UUID id() {
        return id;
    }

    UUID panel() {
        return panel;
    }

    UUID session() {
        return session;
    }

    WorkspaceId workspace() {
        return new WorkspaceId(workspace);
    }

    String specialist() {
        return specialist;
    }

    String what() {
        return what;
    }

    String kind() {
        return kind;
    }

    String clause() {
        return clause;
    }

    String quote() {
        return quote;
    }

    State state() {
        return state;
    }

    boolean isInForce() {
        return state != State.LIFTED;
    }

    Optional<MemberId> settledBy() {
        return Optional.ofNullable(settledBy).map(MemberId::new);
    }

    String reason() {
        return reason == null ? "" : reason;
    }
}
