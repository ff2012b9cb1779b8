package dev.cowork.partner;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What there is to learn from a talk, by what was done in it.
final class Debriefing {
    private static final Pattern DE_ESCALATION = Ticket.words("de-?escalat\\w+", "calm\\w* (?:them|him|her) down");
    private static final Pattern FELT = Ticket.words(
            "furious",
            "angry",
            "upset",
            "frustrat\\w*",
            "threat\\w*",
            "disappoint\\w*",
            "demand\\w*",
            "wants?",
            "reviews?");
    private static final Pattern ESCALATED = Ticket.words(
            "should (?:i|we) escalate", "escalate first", "need to escalate", "involve (?:legal|management)");
    private static final Pattern ANTICIPATED =
            Ticket.words("anticipate", "what if they", "what (?:will|would|might) they");
    private static final Pattern DOUBTED = Ticket.words("weird", "shouldn'?t we", "does ?n.t add up", "strange");

    private Debriefing() {}

    static Reaction coach(Case it) {
        return DE_ESCALATION.matcher(it.words()).find()
                ? Reaction.of(it.say("coach"), deEscalation(it))
                : Reaction.of(it.say("coach"), note(it, lesson(it)));
    }

    /// HEARD, step by step, on what this customer said.
    private static Move deEscalation(Case it) {
        var said = Stream.concat(
                        it.course().moves(Move.NoteFacts.class).stream(),
                        FactFinding.note(it).map(Move.NoteFacts.class::cast).stream())
                .flatMap(noted -> noted.facts().stream())
                .map(Move.NoteFacts.Fact::statement)
                .filter(statement -> FELT.matcher(statement).find())
                .findFirst()
                .map(statement -> " \"" + statement.replaceFirst("[.!]+$", "") + "\"")
                .orElse(" what they wrote");
        return new Move.Coach(it.filled(it.part("coaching", "de-escalation").text(), Map.of("theirs", said)));
    }

    static Move.Coach note(Case it, String lesson) {
        return new Move.Coach(it.part("coaching", lesson).text());
    }

    /// The most specific lesson that was not given yet.
    private static String lesson(Case it) {
        var given = it.course().moves(Move.Coach.class).stream()
                .map(Move.Coach::note)
                .toList();
        return lessons(it)
                .filter(lesson -> !given.contains(it.part("coaching", lesson).text()))
                .findFirst()
                .orElse("heard");
    }

    private static Stream<String> lessons(Case it) {
        return Stream.of(
                        lesson(has(it, DOUBTED), "checked"),
                        lesson(has(it, ESCALATED), "escalated"),
                        lesson(it.ticket().isLegal(), "legal"),
                        lesson(it.ticket().isRepeat(), "repeat"),
                        lesson(it.course().tone() == Tone.HUMAN, "tone"),
                        lesson(has(it, ANTICIPATED), "anticipated"),
                        Stream.of("heard"))
                .flatMap(lesson -> lesson);
    }

    static Retrospect lookBack(Case it) {
        var better = Stream.of(
                        lesson(!it.course().has(Move.AnticipateReplies.class), "anticipate"),
                        lesson(isMostlyHearsay(it), "verify"),
                        Stream.of("time"))
                .flatMap(lesson -> lesson)
                .findFirst()
                .orElseThrow();
        var well = Stream.of(
                        lesson(has(it, DOUBTED), "checked"),
                        lesson(has(it, ESCALATED), "escalated"),
                        lesson(it.course().tone() != Tone.STANDARD, "tone"),
                        lesson(it.course().has(Move.AnticipateReplies.class), "anticipated"),
                        lesson(it.ticket().story().length() > 200, "context"),
                        Stream.of("asked"))
                .flatMap(lesson -> lesson)
                .findFirst()
                .orElseThrow();
        var pattern = pattern(it);
        return new Retrospect(
                text(it, "well", well),
                text(it, "better", better),
                text(it, "pattern", pattern),
                text(it, "tip", pattern),
                Author.PLAYBOOK,
                Pointing.at(it.brief(), well, better, pattern),
                Lacking.in(it));
    }

    static Pattern sayingOf(String lesson) {
        return switch (lesson) {
            case "checked" -> DOUBTED;
            case "escalated" -> ESCALATED;
            default -> ANTICIPATED;
        };
    }

    private static String pattern(Case it) {
        if (it.ticket().isLegal()) {
            return "legal";
        }
        if (it.ticket().isRepeat()) {
            return "repeat";
        }
        return List.of("access", "late-return").contains(it.ticket().issue())
                ? it.ticket().issue()
                : "other";
    }

    private static boolean isMostlyHearsay(Case it) {
        var standings = it.course().moves(Move.NoteFacts.class).stream()
                .flatMap(noted -> noted.facts().stream())
                .collect(Collectors.partitioningBy(fact -> fact.standing().equals("verified"), Collectors.counting()));
        return standings.get(true) < standings.get(false);
    }

    private static boolean has(Case it, Pattern pattern) {
        return pattern.matcher(it.ticket().story()).find();
    }

    private static String text(Case it, String page, String heading) {
        return it.part("looking-back", page).part(heading).orElseThrow().text();
    }

    private static Stream<String> lesson(boolean applies, String lesson) {
        return applies ? Stream.of(lesson) : Stream.empty();
    }
}
