package dev.cowork.session;

import dev.cowork.knowledge.Citations;
import dev.cowork.knowledge.Passage;
import dev.cowork.partner.Move;
import java.util.List;

/// What the partner did, with the names of passages as people read them: by heading for the agent, not at all for the
/// customer.
final class CitedMoves {
    private CitedMoves() {}

    static List<Move> shown(List<Move> moves, List<Passage> cited) {
        return moves.stream().map(move -> shown(move, cited)).toList();
    }

    private static Move shown(Move move, List<Passage> cited) {
        return switch (move) {
            case Move.WriteDraft it ->
                new Move.WriteDraft(
                        it.channel(),
                        Citations.without(it.text()),
                        Citations.without(it.change()),
                        it.promises(),
                        it.language());
            case Move.AnticipateReplies(var replies) ->
                new Move.AnticipateReplies(replies.stream()
                        .map(reply -> new Move.AnticipateReplies.LikelyReply(
                                Citations.without(reply.customer()), Citations.without(reply.answer())))
                        .toList());
            case Move.SuggestEscalation it ->
                new Move.SuggestEscalation(
                        it.to(),
                        it.urgency(),
                        Citations.shown(it.summary(), cited),
                        Citations.without(it.holdingReply()));
            case Move.OfferApproaches(var ways) ->
                new Move.OfferApproaches(
                        ways.stream().map(way -> shown(way, cited)).toList());
            case Move.Coach(var note) -> new Move.Coach(Citations.shown(note, cited));
            case Move.NoteFacts(var facts) ->
                new Move.NoteFacts(facts.stream()
                        .map(fact -> new Move.NoteFacts.Fact(
                                fact.standing(),
                                Citations.without(fact.statement()),
                                Citations.without(fact.replaces()),
                                fact.answers()))
                        .toList());
            default -> move;
        };
    }

    private static Move.OfferApproaches.Approach shown(Move.OfferApproaches.Approach way, List<Passage> cited) {
        return new Move.OfferApproaches.Approach(
                Citations.without(way.title()),
                Citations.shown(way.summary(), cited),
                each(way.pros(), cited),
                each(way.cons(), cited),
                Citations.shown(way.cost(), cited),
                Citations.shown(way.precedent(), cited),
                way.grants());
    }

    private static List<String> each(List<String> words, List<Passage> cited) {
        return words.stream().map(it -> Citations.shown(it, cited)).toList();
    }
}
