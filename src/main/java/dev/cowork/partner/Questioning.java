package dev.cowork.partner;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is still missing of what the opening's template asks for, as questions.
final class Questioning {
    private static final int MOST = 5;
    /// Below this, a text is a cry for help and no case.
    private static final int SHORTEST_STORY = 120;

    private static final Map<String, Pattern> TOLD = Map.ofEntries(
            Map.entry(
                    "want",
                    Ticket.words(
                            "wants?",
                            "asking",
                            "asks?",
                            "demand\\w*",
                            "would like",
                            "request\\w*",
                            "expects?",
                            "refund",
                            "replacement",
                            "threat\\w*")),
            Map.entry(
                    "history",
                    Ticket.words(
                            "first",
                            "again",
                            "twice",
                            "second",
                            "2nd",
                            "third",
                            "3rd",
                            "before",
                            "previous\\w*",
                            "loyal",
                            "regular",
                            "since \\d{4}",
                            "years?")),
            Map.entry(
                    "mood",
                    Ticket.words(
                            "furious",
                            "angry",
                            "upset",
                            "threat\\w*",
                            "disappoint\\w*",
                            "frustrat\\w*",
                            "lawsuits?",
                            "reviews?",
                            "calm",
                            "polite")),
            Map.entry(
                    "started",
                    Ticket.words(
                            "since", "started", "began", "yesterday", "today", "ago", "after the update", "\\w+day")),
            Map.entry("tried", Ticket.words("tried", "reset", "restarted", "checked", "cleared", "reinstalled")),
            Map.entry("others", Ticket.words("others?", "everybody", "everyone", "only (?:this|one|they|him|her)")),
            Map.entry("seen", Ticket.words("account shows", "system", "logs?", "active", "locked", "tracking")),
            Map.entry("policy", Ticket.words("policy", "policies", "rules?", "\\d+ days")),
            Map.entry("precedent", Ticket.words("precedent", "others", "last time", "same before")),
            Map.entry("relationship", Ticket.words("years?", "partner", "vip", "account manager", "since \\d{4}")),
            Map.entry(
                    "deadline",
                    Ticket.words("by \\w+day", "tomorrow", "deadline", "today", "until", "before \\w+", "for \\w+day")),
            Map.entry(
                    "authority", Ticket.words("authority", "my limit", "i can (?:approve|grant|offer|give)", "i may")),
            Map.entry(
                    "promised",
                    Ticket.words("promised", "we (?:said|told|offered)", "already offered", "apologi[sz]ed")),
            Map.entry("cause", Ticket.words("because", "cause", "carrier", "packaging", "packing")),
            Map.entry("thoughts", Ticket.words("i would", "i'?d", "i think", "maybe i", "should i", "my first")));

    private Questioning() {}

    /// Whether the case is too thin to give advice on.
    static boolean isPoor(Case it) {
        var story = story(it);
        return !isTold(it, "happened")
                || (story.length() < SHORTEST_STORY
                        && slots(it).stream().filter(slot -> isTold(it, slot)).count() < 2);
    }

    /// What nobody's template asks for and would change the answer; at most two, and none twice.
    static List<String> clarifying(Case it) {
        return it.part("questions", "clarify").items().stream()
                .filter(line -> !isTold(it, slot(line)))
                .map(Questioning::question)
                .filter(question -> !it.course().hasAsked(question))
                .limit(2)
                .toList();
    }

    /// What is missing and was not asked yet, most useful first.
    static List<String> open(Case it) {
        return it.part("questions", it.ticket().opening(), "text").items().stream()
                .filter(line -> !isTold(it, slot(line)))
                .map(Questioning::question)
                .filter(question -> !it.course().hasAsked(question))
                .limit(MOST)
                .toList();
    }

    /// What would be an answer to each question of the template.
    static Map<String, Pattern> answers(Case it) {
        return it.part("questions", it.ticket().opening(), "text").items().stream()
                .filter(line -> TOLD.containsKey(slot(line)))
                .collect(Collectors.toMap(Questioning::question, line -> TOLD.get(slot(line)), (one, _) -> one));
    }

    private static List<String> slots(Case it) {
        return it.part("questions", it.ticket().opening(), "text").items().stream()
                .map(Questioning::slot)
                .toList();
    }

    private static boolean isTold(Case it, String slot) {
        return switch (slot) {
            case "happened" -> !it.ticket().issue().equals("other") || story(it).length() >= SHORTEST_STORY;
            case "value" -> it.ticket().price().isPresent();
            // Our own settings say what the agent may grant.
            case "authority" ->
                !it.brief().authority().isBlank()
                        || TOLD.get(slot).matcher(story(it)).find();
            default -> TOLD.get(slot).matcher(story(it)).find();
        };
    }

    private static String story(Case it) {
        return it.ticket().story();
    }

    private static String slot(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    private static String question(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }
}
