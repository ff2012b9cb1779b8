package dev.cowork.partner;

import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Finds the turns that the playbook's look back speaks of.
final class Pointing {
    private Pointing() {}

    static Retrospect.At at(Brief brief, String well, String better, String pattern) {
        return new Retrospect.At(well(brief, well), better(brief, better), pattern(brief, pattern));
    }

    private static int well(Brief brief, String lesson) {
        return switch (lesson) {
            case "checked", "escalated" ->
                first(
                        brief,
                        turn -> Debriefing.sayingOf(lesson)
                                .matcher(turn.words())
                                .find());
            case "tone" ->
                first(brief, turn -> Tone.wishedFor(Spoken.in(turn.words())).isPresent());
            case "anticipated" -> first(brief, turn -> has(turn, Move.AnticipateReplies.class));
            case "context" -> first(brief, _ -> true);
            default -> last(brief, turn -> !Spoken.in(turn.words()).isBlank());
        };
    }

    private static int better(Brief brief, String lesson) {
        return lesson.equals("verify")
                ? first(brief, turn -> has(turn, Move.NoteFacts.class))
                : last(brief, turn -> has(turn, Move.WriteDraft.class));
    }

    private static int pattern(Brief brief, String lesson) {
        var begins = switch (lesson) {
            case "legal" ->
                first(brief, turn -> Ticket.LEGAL.matcher(turn.words()).find());
            case "repeat" ->
                first(brief, turn -> Ticket.REPEAT.matcher(turn.words()).find());
            default -> 0;
        };
        return begins > 0 ? begins : first(brief, _ -> true);
    }

    private static int first(Brief brief, Predicate<Brief.Exchange> isIt) {
        return turns(brief)
                .filter(turn -> isIt.test(brief.past().get(turn - 1)))
                .findFirst()
                .orElse(0);
    }

    private static int last(Brief brief, Predicate<Brief.Exchange> isIt) {
        return turns(brief)
                .filter(turn -> isIt.test(brief.past().get(turn - 1)))
                .max()
                .orElse(brief.past().size());
    }

    private static IntStream turns(Brief brief) {
        return IntStream.rangeClosed(1, brief.past().size());
    }

    private static boolean has(Brief.Exchange turn, Class<? extends Move> type) {
        return turn.moves().stream().anyMatch(type::isInstance);
    }
}
