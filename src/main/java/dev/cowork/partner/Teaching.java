package dev.cowork.partner;

import dev.cowork.playbook.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Teaches by asking: what it takes to decide, then the goal, then two ways to say it, then the agent's own words.
final class Teaching {
    private static final String ARROW = " => ";
    private static final String GOAL = "Which outcome do you want, for the customer and for us?";
    private static final String OPENING = "What would you say first, to open the message?";
    private static final Pattern BETTER =
            Pattern.compile("\\b(?:option |approach |the )?(?:b|2|second|latter)\\b", Pattern.CASE_INSENSITIVE);

    private Teaching() {}

    static Reaction next(Case it) {
        var page = it.part("training", it.ticket().issue(), "other");
        if (!it.course().has(Move.AskQuestions.class)) {
            return Reaction.of(it.say("teach-first"), new Move.AskQuestions(toThinkOf(it, page)));
        }
        if (!it.course().hasAsked(GOAL)) {
            return Reaction.of(it.say("teach-goal"), new Move.AskQuestions(List.of(GOAL)));
        }
        if (!it.course().has(Move.OfferApproaches.class)) {
            return Reaction.of(
                    it.say("teach-choose"),
                    new Move.OfferApproaches(List.of(
                            option("Option A", page.part("option").orElseThrow()),
                            option("Option B", page.part("better").orElseThrow()))));
        }
        if (!it.course().hasAsked(OPENING)) {
            return chosen(it);
        }
        return Reaction.of(it.say("teach-own"))
                .and(Drafting.first(it).moves().stream())
                .and(Stream.of(Debriefing.note(it, "heard")));
    }

    private static Reaction chosen(Case it) {
        var opening = new Move.AskQuestions(List.of(OPENING));
        return BETTER.matcher(it.words()).find()
                ? Reaction.of(it.say("teach-open"), opening, Debriefing.note(it, "advocate"))
                : Reaction.of(it.say("teach-other"), opening);
    }

    /// What would be an answer to each question to think of.
    static Map<String, Pattern> answers(Case it) {
        return it.part("training", it.ticket().issue(), "other").part("think").orElseThrow().items().stream()
                .collect(Collectors.toMap(
                        line -> line.substring(line.indexOf(ARROW) + ARROW.length()),
                        line -> Ticket.pattern(line.substring(0, line.indexOf(ARROW))),
                        (one, _) -> one));
    }

    private static List<String> toThinkOf(Case it, Page.Part page) {
        var lines = page.part("think").orElseThrow().items();
        var open = lines.stream()
                .filter(line -> !Ticket.pattern(line.substring(0, line.indexOf(ARROW)))
                        .matcher(it.ticket().story())
                        .find())
                .toList();
        return (open.isEmpty() ? lines : open)
                .stream()
                        .map(line -> line.substring(line.indexOf(ARROW) + ARROW.length()))
                        .toList();
    }

    private static Move.OfferApproaches.Approach option(String title, Page.Part part) {
        return new Move.OfferApproaches.Approach(title, part.text(), part.marked("+ "), part.items(), "", "");
    }
}
