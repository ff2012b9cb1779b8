package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.delivery.Outbox;
import dev.cowork.proposal.Ask;
import dev.cowork.proposal.ProposalBook;
import dev.cowork.slack.Gesture;
import dev.cowork.slack.Posting;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Takes a draft as final, unless it promises what nobody has granted. In the caller's transaction.
@ApplicationScoped
class UsingDraft {
    private final ProposalBook proposals;
    private final Briefing briefing;
    private final ShowingDraft showing;
    private final CompanyGuard guard;
    private final RecordingWords recording;
    private final Posting posting;
    private final Outbox outbox;
    private final List<Alongside> alongside;
    private final InstantSource clock;

    UsingDraft(
            ProposalBook proposals,
            Briefing briefing,
            ShowingDraft showing,
            CompanyGuard guard,
            RecordingWords recording,
            Posting posting,
            Outbox outbox,
            @All List<Alongside> alongside,
            InstantSource clock) {
        this.proposals = proposals;
        this.briefing = briefing;
        this.showing = showing;
        this.guard = guard;
        this.recording = recording;
        this.posting = posting;
        this.outbox = outbox;
        this.alongside = alongside;
        this.clock = clock;
    }

    void use(Session session, Draft draft, Gesture gesture) {
        if (!draft.isCurrent()) {
            return;
        }
        var leaks = guard.leaks(session, draft.words());
        if (!leaks.isEmpty()) {
            posting.reply(
                    session.workspace(),
                    session.thread().orElseThrow(),
                    nextLocked(session, draft),
                    LockedCard.internal(draft, leaks));
            return;
        }
        var forbidden = forbidden(session, draft);
        if (forbidden.isPresent()) {
            posting.reply(
                    session.workspace(),
                    session.thread().orElseThrow(),
                    nextLocked(session, draft),
                    LockedCard.forbidden(draft, forbidden.get()));
            return;
        }
        var lock = new PromiseLock(briefing.ownLimit(session), session.amount(), granted(session));
        switch (lock.covers(draft.words(), draft.promises())) {
            case PromiseLock.Covered() -> take(session, draft, gesture);
            case PromiseLock.Locked locked ->
                posting.reply(
                        session.workspace(),
                        session.thread().orElseThrow(),
                        nextLocked(session, draft),
                        LockedCard.of(draft, locked));
        }
    }

    private Optional<String> forbidden(Session session, Draft draft) {
        var kinds = PromisedKinds.promisedIn(
                draft, session.amount(), briefing.ownLimit(session).currency());
        return alongside.stream()
                .flatMap(it -> it.forbids(session.workspace(), session.id(), kinds).stream())
                .findFirst();
    }

    /// The name of a card that has not been shown yet. One that is on its way says the same.
    private Key nextLocked(Session session, Draft draft) {
        var number = 1;
        while (outbox.place(session.workspace(), draft.lockedMessage(number)).isPresent()) {
            number++;
        }
        return draft.lockedMessage(number);
    }

    private List<Ask.Compensation> granted(Session session) {
        return proposals.approvedFor(session.workspace(), session.id().toString()).stream()
                .filter(Ask.Compensation.class::isInstance)
                .map(Ask.Compensation.class::cast)
                .toList();
    }

    private void take(Session session, Draft draft, Gesture gesture) {
        draft.use(gesture.member(), clock.instant());
        showing.revise(session, draft);
        recording.record(
                session,
                Utterance.Kind.NOTE,
                gesture.member(),
                "[" + gesture.member().mention() + " used version " + draft.version() + " of the draft.]");
    }
}
