package dev.cowork.partner;

import dev.cowork.playbook.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds a cause round by round: simple and likely things first, then our side, then the causes in order of likelihood
/// with the checks that tell them apart.
final class Diagnosing {
    private static final String ARROW = " => ";

    private Diagnosing() {}

    static Reaction next(Case it) {
        var page = it.part("troubleshooting", it.ticket().issue(), "defect");
        var means = means(it, page);
        for (var round : List.of("first", "second", "third")) {
            var open = open(it, page, round);
            if (!open.isEmpty()) {
                return asked(it, page, round, means).and(Stream.of(new Move.AskQuestions(open)));
            }
        }
        return Reaction.of(it.say("diagnose-end", Map.of("means", means)), Remedying.escalation(it));
    }

    private static Reaction asked(Case it, Page.Part page, String round, String means) {
        return switch (round) {
            case "first" -> Reaction.of(it.say("diagnose-first"));
            case "second" -> Reaction.of(it.say("diagnose-next", Map.of("means", means)));
            default -> Reaction.of(it.say("diagnose-causes", Map.of("means", means, "causes", causes(page))));
        };
    }

    /// The questions of a round whose answers nobody has given; none once the round was asked.
    private static List<String> open(Case it, Page.Part page, String round) {
        var lines = page.part(round).orElseThrow().items();
        if (lines.stream().anyMatch(line -> it.course().hasAsked(question(line)))) {
            return List.of();
        }
        return lines.stream()
                .filter(line -> !Ticket.pattern(line.substring(0, line.indexOf(ARROW)))
                        .matcher(it.ticket().story())
                        .find())
                .map(Diagnosing::question)
                .toList();
    }

    /// What the latest answers rule out or point at.
    private static String means(Case it, Page.Part page) {
        return page.part("means").orElseThrow().items().stream()
                .filter(line -> Ticket.pattern(line.substring(0, line.indexOf(ARROW)))
                        .matcher(it.words())
                        .find())
                .map(line -> question(line) + " ")
                .collect(Collectors.joining());
    }

    private static String causes(Page.Part page) {
        var causes = page.part("causes").orElseThrow().items();
        return IntStream.range(0, causes.size())
                .mapToObj(at -> (at + 1) + ". " + causes.get(at))
                .collect(Collectors.joining("\n"));
    }

    private static String question(String line) {
        return line.substring(line.indexOf(ARROW) + ARROW.length());
    }
}
