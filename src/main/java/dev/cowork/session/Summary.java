package dev.cowork.session;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// What a session's older turns brought, in short; told to the partner in their place.
@Entity
@Table(name = "session_summary")
class Summary {
    @Embeddable
    record Of(String workspace, UUID session) {
        static Of of(Session session) {
            return new Of(session.workspace().value(), session.id());
        }
    }

    @EmbeddedId
    private Of id;

    @Column(name = "up_to")
    private int upTo;

    private String words;
    private String talk;

    @Column(name = "made_at")
    private Instant madeAt;

    Summary() {}

    Summary(Session session) {
        this.id = Of.of(session);
        this.words = "";
        this.talk = "";
    }

    /// @param upTo the number of the last turn that is in it
    /// @param talk the talk's own part of the words, to be gone on with at the next time
    void renew(int upTo, String words, String talk, Instant at) {
        this.upTo = upTo;
        this.words = words;
        this.talk = talk;
        this.madeAt = at;
    }

    int upTo() {
        return upTo;
    }

    String words() {
        return words;
    }

    String talk() {
        return talk;
    }

    Instant madeAt() {
        return madeAt;
    }
}
