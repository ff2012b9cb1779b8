package dev.cowork.partner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the agent wants of the partner with their latest words.
enum Wish {
    REVISE,
    COMPARE,
    OPINION,
    AUTHORITY,
    REMEDY,
    ESCALATE,
    ANTICIPATE,
    COACH,
    CHOOSE,
    DRAFT,
    OPTIONS,
    THANKS,
    TALK;

    /// Asked for in this order: the first that fits is meant.
    private static final Map<Wish, Pattern> SAID = Map.ofEntries(
            Map.entry(COMPARE, words("pros and cons", "advantages and disadvantages", "trade-?offs?")),
            Map.entry(
                    OPINION,
                    words(
                            "driving (?:their|his|her|the customer|this|them)",
                            "why (?:are|is) (?:they|he|she|the customer) (?:so |this )?(?:angry|upset|furious|frustrated|mad)",
                            "(?:behind|cause of|reason for) (?:their|his|her) (?:anger|frustration|reaction)")),
            Map.entry(
                    AUTHORITY,
                    words(
                            "i (?:can|may|could|am allowed to) (?:approve|grant|authori[sz]e)\\b",
                            "my (?:limit|authority) is")),
            Map.entry(
                    REMEDY,
                    words(
                            "compensation package",
                            "what (?:compensation|package|amount)",
                            "how much (?:should|can|could|do) (?:we|i)",
                            "(?:suggest|propose|recommend|request|plan|ask for) .{0,40}(?:compensation|refund|credit|package|replacement|discount|voucher|gesture|exception)",
                            "(?:let'?s|i(?:'d| would) like to|can we|could we|should we|shall we|we should|i want to) (?:offer|give|refund|credit|replace|compensate)\\b.*")),
            Map.entry(
                    ESCALATE,
                    words(
                            "escalate",
                            "escalation",
                            "involve (?:legal|management|my supervisor|a supervisor)",
                            "hand (?:it|this) over")),
            Map.entry(
                    ANTICIPATE,
                    words(
                            "anticipate\\w*",
                            "(?:what|how) (?:will|would|might|could) (?:they|he|she|the customer)\\b.*(?:say|reply|answer|ask|come|do|respond|react|take)",
                            "what if (?:they|he|she|the customer)",
                            "(?:say|reply|answer|respond|come back with) next",
                            "follow-?up questions?",
                            "push ?back")),
            Map.entry(
                    COACH,
                    words(
                            "coach\\w*",
                            "how (?:did|am) i\\b.*",
                            "what (?:did|could|should) i (?:do|have done) (?:well|better)\\b.*",
                            "feedback",
                            "de-?escalation (?:tips?|tactics?|advice)")),
            Map.entry(
                    CHOOSE,
                    words(
                            "let'?s (?:take|go with|choose)",
                            "take approach \\d",
                            "i(?:'d| would) go with",
                            "option [a-d1-4]\\b",
                            "approach \\d")),
            Map.entry(
                    DRAFT,
                    words(
                            "draft\\w*",
                            "(?:write|compose) .{0,40}(?:reply|response|e-?mail|mail|message|answer|something|it|that)",
                            "holding (?:reply|response|message)",
                            "what (?:do|should|can|could) i (?:say|write|reply|answer|tell)\\b.*")),
            Map.entry(
                    OPTIONS,
                    words(
                            "options?",
                            "alternatives?",
                            "approach(?:es)?",
                            "pros and cons",
                            "what(?:'s| is) (?:our|the) (?:play|best)\\b.*",
                            "what (?:do|would) you (?:think|suggest|recommend)",
                            "what should (?:we|i) do",
                            "ways")));
    private static final List<Wish> ORDER =
            List.of(OPINION, COMPARE, REMEDY, ANTICIPATE, COACH, ESCALATE, CHOOSE, DRAFT, OPTIONS, AUTHORITY);
    private static final Pattern YES = Pattern.compile(
            "^\\W*(?:yes|yeah|sure|please do|go ahead|do it|sounds good)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NICE = Pattern.compile(
            "^\\W*(?:thanks?|thank you|great|perfect|smart|ok(?:ay)?|good|will do|on it|getting)\\b.{0,40}$",
            Pattern.CASE_INSENSITIVE);

    /// Whether such words tell something about the case, rather than ask for something.
    boolean tellsFacts() {
        return switch (this) {
            case TALK, DRAFT, ESCALATE, OPTIONS, REMEDY, AUTHORITY -> true;
            case REVISE, COMPARE, OPINION, ANTICIPATE, COACH, CHOOSE, THANKS -> false;
        };
    }

    static Wish of(String words, boolean hasDraft) {
        var tone = Tone.wishedFor(words);
        if (tone.isPresent() && (hasDraft || SAID.get(DRAFT).matcher(words).find())) {
            return hasDraft ? REVISE : DRAFT;
        }
        if (Leading.wishedFor(words).isPresent()) {
            return hasDraft ? REVISE : DRAFT;
        }
        var asked = ORDER.stream()
                .filter(wish -> SAID.get(wish).matcher(words).find())
                .findFirst();
        return asked.orElseGet(() -> Optional.of(words)
                .filter(it -> YES.matcher(it).matches() && it.length() < 60)
                .map(_ -> DRAFT)
                .orElse(NICE.matcher(words).matches() ? THANKS : TALK));
    }

    private static Pattern words(String... words) {
        return Pattern.compile("\\b(?:" + String.join("|", words) + ")", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
