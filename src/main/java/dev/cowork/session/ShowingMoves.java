package dev.cowork.session;

import dev.cowork.delivery.Key;
import dev.cowork.partner.Move;
import dev.cowork.slack.Message;
import dev.cowork.slack.Posting;
import dev.cowork.workspace.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Shows what the partner did besides talking, in order, in the caller's transaction. Nothing here decides or sends
/// anything to anybody else.
@ApplicationScoped
class ShowingMoves {
    private final AskingQuestions questions;
    private final KeepingFacts facts;
    private final Approaches approaches;
    private final ShowingDraft showingDraft;
    private final ShowingSuggestion showingSuggestion;
    private final LabellingApproach labelling;
    private final Posting posting;
    private final Event<GapNoted> gaps;
    private final InstantSource clock;

    ShowingMoves(
            AskingQuestions questions,
            KeepingFacts facts,
            Approaches approaches,
            ShowingDraft showingDraft,
            ShowingSuggestion showingSuggestion,
            LabellingApproach labelling,
            Posting posting,
            Event<GapNoted> gaps,
            InstantSource clock) {
        this.gaps = gaps;
        this.clock = clock;
        this.questions = questions;
        this.facts = facts;
        this.approaches = approaches;
        this.showingDraft = showingDraft;
        this.showingSuggestion = showingSuggestion;
        this.labelling = labelling;
        this.posting = posting;
    }

    /// @param reader the agent the answer was written for
    void show(Session session, Turn turn, MemberId reader, List<Move> moves) {
        // One thing at a time: of several words to the agent alone the first is said.
        var coaching = moves.stream()
                .filter(Move.Coach.class::isInstance)
                .filter(move -> !CoachCard.isEmptyPraise(((Move.Coach) move).note()))
                .findFirst();
        for (var number = 1; number <= moves.size(); number++) {
            var move = moves.get(number - 1);
            if (!(move instanceof Move.Coach)
                    || coaching.filter(first -> first == move).isPresent()) {
                show(new Made(session, turn, reader, number), move);
            }
        }
    }

    /// Where a move belongs.
    private record Made(Session session, Turn turn, MemberId reader, int number) {
        Key key() {
            return ShowingMoves.key(turn.id(), number);
        }
    }

    /// Names what a move shows.
    static Key key(UUID turn, int number) {
        return Key.of("turn", turn, "move", number);
    }

    /// Names one of the messages of a card, by its place among them.
    static Key part(Key card, int part) {
        return part == 1 ? card : Key.of(card, "part", part);
    }

    private void show(Made made, Move move) {
        switch (move) {
            case Move.AskQuestions it -> questions.ask(made.session(), made.turn(), made.number(), it.questions());
            case Move.NoteFacts it -> facts.note(made.session(), it.facts());
            case Move.RankCauses it -> facts.rank(made.session(), it.causes());
            case Move.OfferApproaches it -> reply(made, ApproachesCard.of(keep(made, it.approaches())));
            case Move.WriteDraft it -> showingDraft.bring(made.session(), it, Optional.empty());
            case Move.AnticipateReplies it -> reply(made, RepliesCard.of(it.replies()));
            case Move.SuggestCompensation it ->
                showingSuggestion.bring(made.session(), Suggestion.of(made.session(), it), made.reader());
            case Move.SuggestEscalation it ->
                showingSuggestion.bring(made.session(), Suggestion.of(made.session(), it), made.reader());
            case Move.NoteGap it -> gap(made, it);
            case Move.Coach it -> coach(made, it);
        }
    }

    private void reply(Made made, List<Message> messages) {
        for (var part = 1; part <= messages.size(); part++) {
            var thread = made.session().thread().orElseThrow();
            posting.reply(made.session().workspace(), thread, part(made.key(), part), messages.get(part - 1));
        }
    }

    private List<Approach> keep(Made made, List<Move.OfferApproaches.Approach> offered) {
        var kept = new ArrayList<Approach>();
        for (var number = 1; number <= offered.size(); number++) {
            var approach = offered.get(number - 1);
            kept.add(new Approach(
                    made.turn(),
                    made.number(),
                    number,
                    approach,
                    labelling.label(made.session(), made.reader(), approach)));
        }
        approaches.persist(kept);
        return kept;
    }

    private void gap(Made made, Move.NoteGap gap) {
        reply(made, GapCard.of(gap.question()));
        gaps.fire(new GapNoted(
                made.session().workspace(), made.session().id(), made.reader(), gap.question(), clock.instant()));
    }

    private void coach(Made made, Move.Coach coach) {
        posting.whisper(
                made.session().workspace(),
                made.session().thread().orElseThrow(),
                made.reader(),
                made.key(),
                CoachCard.of(coach.note()));
    }
}
