package dev.cowork.partner;

import dev.cowork.partner.Move.AnticipateReplies;
import dev.cowork.partner.Move.AskQuestions;
import dev.cowork.partner.Move.Coach;
import dev.cowork.partner.Move.NoteFacts;
import dev.cowork.partner.Move.OfferApproaches;
import dev.cowork.partner.Move.RankCauses;
import dev.cowork.partner.Move.SuggestCompensation;
import dev.cowork.partner.Move.SuggestEscalation;
import dev.cowork.partner.Move.WriteDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A session as plain text, for whoever reads it whole.
final class Transcript {
    private Transcript() {}

    /// The lines of the talk, each with who said it and in which turn.
    static List<Map<String, String>> numbered(Brief brief, Fence fence) {
        var lines = new ArrayList<Map<String, String>>();
        for (var turn = 1; turn <= brief.past().size(); turn++) {
            var exchange = brief.past().get(turn - 1);
            var number = "Turn " + turn + " · ";
            add(lines, number + "Agent", fence.disarmed(exchange.words()));
            exchange.record()
                    .flatMap(TurnRecord::read)
                    .ifPresent(record -> add(lines, number + "Partner", fence.disarmed(of(record))));
        }
        add(lines, "Turn " + (brief.past().size() + 1) + " · Agent", fence.disarmed(brief.words()));
        return List.copyOf(lines);
    }

    static String of(TurnRecord record) {
        return String.join(
                        "\n",
                        Stream.concat(
                                        Stream.of(record.prose()),
                                        record.moves().stream().map(Transcript::of))
                                .toList())
                .strip();
    }

    private static void add(List<Map<String, String>> lines, String who, String text) {
        if (!text.isBlank()) {
            lines.add(Map.of("who", who, "text", text));
        }
    }

    private static String of(Move move) {
        return switch (move) {
            case AskQuestions(var questions) -> "Questions: " + String.join(" / ", questions);
            case NoteFacts(var facts) ->
                "Facts: "
                        + String.join(
                                " / ",
                                facts.stream()
                                        .map(fact -> fact.standing() + ": " + fact.statement())
                                        .toList());
            case RankCauses(var causes) ->
                "Possible causes, likeliest first: "
                        + String.join(
                                " / ",
                                causes.stream()
                                        .map(cause -> cause.cause() + " (check: " + cause.check() + ")")
                                        .toList());
            case OfferApproaches(var ways) ->
                "Approaches: "
                        + String.join(
                                " / ",
                                ways.stream()
                                        .map(way -> way.title() + ": " + way.summary())
                                        .toList());
            case WriteDraft draft -> "Draft (" + draft.channel() + "):\n" + draft.text();
            case AnticipateReplies(var replies) ->
                "Likely replies: "
                        + String.join(
                                " / ",
                                replies.stream()
                                        .map(reply -> reply.customer() + " → " + reply.answer())
                                        .toList());
            case SuggestCompensation remedy ->
                "Suggested: " + remedy.kind() + " " + remedy.amount() + " " + remedy.currency() + ", because "
                        + remedy.reason();
            case SuggestEscalation escalation ->
                "Suggested: escalation to " + escalation.to() + ", " + escalation.urgency() + ": "
                        + escalation.summary();
            case Move.NoteGap(var question) -> "Not in our knowledge: " + question;
            case Coach(var note) -> "To the agent alone: " + note;
        };
    }
}
