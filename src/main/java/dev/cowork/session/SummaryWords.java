package dev.cowork.session;

import dev.cowork.slack.SlackText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The words of a summary: all that is verified, the rest of the ledger as far as there is room, what was decided,
/// asked and drafted, and the talk line by line, of which the oldest lines are left out in the end.
///
/// @param talk as [#talk] put it together
record SummaryWords(List<Fact> facts, List<AskedQuestion> questions, Optional<Draft> draft, String talk) {
    private static final int MOST_OF_A_STANDING = 25;
    private static final int LONGEST_FACT = 300;
    private static final int MOST_QUESTIONS = 15;
    private static final int LONGEST_DRAFT = 2_000;
    private static final int MOST_LINES = 24;
    private static final int LONGEST_LINE = 140;
    private static final String DECISION = "[decision";

    String written() {
        var lines = new ArrayList<String>();
        for (var standing : Standing.values()) {
            known(lines, standing);
        }
        causes(lines);
        answered(lines);
        draft.ifPresent(it -> {
            lines.add("The draft that counts, version " + it.version() + ":");
            lines.add(SlackText.cut(it.words(), LONGEST_DRAFT));
        });
        if (!talk.isBlank()) {
            lines.add("The talk:");
            lines.add(talk);
        }
        return String.join("\n", lines);
    }

    private void known(List<String> lines, Standing standing) {
        var these = facts.stream()
                .filter(fact -> fact.standing() == standing && fact.likelihood().isEmpty())
                .toList();
        var most = standing == Standing.VERIFIED ? these.size() : MOST_OF_A_STANDING;
        if (!these.isEmpty()) {
            lines.add(standing.shown() + ":");
            these.subList(Math.max(0, these.size() - most), these.size()).stream()
                    .map(fact -> standing == Standing.VERIFIED
                            ? fact.statement()
                            : SlackText.cut(fact.statement(), LONGEST_FACT))
                    .forEach(statement -> lines.add("- " + statement));
        }
    }

    private void causes(List<String> lines) {
        var causes = facts.stream()
                .filter(fact -> fact.likelihood().isPresent())
                .sorted(Comparator.comparing(fact -> fact.likelihood().orElseThrow()))
                .toList();
        if (!causes.isEmpty()) {
            lines.add("Possible causes, likeliest first:");
            causes.forEach(fact -> lines.add("- " + SlackText.cut(fact.statement(), LONGEST_FACT)));
        }
    }

    private void answered(List<String> lines) {
        var settled = questions.stream().filter(question -> !question.isOpen()).toList();
        if (!settled.isEmpty()) {
            lines.add("Asked and answered:");
            settled.subList(Math.max(0, settled.size() - MOST_QUESTIONS), settled.size())
                    .forEach(question -> lines.add("- " + SlackText.cut(question.words(), LONGEST_LINE) + " → "
                            + (question.answer().isEmpty()
                                    ? "not known"
                                    : SlackText.cut(question.answer(), LONGEST_LINE))));
        }
    }

    /// The talk so far with these turns: decisions whole and for good, of the rest the newest lines.
    static String talk(String before, List<Turn> turns) {
        var all = Stream.concat(before.lines(), turns.stream().flatMap(SummaryWords::lines))
                .toList();
        var decisions = all.stream().filter(line -> line.startsWith(DECISION)).distinct();
        var rest = all.stream().filter(line -> !line.startsWith(DECISION)).toList();
        return String.join(
                "\n",
                Stream.concat(decisions, rest.subList(Math.max(0, rest.size() - MOST_LINES), rest.size()).stream())
                        .toList());
    }

    private static Stream<String> lines(Turn turn) {
        var decided = turn.words().lines().filter(line -> line.startsWith(DECISION));
        var said = turn.words()
                .lines()
                .filter(line -> !line.startsWith("[") && !line.isBlank())
                .reduce("", (one, next) -> one + " " + next)
                .strip();
        return Stream.of(
                        decided,
                        line("Agent", said),
                        line("You", turn.text().replaceAll("\\s+", " ").strip()))
                .flatMap(lines -> lines);
    }

    private static Stream<String> line(String who, String said) {
        return said.isEmpty() ? Stream.empty() : Stream.of(who + ": " + SlackText.cut(said, LONGEST_LINE));
    }
}
