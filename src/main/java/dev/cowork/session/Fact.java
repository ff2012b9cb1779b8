package dev.cowork.session;

import dev.cowork.workspace.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/// Something known about the ticket, and how surely.
@Entity
@Table(name = "fact")
class Fact {
    @Id
    private UUID id;

    @PartitionKey
    private String workspace;

    private UUID session;

    @Column(insertable = false, updatable = false)
    private @Nullable Long place;

    private String standing;
    private String statement;

    /// A possible cause's place in the order, 1 the likeliest.
    private @Nullable Integer likelihood;

    private String probe = "";

    @Column(name = "removed_by")
    private @Nullable String removedBy;

    @Column(name = "noted_at")
    private Instant notedAt;

    Fact() {}

    Fact(Session session, Standing standing, String statement, Instant notedAt) {
        this.id = UUID.randomUUID();
        this.workspace = session.workspace().value();
        this.session = session.id();
        this.standing = standing.word();
        this.statement = statement;
        this.notedAt = notedAt;
    }

    /// More was learned about it. What is no assumption any more is no possible cause either.
    void moveTo(Standing standing, Instant at) {
        this.standing = standing.word();
        this.notedAt = at;
        if (standing != Standing.ASSUMED) {
            likelihood = null;
        }
    }

    void reword(String statement, Instant at) {
        this.statement = statement;
        this.notedAt = at;
    }

    /// May be the cause.
    ///
    /// @param probe the check that would tell
    void ranks(int likelihood, String probe) {
        this.likelihood = likelihood;
        this.probe = probe;
    }

    void remove(MemberId by) {
        removedBy = by.value();
    }

    void comeBack() {
        removedBy = null;
    }

    UUID id() {
        return id;
    }

    boolean isRemoved() {
        return removedBy != null;
    }

    Optional<MemberId> removedBy() {
        return Optional.ofNullable(removedBy).map(MemberId::new);
    }

    Optional<Integer> likelihood() {
        return Optional.ofNullable(likelihood);
    }

    String probe() {
        return probe;
    }

    Standing standing() {
        return Standing.of(standing).orElseThrow();
    }

    String statement() {
        return statement;
    }

    Instant notedAt() {
        return notedAt;
    }
}
