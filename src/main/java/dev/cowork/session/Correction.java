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

/// What a fact was before an agent corrected it. All of one press have the same batch.
@Entity
@Table(name = "correction")
class Correction {
    @Id
    private UUID id;

    @PartitionKey
    private String workspace;

    private UUID session;
    private UUID batch;
    private UUID fact;
    private @Nullable String was;
    private String statement;

    @Column(name = "removed_by")
    private @Nullable String removedBy;

    private String member;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "taken_back")
    private boolean takenBack;

    Correction() {}

    private Correction(Session session, UUID batch, UUID fact, MemberId by, Instant at) {
        this.id = UUID.randomUUID();
        this.workspace = session.workspace().value();
        this.session = session.id();
        this.batch = batch;
        this.fact = fact;
        this.statement = "";
        this.member = by.value();
        this.madeAt = at;
    }

    /// The fact as it is before it is changed.
    static Correction of(Session session, UUID batch, Fact fact, MemberId by, Instant at) {
        var correction = new Correction(session, batch, fact.id(), by, at);
        correction.was = fact.standing().word();
        correction.statement = fact.statement();
        correction.removedBy = fact.removedBy().map(MemberId::value).orElse(null);
        return correction;
    }

    /// The fact was not there before.
    static Correction ofNew(Session session, UUID batch, Fact fact, MemberId by, Instant at) {
        return new Correction(session, batch, fact.id(), by, at);
    }

    /// Makes the fact what it was.
    void takeBack(Fact fact, MemberId by, Instant at) {
        takenBack = true;
        var before = Optional.ofNullable(was).flatMap(Standing::of);
        before.ifPresent(standing -> fact.moveTo(standing, at));
        if (!statement.isEmpty()) {
            fact.reword(statement, at);
        }
        if (before.isEmpty()) {
            fact.remove(by);
        } else if (removedBy == null) {
            fact.comeBack();
        } else {
            fact.remove(new MemberId(removedBy));
        }
    }

    UUID session() {
        return session;
    }

    UUID fact() {
        return fact;
    }

    boolean isTakenBack() {
        return takenBack;
    }
}
