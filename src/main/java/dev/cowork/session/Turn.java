package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Answer;
import dev.cowork.partner.Author;
import dev.cowork.partner.Brief;
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

/// Words and the partner's answer to them. Taken up again after a crash or a failure under a new attempt; what an
/// older attempt brings is refused.
@Entity
@Table(name = "turn")
class Turn {
    enum State {
        RUNNING,
        ANSWERED,
        FAILED
    }

    @Id
    private UUID id;

    @PartitionKey
    private String workspace;

    private UUID session;
    private int number;

    @Enumerated(EnumType.STRING)
    private State state;

    private int attempt;
    private int tries;
    private int series;
    private String words;
    private String text = "";
    private @Nullable String record;

    @Enumerated(EnumType.STRING)
    private @Nullable Author author;

    @Column(name = "input_tokens")
    private long inputTokens;

    @Column(name = "cached_tokens")
    private long cachedTokens;

    @Column(name = "output_tokens")
    private long outputTokens;

    private @Nullable String failure;

    @Column(name = "by_playbook")
    private boolean byPlaybook;

    @Column(name = "stopped_by")
    private @Nullable String stoppedBy;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    Turn() {}

    static Turn begin(Session session, int number, Instant at) {
        var turn = new Turn();
        turn.id = UUID.randomUUID();
        turn.workspace = session.workspace().value();
        turn.session = session.id();
        turn.number = number;
        turn.state = State.RUNNING;
        turn.series = 1;
        turn.words = "";
        turn.begunAt = at;
        return turn;
    }

    /// Begins, or begins again. Only what this attempt brings will be taken.
    ///
    /// @return the attempt's number
    int takeUp(String words) {
        if (state == State.ANSWERED) {
            throw new IllegalStateException("turn " + id + " is answered");
        }
        tryAgain(Author.CLAUDE);
        this.words = words;
        failure = null;
        tries++;
        return ++attempt;
    }

    /// Somebody wants another try after a failure; otherwise nothing happens.
    ///
    /// @param by who is to answer; Claude's part falls to the playbook where there is no Claude
    /// @return whether there was a failure
    boolean tryAgain(Author by) {
        if (state != State.FAILED) {
            return false;
        }
        state = State.RUNNING;
        series++;
        tries = 0;
        stoppedBy = null;
        byPlaybook = by == Author.PLAYBOOK;
        return true;
    }

    /// Somebody wants no more of it. Whoever writes the answer breaks off and brings what there is.
    ///
    /// @return whether this was the first to say so
    boolean stop(MemberId by) {
        if (state != State.RUNNING || stoppedBy != null) {
            return false;
        }
        stoppedBy = by.value();
        return true;
    }

    /// Who wanted it to stop.
    Optional<MemberId> stoppedBy() {
        return Optional.ofNullable(stoppedBy).map(MemberId::new);
    }

    /// Whether somebody wants it answered by the playbook, whatever there is.
    boolean isForPlaybook() {
        return byPlaybook;
    }

    boolean isUnderWay() {
        return state == State.RUNNING;
    }

    /// Whether this attempt is the one under way.
    boolean isRunning(int attempt) {
        return state == State.RUNNING && this.attempt == attempt;
    }

    void answer(Answer answer, Instant at) {
        if (state != State.RUNNING) {
            throw new IllegalStateException("turn " + id + " is " + state + ", not running");
        }
        state = State.ANSWERED;
        text = answer.text();
        record = answer.record();
        author = answer.author();
        inputTokens = answer.usage().input();
        cachedTokens = answer.usage().cachedInput();
        outputTokens = answer.usage().output();
        answeredAt = at;
    }

    void fail(String why) {
        if (state != State.RUNNING) {
            throw new IllegalStateException("turn " + id + " is " + state + ", not running");
        }
        state = State.FAILED;
        failure = why;
    }

    UUID id() {
        return id;
    }

    WorkspaceId workspace() {
        return new WorkspaceId(workspace);
    }

    int number() {
        return number;
    }

    State state() {
        return state;
    }

    /// How often it was tried since it last failed for good.
    int tries() {
        return tries;
    }

    boolean isFirst() {
        return number == 1;
    }

    String words() {
        return words;
    }

    /// Everything the answer cost. Zero until it is there.
    Answer.Usage usage() {
        return new Answer.Usage(inputTokens, cachedTokens, outputTokens);
    }

    String text() {
        return text;
    }

    Optional<Author> author() {
        return Optional.ofNullable(author);
    }

    UUID session() {
        return session;
    }

    int series() {
        return series;
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /// The message the answer is written into, or that says why there is none. A new one after each failure.
    Key message() {
        return Key.of("turn", id, "answer", series);
    }

    Brief.Exchange exchange() {
        return new Brief.Exchange(words, Optional.ofNullable(record));
    }

    /// How long it is where it is repeated word for word, about.
    int size() {
        return words.length() + (record == null ? 0 : record.length());
    }

    Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }
}
