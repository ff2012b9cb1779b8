package dev.cowork.partner;

import dev.cowork.partner.Move.NoteFacts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes the facts out of what the agent says, sentence by sentence, and says how sure they are by how they are told.
final class FactFinding {
    private static final int MOST = 8;
    private static final int LONGEST = 200;
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\R+|;\\s+|\\s/\\s");
    /// A sentence that asks the partner for something, or is about the agent and not about the case.
    private static final Pattern NO_FACT = Pattern.compile(
            "^(?:let'?s|i need|can you|could you|please|what|how|should|hi\\b|hello|help|here'?s|yes|perfect|good,|good$|great|draft|write|compose|quick|ignore|disregard|forget|nobody|do not|don'?t|never mind|tell|give me|show me|explain|suggest|act|pretend|coach|rewrite|revise|shorten|you|thanks?|thank you|ok(?:ay)?|now (?:let|make|draft|write|please|we)|definitely|i'?m (?:new|thinking)|make|i want to|i would|i'?d|i think|maybe|i have an?|this is (?:good|fine|great)|getting)\\b.*"
                    + "|.*[?:]$|.*\\bhelp me\\b.*"
                    + "|.*\\b(?:i (?:can|may|could|am allowed to) (?:approve|grant|offer|give|authori[sz]e|refund|credit)|my (?:authority|limit|budget))\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> NO_FACTS_IN =
            Set.of("GOAL", "CONSIDERATIONS", "MY FIRST THOUGHTS", "WHAT I WANT TO PRACTISE");
    private static final Map<String, String> STANDING_OF_LABEL =
            Map.of("WHAT I'VE TRIED", "tried", "WHAT I DON'T KNOW", "unknown");
    private static final List<Rule> RULES = List.of(
            new Rule("unknown", "don'?t know|not sure|unclear|unknown|no idea|can'?t tell"),
            new Rule(
                    "customer_said",
                    "^(?:they|he|she|the customer|customer) (?:also )?(?:says?|said|claims?|swears?|insists?|told)"),
            new Rule("assumed", "our (?:policy|policies|rules?)|policy (?:says|is)"),
            new Rule(
                    "verified",
                    "account shows|system shows|i (?:see|saw|checked|looked|found)|tracking|logged|it says|knowledge base|last login|verified|confirmed"),
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

    /// The facts in the latest words, at the first answer also those of the form, without what was noted before. Each
    /// says which question it answers, if it answers one.
    static Optional<Move> note(Case it) {
        var brief = it.brief();
        var course = it.course();
        var facts = new ArrayList<Fact>();
        if (course.isFirst()) {
            brief.situation().stream()
                    .filter(field -> !NO_FACTS_IN.contains(field.label()))
                    .forEach(field -> read(field.text(), STANDING_OF_LABEL.getOrDefault(field.label(), ""), facts));
        }
        read(Spoken.in(brief.words()), "", facts);
        var known = course.moves(Move.NoteFacts.class).stream()
                .flatMap(noted -> noted.facts().stream())
                .map(Fact::statement)
                .toList();
        var fresh = facts.stream()
                .filter(fact -> !known.contains(fact.statement()))
                .distinct()
                .limit(MOST)
                .toList();
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new Move.NoteFacts(Expected.of(it).told(fresh)));
    }

    private static void read(String text, String standing, List<Fact> facts) {
        for (var part : SENTENCE.split(text)) {
            var line = part.strip();
            var sentence = line.replaceFirst("^[-*•>\"]+\\s*", "").strip();
            // A line of a list may be as short as "arrived damaged".
            var least = sentence.equals(line) && !text.contains(" / ") ? 3 : 2;
            if (sentence.split("\\s+").length < least
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
