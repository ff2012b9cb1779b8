package dev.cowork.partner;

import dev.cowork.partner.Move.NoteFacts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Takes the facts out of what the agent says, sentence by sentence, and says how sure they are by how they are told.
final class FactFinding {
    private static final int MOST = 8;
    private static final int LONGEST = 200;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\R+|;\\s+");
    private static final Pattern NO_FACT = Pattern.compile(
            "^(?:let'?s|i need|can you|could you|please|what|how|should|hi\\b|hello|help|yes|perfect|good|great|draft|now|definitely|i'?m new|make|i want to|i have an?|this is (?:good|fine|great)|getting)\\b.*|.*\\?$|.*\\bhelp me\\b.*",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> STANDING_OF_LABEL =
            Map.of("WHAT I'VE TRIED", "tried", "WHAT I DON'T KNOW", "unknown");
    private static final List<Rule> RULES = List.of(
            new Rule("unknown", "don'?t know|not sure|unclear|unknown|no idea|can'?t tell"),
            new Rule(
                    "verified",
                    "account shows|system shows|i (?:see|saw|checked|looked|found)|tracking|logged|it says|knowledge base|our policy|policy (?:says|is)|last login|i can (?:approve|grant)|verified|confirmed"),
            new Rule("tried", "tried|reset|restarted|reinstalled|cleared|checked (?:the )?spam|they checked"),
            new Rule(
                    "customer_said",
                    "says?|said|claims?|swears?|wants?|demand\\w*|threat\\w*|talking about|asks?|asking|told|insists?|feels?|furious|angry"),
            new Rule("customer_said", "^(?:they|he|she|the customer|customer)\\b.*"));

    private record Rule(String standing, Pattern pattern) {
        Rule(String standing, String pattern) {
            this(standing, Ticket.words(pattern));
        }
    }

    private FactFinding() {}

    /// The facts in the latest words, at the first answer also those of the form, without what was noted before.
    static Optional<Move> note(Brief brief, Course course) {
        var facts = new ArrayList<Fact>();
        if (course.isFirst()) {
            brief.situation().stream()
                    .filter(field -> !field.label().equals("GOAL"))
                    .forEach(field -> read(field.text(), STANDING_OF_LABEL.getOrDefault(field.label(), ""), facts));
        }
        if (!Decided.isIn(brief.words())) {
            read(brief.words(), "", facts);
        }
        var known = course.moves(Move.NoteFacts.class).stream()
                .flatMap(noted -> noted.facts().stream())
                .map(Fact::statement)
                .toList();
        var fresh = facts.stream()
                .filter(fact -> !known.contains(fact.statement()))
                .distinct()
                .limit(MOST)
                .toList();
        return fresh.isEmpty() ? Optional.empty() : Optional.of(new Move.NoteFacts(fresh));
    }

    private static void read(String text, String standing, List<Fact> facts) {
        for (var part : SENTENCE.split(text)) {
            var sentence = part.strip().replaceFirst("^[-*•>\"]+\\s*", "").strip();
            if (sentence.split("\\s+").length < 3
                    || sentence.length() > LONGEST
                    || NO_FACT.matcher(sentence).matches()) {
                continue;
            }
            facts.add(new Fact(standing.isEmpty() ? standing(sentence) : standing, sentence));
        }
    }

    private static String standing(String sentence) {
        return RULES.stream()
                .filter(rule -> rule.pattern().matcher(sentence).find())
                .map(Rule::standing)
                .findFirst()
                .orElse("assumed");
    }
}
