package dev.cowork.insight;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Author;
import dev.cowork.partner.PartnerUnavailableException;
import dev.cowork.partner.Retrospect;
import dev.cowork.session.SessionClosed;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The look back on one closed session: asked for at the close, written once, or failed until somebody tries again.
@Entity
@Table(name = "debrief")
class Debrief {
    enum State {
        WAITING,
        WRITTEN,
        FAILED
    }

    @EmbeddedId
    private SessionKey key;

    private String channel;

    @Column(name = "thread_ts")
    private String threadTs;

    private String owner;
    private String outcome;
    private String note;
    private long minutes;

    @Column(name = "worked_minutes")
    private @Nullable Long workedMinutes;

    private @Nullable Integer confidence;

    @Column(name = "closing_confidence")
    private @Nullable Integer closingConfidence;

    @Column(name = "first_contact")
    private @Nullable Boolean firstContact;

    @Embedded
    private DebriefLinks links;

    @Enumerated(EnumType.STRING)
    private State state;

    private int attempt;
    private int tries;
    private int edition;

    @Column(name = "done_well")
    private String doneWell;

    @Column(name = "could_be_better")
    private String couldBeBetter;

    private String pattern;
    private String tip;

    @Enumerated(EnumType.STRING)
    private @Nullable Author author;

    @Enumerated(EnumType.STRING)
    private PartnerUnavailableException.@Nullable Cause failure;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway")
    Debrief() {}

    static Debrief of(SessionClosed closed) {
        var debrief = new Debrief();
        debrief.key = SessionKey.of(closed.workspace(), closed.session());
        debrief.channel = closed.thread().channel();
        debrief.threadTs = closed.thread().ts();
        debrief.owner = closed.owner().value();
        debrief.outcome = closed.outcome();
        debrief.note = closed.note();
        debrief.minutes = Math.max(
                1, Duration.between(closed.openedAt(), closed.closedAt()).toMinutes());
        debrief.workedMinutes = closed.workedMinutes();
        debrief.confidence = closed.confidence().orElse(null);
        debrief.closingConfidence = closed.closingConfidence().orElse(null);
        debrief.firstContact = closed.firstContact().orElse(null);
        debrief.links = DebriefLinks.NONE;
        debrief.state = State.WAITING;
        debrief.attempt = 1;
        debrief.doneWell = "";
        debrief.couldBeBetter = "";
        debrief.pattern = "";
        debrief.tip = "";
        debrief.closedAt = closed.closedAt();
        return debrief;
    }

    /// The partner has looked back. `mendedTip` is its tip without anybody in it.
    void write(Retrospect retrospect, DebriefLinks where, String mendedTip, Instant at) {
        mustBe(State.WAITING, "be written");
        state = State.WRITTEN;
        doneWell = retrospect.doneWell();
        couldBeBetter = retrospect.couldBeBetter();
        pattern = retrospect.pattern();
        links = where;
        tip = mendedTip;
        author = retrospect.author();
        failure = null;
        endedAt = at;
    }

    void countTry() {
        tries++;
    }

    void fail(Optional<PartnerUnavailableException.Cause> why, Instant at) {
        mustBe(State.WAITING, "fail");
        state = State.FAILED;
        failure = why.orElse(null);
        endedAt = at;
    }

    void tryAgain() {
        mustBe(State.FAILED, "be tried again");
        state = State.WAITING;
        attempt++;
        tries = 0;
    }

    void rewordTip(String words) {
        mustBe(State.WRITTEN, "change its tip");
        tip = words;
    }

    private void mustBe(State needed, String what) {
        if (state != needed) {
            throw new IllegalStateException("debrief of " + key + " cannot " + what + ": it is " + state);
        }
    }

    /// Counts one more showing of the card; 1 is the first.
    int nextEdition() {
        return ++edition;
    }

    SessionKey key() {
        return key;
    }

    /// The card's name among the bot's messages.
    Key message() {
        return Key.of("debrief", key);
    }

    ThreadRef thread() {
        return new ThreadRef(channel, threadTs);
    }

    MemberId owner() {
        return new MemberId(owner);
    }

    State state() {
        return state;
    }

    int attempt() {
        return attempt;
    }

    int tries() {
        return tries;
    }

    long minutes() {
        return minutes;
    }

    /// What the partner is told of the end: the outcome, and what the closer added.
    String outcome() {
        var words = outcome.replace('_', ' ');
        return note.isBlank() ? words : words + ": " + note;
    }

    /// What the closer chose: `resolved`, `escalated`, `customer_left` or `other`.
    String ending() {
        return outcome;
    }

    /// How long people were at it; empty in debriefs from before that was counted.
    Optional<Long> workedMinutes() {
        return Optional.ofNullable(workedMinutes);
    }

    Optional<Integer> confidence() {
        return Optional.ofNullable(confidence);
    }

    Optional<Integer> closingConfidence() {
        return Optional.ofNullable(closingConfidence);
    }

    Optional<Boolean> firstContact() {
        return Optional.ofNullable(firstContact);
    }

    DebriefLinks links() {
        return links;
    }

    String doneWell() {
        return doneWell;
    }

    String couldBeBetter() {
        return couldBeBetter;
    }

    String pattern() {
        return pattern;
    }

    String tip() {
        return tip;
    }

    Optional<Author> author() {
        return Optional.ofNullable(author);
    }

    Optional<PartnerUnavailableException.Cause> failure() {
        return Optional.ofNullable(failure);
    }
}
