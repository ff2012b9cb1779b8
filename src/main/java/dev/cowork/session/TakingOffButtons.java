package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.delivery.Outbox;
import dev.cowork.proposal.Proposing;
import dev.cowork.slack.Message;
import dev.cowork.slack.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Takes the buttons off every card in the thread of a session that is closed, in the caller's transaction.
@ApplicationScoped
class TakingOffButtons {
    private static final String CLOSED = "closed";

    private final Drafts drafts;
    private final Suggestions suggestions;
    private final Approaches approaches;
    private final AskedQuestions questions;
    private final Turns turns;
    private final Proposing proposing;
    private final ShowingDraft showingDraft;
    private final ShowingSuggestion showingSuggestion;
    private final SeeingRepeat repeats;
    private final Posting posting;
    private final Outbox outbox;

    TakingOffButtons(
            Drafts drafts,
            Suggestions suggestions,
            Approaches approaches,
            AskedQuestions questions,
            Turns turns,
            Proposing proposing,
            ShowingDraft showingDraft,
            ShowingSuggestion showingSuggestion,
            SeeingRepeat repeats,
            Posting posting,
            Outbox outbox) {
        this.drafts = drafts;
        this.suggestions = suggestions;
        this.approaches = approaches;
        this.questions = questions;
        this.turns = turns;
        this.proposing = proposing;
        this.showingDraft = showingDraft;
        this.showingSuggestion = showingSuggestion;
        this.repeats = repeats;
        this.posting = posting;
        this.outbox = outbox;
    }

    void take(Session session) {
        drafts.currentIn(session)
                .ifPresent(draft -> revise(
                        session,
                        draft.message(),
                        Key.of(draft.look(), CLOSED),
                        showingDraft.card(session, draft).getLast()));
        drafts.allIn(session).forEach(draft -> locked(session, draft));
        suggestions
                .openIn(session)
                .forEach(suggestion -> revise(
                        session,
                        suggestion.message(),
                        Key.of(suggestion.look(), CLOSED),
                        showingSuggestion
                                .card(session, suggestion, session.owner())
                                .getLast()));
        approaches.in(session).stream()
                .collect(Collectors.groupingBy(Approach::offered))
                .forEach((offered, all) -> approaches(session, offered, all));
        questions.openIn(session).stream()
                .map(AskedQuestion::message)
                .distinct()
                .forEach(list -> questions(session, list));
        if (session.isQuick() && session.handling().isTriaged()) {
            revise(session, TriageCard.key(session), CLOSED, TriageCard.of(session));
        }
        if (isMade(session, CalledCard.key(session))) {
            revise(session, CalledCard.key(session), CLOSED, CalledCard.of(session, List.of()));
        }
        repeats.takeOff(session);
        proposing.leave(session.workspace(), session.id().toString());
        turns.answeredIn(session).stream()
                .reduce((_, later) -> later)
                .filter(turn -> isMade(session, CutCard.key(turn)))
                .ifPresent(turn -> posting.revise(
                        session.workspace(),
                        session.thread().orElseThrow(),
                        CutCard.key(turn),
                        "over",
                        CutCard.over()));
        turns.unansweredIn(session)
                .filter(turn -> turn.failure().isPresent())
                .ifPresent(turn -> revise(session, turn.message(), CLOSED, FailureCard.of(turn)));
    }

    private void questions(Session session, Key list) {
        var all = questions.in(session).stream()
                .filter(question -> question.message().equals(list))
                .toList();
        var pages = QuestionsCard.of(all);
        for (var page = 0; page < pages.size(); page++) {
            revise(session, QuestionsCard.key(all.getFirst(), page), CLOSED, pages.get(page));
        }
    }

    private void locked(Session session, Draft draft) {
        for (var number = 1; isMade(session, draft.lockedMessage(number)); number++) {
            posting.revise(
                    session.workspace(),
                    session.thread().orElseThrow(),
                    draft.lockedMessage(number),
                    CLOSED,
                    LockedCard.closed(draft));
        }
    }

    private boolean isMade(Session session, Key message) {
        return outbox.place(session.workspace(), message).isPresent();
    }

    private void approaches(Session session, Key offered, List<Approach> all) {
        var pages = ApproachesCard.of(all);
        for (var part = 1; part <= pages.size(); part++) {
            revise(session, ShowingMoves.part(offered, part), CLOSED, pages.get(part - 1));
        }
    }

    private void revise(Session session, Key message, Object version, Message card) {
        Optional.of(card)
                .filter(ClosedCard::isToBePressed)
                .ifPresent(live -> posting.revise(
                        session.workspace(), session.thread().orElseThrow(), message, version, ClosedCard.of(live)));
    }
}
