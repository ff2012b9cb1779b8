package dev.cowork.proposal;

import dev.cowork.workspace.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a decider asked back before deciding.
@Entity
@Table(name = "proposal_question")
class Question {
    @Embeddable
    record Number(String workspace, UUID proposal, int number) {}

    /// What was answered, by whom.
    record Answer(MemberId by, String words, Instant at) {}

    @EmbeddedId
    private Number id;

    @Column(name = "asked_by")
    private String askedBy;

    private String asked;

    @Column(name = "asked_at")
    private Instant askedAt;

    private String gesture;

    @Column(name = "answered_by")
    private @Nullable String answeredBy;

    private @Nullable String answer;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway")
    Question() {}

    static Question of(Proposal proposal, int number, String asked, Press press, Instant at) {
        var question = new Question();
        question.id = new Number(proposal.key().workspace(), proposal.key().id(), number);
        question.askedBy = press.member().value();
        question.asked = asked;
        question.askedAt = at;
        question.gesture = press.gesture().key();
        return question;
    }

    void answer(Answer given) {
        if (answeredBy != null) {
            throw new IllegalStateException("question " + id + " was answered by " + answeredBy);
        }
        answeredBy = given.by().value();
        answer = given.words();
        answeredAt = given.at();
    }

    int number() {
        return id.number();
    }

    MemberId askedBy() {
        return new MemberId(askedBy);
    }

    String asked() {
        return asked;
    }

    String gesture() {
        return gesture;
    }

    Instant askedAt() {
        return askedAt;
    }

    Optional<Answer> answer() {
        return answeredBy == null || answer == null || answeredAt == null
                ? Optional.empty()
                : Optional.of(new Answer(new MemberId(answeredBy), answer, answeredAt));
    }
}
