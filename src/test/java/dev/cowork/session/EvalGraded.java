package dev.cowork.session;

import dev.cowork.partner.Answer;
import dev.cowork.partner.Move;
import java.util.List;
import java.util.stream.Stream;

/// One answer to be graded, with all that counts.
///
/// @param step which of the case's, from 0
/// @param before the answers before it
record EvalGraded(String opening, EvalCase it, int step, Answer answer, List<Answer> before) {
    <T extends Move> List<T> moves(Class<T> type) {
        return of(answer, type);
    }

    <T extends Move> List<T> earlier(Class<T> type) {
        return before.stream().flatMap(one -> of(one, type).stream()).toList();
    }

    /// Everything in it that a customer may come to read.
    List<String> forCustomer() {
        return Stream.of(
                        moves(Move.WriteDraft.class).stream().map(Move.WriteDraft::text),
                        moves(Move.SuggestEscalation.class).stream().map(Move.SuggestEscalation::holdingReply),
                        moves(Move.AnticipateReplies.class).stream()
                                .flatMap(replies -> replies.replies().stream())
                                .map(Move.AnticipateReplies.LikelyReply::answer))
                .flatMap(texts -> texts)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /// Everything in it that the agent reads.
    String forAgent() {
        return String.join(
                "\n",
                Stream.of(
                                Stream.of(answer.text()),
                                moves(Move.Coach.class).stream().map(Move.Coach::note),
                                moves(Move.OfferApproaches.class).stream()
                                        .flatMap(ways -> ways.approaches().stream())
                                        .map(way -> way.title() + ". " + way.summary()))
                        .flatMap(texts -> texts)
                        .toList());
    }

    private static <T extends Move> List<T> of(Answer answer, Class<T> type) {
        return answer.moves().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
