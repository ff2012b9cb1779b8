package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/// One hard ticket, from opening to close. Its thread is known once its card stands in Slack, or from the start where
/// it was opened inside a thread.
@Entity
@Table(name = "session")
class Session {
    enum State {
        OPEN,
        PAUSED,
        CLOSED
    }

    @Id
    private UUID id;

    @PartitionKey
    private String workspace;

    private String channel;

    @Column(name = "thread_ts")
    private @Nullable String threadTs;

    @Column(name = "card_key")
    private String cardKey;

    @Column(name = "card_in_thread")
    private boolean cardInThread;

    @Column(name = "card_version")
    private int cardVersion;

    private String opening;
    private boolean quick;
    private String owner;
    private String ticket;
    private String customer;

    @Column(name = "amount_minor")
    private @Nullable Long amountMinor;

    @Column(name = "amount_currency")
    private @Nullable String amountCurrency;

    @Column(name = "limit_minor")
    private @Nullable Long limitMinor;

    @Column(name = "limit_currency")
    private @Nullable String limitCurrency;

    private @Nullable Integer confidence;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by")
    private @Nullable String closedBy;

    private @Nullable String outcome;
    private String note = "";

    @Embedded
    private Handling handling = new Handling();

    @Column(name = "closing_confidence")
    private @Nullable Integer closingConfidence;

    @Column(name = "first_contact")
    private @Nullable Boolean firstContact;

    @Column(name = "worked_minutes")
    private @Nullable Long workedMinutes;

    Session() {}

    static Session open(NewSession wanted, Instant at) {
        var session = new Session();
        session.id = UUID.randomUUID();
        session.workspace = wanted.workspace().value();
        session.owner = wanted.owner().value();
        session.channel = wanted.place().channel();
        session.threadTs = wanted.place().thread().map(ThreadRef::ts).orElse(null);
        session.cardInThread = wanted.place().thread().isPresent();
        session.cardKey = Key.of("session", session.id, "card").value();
        session.opening = wanted.opening();
        session.quick = wanted.quick();
        session.ticket = wanted.ticket().reference();
        session.customer = wanted.ticket().customer();
        wanted.ticket().amount().ifPresent(session::isAbout);
        wanted.ticket().ownLimit().ifPresent(session::isLimitedTo);
        session.confidence = wanted.ticket().confidence().orElse(null);
        session.state = State.OPEN;
        session.openedAt = at;
        return session;
    }

    private void isAbout(Money amount) {
        amountMinor = amount.minor();
        amountCurrency = amount.currency().getCurrencyCode();
    }

    private void isLimitedTo(Money limit) {
        limitMinor = limit.minor();
        limitCurrency = limit.currency().getCurrencyCode();
    }

    /// The card stands: its message is the thread's first.
    void standsAt(ThreadRef thread) {
        if (threadTs != null) {
            throw new IllegalStateException("session " + id + " has its thread already: " + threadTs);
        }
        channel = thread.channel();
        threadTs = thread.ts();
    }

    /// The card could not be posted where it was wanted: the session goes to the owner's direct messages.
    void movesToOwner() {
        if (threadTs != null) {
            throw new IllegalStateException("session " + id + " cannot move: it has its thread already");
        }
        channel = owner;
        cardKey = Key.of("session", id, "card", "direct").value();
    }

    /// Whether the card was wanted somewhere else than with the owner alone.
    boolean isElsewhereThanWithOwner() {
        return !channel.equals(owner);
    }

    int nextCardVersion() {
        return ++cardVersion;
    }

    void pause() {
        move(State.OPEN, State.PAUSED);
    }

    void resume() {
        move(State.PAUSED, State.OPEN);
    }

    private void move(State from, State to) {
        if (state != from) {
            throw new IllegalStateException("session " + id + " is " + state + ", not " + from);
        }
        state = to;
    }

    void handOver(MemberId to) {
        owner = to.value();
    }

    void makeQuick() {
        quick = true;
    }

    void workTogether() {
        quick = false;
    }

    void close(MemberId by, ClosingSession.Ending ending, long worked, Instant at) {
        if (state == State.CLOSED) {
            throw new IllegalStateException("session " + id + " cannot close: it closed at " + closedAt);
        }
        state = State.CLOSED;
        closedBy = by.value();
        outcome = ending.outcome().word();
        note = ending.note();
        closingConfidence = ending.confidence().orElse(null);
        firstContact = ending.firstContact().orElse(null);
        workedMinutes = worked;
        closedAt = at;
    }

    UUID id() {
        return id;
    }

    WorkspaceId workspace() {
        return new WorkspaceId(workspace);
    }

    String channel() {
        return channel;
    }

    Optional<ThreadRef> thread() {
        return Optional.ofNullable(threadTs).map(ts -> new ThreadRef(channel, ts));
    }

    Key cardKey() {
        return new Key(cardKey);
    }

    boolean isCardInThread() {
        return cardInThread;
    }

    String opening() {
        return opening;
    }

    boolean isQuick() {
        return quick;
    }

    MemberId owner() {
        return new MemberId(owner);
    }

    Ticket ticket() {
        return new Ticket(ticket, customer, amount(), ownLimit(), Optional.ofNullable(confidence));
    }

    Optional<Money> amount() {
        return money(amountMinor, amountCurrency);
    }

    Handling handling() {
        return handling;
    }

    Optional<Money> ownLimit() {
        return money(limitMinor, limitCurrency);
    }

    State state() {
        return state;
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    Instant openedAt() {
        return openedAt;
    }

    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    Optional<MemberId> closedBy() {
        return Optional.ofNullable(closedBy).map(MemberId::new);
    }

    String outcome() {
        return outcome == null ? "" : outcome;
    }

    static Optional<Money> money(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null
                ? Optional.empty()
                : Optional.of(new Money(minor, Currency.getInstance(currency)));
    }
}
