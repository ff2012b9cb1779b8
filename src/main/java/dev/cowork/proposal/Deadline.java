package dev.cowork.proposal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// By when a proposal wants an answer, and who was called because of it. Renewed, it begins anew: whoever was called
/// for the one before is called again.
@Embeddable
class Deadline {
    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "asked_at")
    private @Nullable Instant askedAt;

    @Column(name = "reminded_for")
    private @Nullable Instant remindedFor;

    @Column(name = "fell_back_for")
    private @Nullable Instant fellBackFor;

    @Column(name = "fell_back_to")
    private @Nullable String fellBackTo;

    private boolean hurried;

    @SuppressWarnings("NullAway")
    Deadline() {}

    static Deadline at(Instant expiresAt) {
        var deadline = new Deadline();
        deadline.expiresAt = expiresAt;
        return deadline;
    }

    void renew(Instant from, Instant until) {
        askedAt = from;
        expiresAt = until;
        fellBackTo = null;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /// Its deciders are told once for each deadline.
    void remind() {
        remindedFor = expiresAt;
    }

    boolean isReminded() {
        return expiresAt.equals(remindedFor);
    }

    /// It goes on, once for each deadline.
    ///
    /// @param to a person, group or channel; empty where it cannot go there
    void fallBack(Optional<String> to) {
        fellBackFor = expiresAt;
        fellBackTo = to.orElse(null);
        hurried = false;
    }

    boolean isFallenBack() {
        return expiresAt.equals(fellBackFor);
    }

    Optional<String> fellBackTo() {
        return isFallenBack() ? Optional.ofNullable(fellBackTo) : Optional.empty();
    }

    /// @param isDeserted nobody is there who may decide it
    void hurryWhere(boolean isDeserted) {
        hurried = isDeserted && !isFallenBack();
    }
}
