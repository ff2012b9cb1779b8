package dev.cowork.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something known about the ticket, and how surely.
@Entity
@Table(name = "fact")
class Fact {
    @Id
    private UUID id;

    private String workspace;
    private UUID session;

    @Column(insertable = false, updatable = false)
    private @Nullable Long place;

    private String standing;
    private String statement;

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

    /// More was learned about it.
    void moveTo(Standing standing, Instant at) {
        this.standing = standing.word();
        this.notedAt = at;
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
