package dev.cowork.proposal;

import dev.cowork.slack.ThreadRef;
import dev.cowork.workspace.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person sent to be decided. `version` counts what was shown: it grows with the terms and with a new deadline,
/// so that a press on an older card is known as such.
@Entity
@Table(name = "proposal")
class Proposal {
    enum State {
        OPEN,
        APPROVED,
        DECLINED,
        EXPIRED
    }

    @EmbeddedId
    private ProposalKey key;

    private int version;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "created_by")
    private String createdBy;

    private String session;
    private String channel;

    @Column(name = "thread_ts")
    private String threadTs;

    @Embedded
    private Terms terms;

    private String background;
    private int requires;
    private String rule;

    @Embedded
    private @Nullable RuleRef by;

    @Embedded
    private CountedCase counted;

    @Column(name = "payload_sha256")
    private String payloadSha256;

    private String gesture;

    @Column(name = "created_at")
    private Instant createdAt;

    @Embedded
    private Deadline deadline;

    @Column(name = "leads_to")
    private @Nullable String leadsTo;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @Embedded
    private Participants participants;

    @SuppressWarnings("NullAway")
    Proposal() {}

    static Proposal of(NewProposal wanted, Approval needed, Instant at, Instant expiresAt) {
        var proposal = new Proposal();
        proposal.key = new ProposalKey(wanted.workspace().value(), UUID.randomUUID());
        proposal.version = 1;
        proposal.state = State.OPEN;
        proposal.createdBy = wanted.by().value();
        proposal.session = wanted.session();
        proposal.channel = wanted.thread().channel();
        proposal.threadTs = wanted.thread().ts();
        proposal.show(wanted.ask(), needed);
        proposal.counted = CountedCase.of(wanted.circumstances());
        proposal.background = wanted.background();
        proposal.gesture = wanted.gesture();
        proposal.createdAt = at;
        proposal.deadline = Deadline.at(expiresAt);
        proposal.participants = Participants.of(wanted);
        return proposal;
    }

    void approve(Instant at) {
        settle(State.APPROVED, at);
    }

    void decline(Instant at) {
        settle(State.DECLINED, at);
    }

    void expire(Instant at) {
        if (!deadline.isOver(at)) {
            throw new IllegalStateException(
                    "proposal " + key + " cannot expire at " + at + ": it waits until " + expiresAt());
        }
        settle(State.EXPIRED, at);
    }

    /// @param place a person, user group or channel
    void leadTo(String place) {
        leadsTo = place;
    }

    Optional<String> leadsTo() {
        return Optional.ofNullable(leadsTo);
    }

    void renew(Instant at, Instant newExpiresAt) {
        if (state != State.EXPIRED) {
            throw new IllegalStateException("proposal " + key + " cannot be renewed: it is " + state);
        }
        state = State.OPEN;
        settledAt = null;
        deadline.renew(at, newExpiresAt);
        version++;
    }

    /// Other terms stand to be decided now, by as many as they need.
    void change(Ask ask, Approval needed) {
        if (state != State.OPEN) {
            throw new IllegalStateException("proposal " + key + " cannot change: it is " + state);
        }
        show(ask, needed);
        version++;
    }

    private void show(Ask ask, Approval needed) {
        terms = Terms.of(ask);
        requires = needed.requires();
        rule = needed.rule();
        by = needed.by();
        payloadSha256 = terms.sha256();
    }

    private void settle(State end, Instant at) {
        if (state != State.OPEN) {
            throw new IllegalStateException("proposal " + key + " cannot become " + end + ": it is " + state);
        }
        state = end;
        settledAt = at;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isOverdue(Instant now) {
        return isOpen() && deadline.isOver(now);
    }

    boolean tookPart(MemberId member) {
        return participants.include(member);
    }

    Set<MemberId> participants() {
        return participants.all();
    }

    ProposalKey key() {
        return key;
    }

    CardRef card() {
        return new CardRef(key.proposal(), version);
    }

    int version() {
        return version;
    }

    State state() {
        return state;
    }

    MemberId createdBy() {
        return new MemberId(createdBy);
    }

    String session() {
        return session;
    }

    ThreadRef thread() {
        return new ThreadRef(channel, threadTs);
    }

    Ask ask() {
        return terms.toAsk();
    }

    String background() {
        return background;
    }

    int requires() {
        return requires;
    }

    String rule() {
        return rule;
    }

    /// Where the rule stands.
    RuleRef by() {
        return by == null ? RuleRef.NONE : by;
    }

    CountedCase counted() {
        return counted;
    }

    String payloadSha256() {
        return payloadSha256;
    }

    Instant createdAt() {
        return createdAt;
    }

    Deadline deadline() {
        return deadline;
    }

    Instant expiresAt() {
        return deadline.expiresAt();
    }

    /// When it came to its end; when it was made where it has not.
    Instant settledAt() {
        return settledAt == null ? createdAt : settledAt;
    }
}
