package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Move;
import dev.cowork.proposal.Ask;
import dev.cowork.proposal.ProposalId;
import dev.cowork.proposal.authority.Circumstances;
import dev.cowork.proposal.authority.Outside;
import dev.cowork.proposal.authority.Tier;
import dev.cowork.workspace.MemberId;
import dev.cowork.workspace.Money;
import dev.cowork.workspace.WorkspaceId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/// A compensation or escalation on the table. It does nothing by itself: a person's press sends it, records it or
/// drops it.
@Entity
@Table(name = "suggestion")
class Suggestion {
    /// Before the name of a group that the workspace has named.
    private static final String GROUP = "group:";

    enum Kind {
        COMPENSATION,
        ESCALATION
    }

    enum State {
        OPEN,
        SENT,
        OWN,
        DROPPED
    }

    @Id
    private UUID id;

    @PartitionKey
    private String workspace;

    private UUID session;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String what;
    private String amount;
    private String currency;
    private String urgency;
    private String need = "";
    private String reason;

    @Column(name = "holding_reply")
    private String holdingReply;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private @Nullable Tier tier;

    @Enumerated(EnumType.STRING)
    private @Nullable Outside outside;

    private String message;
    private int edition;

    @Column(name = "settled_by")
    private @Nullable String settledBy;

    private @Nullable UUID proposal;

    Suggestion() {}

    private Suggestion(Session session, Kind kind) {
        this.id = UUID.randomUUID();
        this.workspace = session.workspace().value();
        this.session = session.id();
        this.kind = kind;
        this.state = State.OPEN;
        this.message = Key.of("suggestion", id).value();
    }

    static Suggestion of(Session session, Move.SuggestCompensation move) {
        var suggestion = new Suggestion(session, Kind.COMPENSATION);
        suggestion.what = move.kind();
        suggestion.amount = move.amount();
        suggestion.currency = move.currency();
        suggestion.urgency = "";
        suggestion.reason = move.reason();
        suggestion.holdingReply = "";
        return suggestion;
    }

    static Suggestion of(Session session, Move.SuggestEscalation move) {
        var suggestion = new Suggestion(session, Kind.ESCALATION);
        suggestion.what = move.to();
        suggestion.amount = "";
        suggestion.currency = "";
        suggestion.urgency = move.urgency();
        suggestion.reason = move.summary();
        suggestion.holdingReply = move.holdingReply();
        return suggestion;
    }

    /// Written by a person in the form.
    static Suggestion of(Session session, Asking.What what) {
        var suggestion =
                new Suggestion(session, what.ask() instanceof Ask.Compensation ? Kind.COMPENSATION : Kind.ESCALATION);
        suggestion.takeOver(what);
        return suggestion;
    }

    /// A person wrote it anew.
    void rewrite(Asking.What what) {
        mustBeOpen();
        takeOver(what);
        edition++;
    }

    private void takeOver(Asking.What what) {
        tier = what.circumstances().tier();
        outside = what.circumstances().outside();
        takeOver(what.ask());
    }

    private void takeOver(Ask ask) {
        reason = ask.reason();
        switch (ask) {
            case Ask.Compensation it -> {
                what = it.kind().name().toLowerCase(Locale.ROOT);
                amount = it.amount().amount();
                currency = it.amount().currency().getCurrencyCode();
                urgency = "";
                holdingReply = "";
            }
            case Ask.Escalation it -> {
                what = it.to() == Ask.Target.GROUP
                        ? GROUP + it.group()
                        : it.to().name().toLowerCase(Locale.ROOT);
                need = it.need().name();
                amount = "";
                currency = "";
                urgency = it.urgency().name().toLowerCase(Locale.ROOT);
                holdingReply = it.holdingReply();
            }
        }
    }

    /// What is asked for. Empty where the partner wrote an amount or a word that nobody can read.
    Optional<Ask> ask() {
        return switch (kind) {
            case COMPENSATION ->
                Ask.Kind.of(what)
                        .flatMap(of -> Money.parse(amount, currency)
                                .filter(money -> money.minor() > 0)
                                .map(money -> new Ask.Compensation(of, money, reason)));
            case ESCALATION -> Ask.Urgency.of(urgency).flatMap(this::escalation);
        };
    }

    private Optional<Ask> escalation(Ask.Urgency when) {
        if (what.startsWith(GROUP) && what.length() > GROUP.length()) {
            var group = what.substring(GROUP.length());
            return Ask.Need.of(need)
                    .map(it -> new Ask.Escalation(Ask.Target.GROUP, group, it, when, reason, holdingReply));
        }
        return Ask.Target.of(what)
                .map(to -> Ask.Need.of(need)
                        .map(it -> new Ask.Escalation(to, "", it, when, reason, holdingReply))
                        .orElseGet(() -> new Ask.Escalation(to, when, reason, holdingReply)));
    }

    /// What a person said about the case; empty where nobody did.
    Optional<Circumstances> circumstances() {
        return tier == null || outside == null ? Optional.empty() : Optional.of(new Circumstances("", tier, outside));
    }

    /// The holding reply promises what is true; nobody has seen it yet.
    void becomes(Ask ask) {
        mustBeOpen();
        takeOver(ask);
    }

    void sent(MemberId by, ProposalId proposal) {
        settle(State.SENT, by);
        this.proposal = proposal.value();
    }

    void recordedAsOwn(MemberId by, ProposalId proposal) {
        settle(State.OWN, by);
        this.proposal = proposal.value();
    }

    void drop(MemberId by) {
        settle(State.DROPPED, by);
    }

    private void settle(State to, MemberId by) {
        mustBeOpen();
        state = to;
        settledBy = by.value();
    }

    private void mustBeOpen() {
        if (state != State.OPEN) {
            throw new IllegalStateException("suggestion " + id + " is " + state + " already");
        }
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

    Kind kind() {
        return kind;
    }

    String what() {
        return what;
    }

    String amount() {
        return amount;
    }

    String currency() {
        return currency;
    }

    String urgency() {
        return urgency;
    }

    String reason() {
        return reason;
    }

    String holdingReply() {
        return holdingReply;
    }

    State state() {
        return state;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    Optional<MemberId> settledBy() {
        return Optional.ofNullable(settledBy).map(MemberId::new);
    }

    Key message() {
        return new Key(message);
    }

    /// What tells apart the looks of its card.
    Key look() {
        return Key.of(state, edition);
    }

    @Override
    public String toString() {
        return "Suggestion[" + id + ", " + kind + "]";
    }
}
