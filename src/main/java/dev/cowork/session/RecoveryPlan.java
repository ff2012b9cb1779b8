package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/// What a customer gets whom we failed twice: one person who stays on it and calls back, the cause with somebody who
/// finds it, and a choice. A later plan takes its place.
@Entity
@Table(name = "recovery_plan")
class RecoveryPlan {
    @Id
    private UUID id;

    @PartitionKey
    private String workspace;

    private UUID session;
    private String owner;

    @Column(name = "call_back_at")
    private Instant callBackAt;

    private String cause;

    @Column(name = "cause_owner")
    private String causeOwner;

    @Column(name = "cause_by")
    private LocalDate causeBy;

    private String options;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "reminded_at")
    private @Nullable Instant remindedAt;

    private boolean replaced;

    RecoveryPlan() {}

    /// What somebody filled in.
    ///
    /// @param cause as far as it is known; may be empty
    /// @param options one each
    record Made(
            MemberId owner,
            Instant callBackAt,
            String cause,
            MemberId causeOwner,
            LocalDate causeBy,
            List<String> options) {
        @Override
        public String toString() {
            return "Made[" + owner + ", " + callBackAt + "]";
        }
    }

    RecoveryPlan(Session session, Made made, MemberId by, Instant at) {
        this.id = UUID.randomUUID();
        this.workspace = session.workspace().value();
        this.session = session.id();
        this.owner = made.owner().value();
        this.callBackAt = made.callBackAt();
        this.cause = made.cause();
        this.causeOwner = made.causeOwner().value();
        this.causeBy = made.causeBy();
        this.options = String.join("\n", made.options());
        this.madeBy = by.value();
        this.madeAt = at;
    }

    void replace() {
        replaced = true;
    }

    /// The time to call is there, and whoever calls was told.
    void remind(Instant at) {
        if (remindedAt != null) {
            throw new IllegalStateException("recovery plan " + id + " was called to mind at " + remindedAt);
        }
        remindedAt = at;
    }

    boolean isWaiting() {
        return remindedAt == null && !replaced;
    }

    UUID id() {
        return id;
    }

    WorkspaceId workspace() {
        return new WorkspaceId(workspace);
    }

    UUID session() {
        return session;
    }

    MemberId madeBy() {
        return new MemberId(madeBy);
    }

    Instant madeAt() {
        return madeAt;
    }

    Made made() {
        return new Made(
                new MemberId(owner),
                callBackAt,
                cause,
                new MemberId(causeOwner),
                causeBy,
                options.lines().toList());
    }
}
