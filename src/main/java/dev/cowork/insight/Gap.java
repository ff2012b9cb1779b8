package dev.cowork.insight;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A question that an article should answer, or a policy that is not clear, however often it was met.
@Entity
@Table(name = "gap")
class Gap {
    enum State {
        OPEN,
        CLOSED
    }

    @Embeddable
    record GapKey(String workspace, UUID id) {
        /// Reads what a button carries.
        static GapKey of(WorkspaceId workspace, String id) {
            return new GapKey(workspace.value(), UUID.fromString(id));
        }

        WorkspaceId in() {
            return new WorkspaceId(workspace);
        }
    }

    @EmbeddedId
    private GapKey key;

    private boolean policy;
    private String question;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String keeper;
    private String answer;
    private String link;

    @Column(name = "noted_at")
    private Instant notedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    @SuppressWarnings("NullAway")
    Gap() {}

    static Gap of(WorkspaceId workspace, boolean isPolicy, String question, Instant at) {
        var gap = new Gap();
        gap.key = new GapKey(workspace.value(), UUID.randomUUID());
        gap.policy = isPolicy;
        gap.question = question;
        gap.state = State.OPEN;
        gap.answer = "";
        gap.link = "";
        gap.notedAt = at;
        return gap;
    }

    void assign(MemberId to) {
        keeper = to.value();
    }

    void close(String article, String address, MemberId by, Instant at) {
        if (state == State.CLOSED) {
            throw new IllegalStateException("gap " + key + " was closed at " + closedAt);
        }
        state = State.CLOSED;
        answer = article;
        link = address;
        closedBy = by.value();
        closedAt = at;
    }

    GapKey key() {
        return key;
    }

    boolean isPolicy() {
        return policy;
    }

    String question() {
        return question;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    Optional<MemberId> keeper() {
        return Optional.ofNullable(keeper).map(MemberId::new);
    }

    String answer() {
        return answer;
    }

    String link() {
        return link;
    }

    Instant notedAt() {
        return notedAt;
    }
}
