package dev.cowork.partner;

import dev.cowork.playbook.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
                return asked(it, page, round, means).and(order(it, page)).and(Stream.of(new Move.AskQuestions(open)));
            }
        }
        return Reaction.of(it.say("diagnose-end", Map.of("means", means)), Remedying.escalation(it))
                .and(order(it, page));
    }

    /// The causes that are left, likeliest first, and those that the answers excluded. Nothing before the first answer:
    /// the simple checks need no theory.
    private static Stream<Move> order(Case it, Page.Part page) {
        if (!it.course().has(Move.AskQuestions.class)) {
            return Stream.empty();
        }
        var causes = causes(page);
        var left = causes.stream()
                .filter(cause -> !cause.isExcludedBy(it.ticket().story()))
                .map(cause -> new Move.RankCauses.Cause(cause.words(), cause.check()))
                .toList();
        var excluded = causes.stream()
                .filter(cause -> cause.isExcludedBy(it.words()))
                .map(cause -> new Move.NoteFacts.Fact("ruled_out", cause.words(), cause.words(), ""))
                .toList();
        return Stream.concat(
                excluded.isEmpty() ? Stream.<Move>empty() : Stream.of(new Move.NoteFacts(excluded)),
                Stream.of(new Move.RankCauses(left)));
    }

    private static Reaction asked(Case it, Page.Part page, String round, String means) {
        return switch (round) {
            case "first" -> Reaction.of(it.say("diagnose-first"));
            case "second" -> Reaction.of(it.say("diagnose-next", Map.of("means", means)));
            default -> Reaction.of(it.say("diagnose-causes", Map.of("means", means, "causes", listed(it, page))));
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

    private static String listed(Case it, Page.Part page) {
        var causes = causes(page).stream()
                .filter(cause -> !cause.isExcludedBy(it.ticket().story()))
                .toList();
        return IntStream.range(0, causes.size())
                .mapToObj(at -> (at + 1) + ". " + causes.get(at).words())
                .collect(Collectors.joining("\n"));
    }

    private static List<Cause> causes(Page.Part page) {
        return page.part("causes").orElseThrow().items().stream().map(Cause::of).toList();
    }

    /// A line of the page: what excludes it, what it is, what would tell.
    private record Cause(Pattern excluded, String words, String check) {
        static Cause of(String line) {
            var parts = line.split(ARROW, 3);
            return new Cause(Ticket.pattern(parts[0]), parts[1].strip(), parts[2].strip());
        }

        boolean isExcludedBy(String story) {
            return excluded.matcher(story).find();
        }
    }

    /// What would be an answer to each question of the rounds.
    static Map<String, Pattern> answers(Case it) {
        var page = it.part("troubleshooting", it.ticket().issue(), "defect");
        return Stream.of("first", "second", "third")
                .flatMap(round -> page.part(round).orElseThrow().items().stream())
                .collect(Collectors.toMap(
                        Diagnosing::question,
                        line -> Ticket.pattern(line.substring(0, line.indexOf(ARROW))),
                        (one, _) -> one));
    }

    private static String question(String line) {
        return line.substring(line.indexOf(ARROW) + ARROW.length());
    }
}
