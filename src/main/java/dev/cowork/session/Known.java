package dev.cowork.session;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What need not be asked, because the ledger or an earlier answer has it.
///
/// @param facts the ledger
/// @param asked what was asked before, answered or not
record Known(List<Fact> facts, List<AskedQuestion> asked) {
    private static final double SAME = 0.8;
    private static final double MOSTLY = 0.6;
    /// A question that asks for a number, and what answers one.
    private static final Pattern ASKS_NUMBER = Pattern.compile(
            "\\b(?:how (?:much|many|long|often)|when|which date|what (?:date|amount|price|number|time)|order number)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d");

    /// Whether the question would ask again what is known, or what is still asked above.
    boolean covers(String question) {
        var stems = Wording.stems(question);
        return asked.stream().anyMatch(it -> isSame(it, question))
                || facts.stream().anyMatch(fact -> answers(fact, stems, question));
    }

    /// What is known to be missing is asked before everything else.
    List<String> unknownFirst(List<String> questions) {
        var unknown = facts.stream()
                .filter(fact -> fact.standing() == Standing.UNKNOWN)
                .map(fact -> Wording.stems(fact.statement()))
                .toList();
        return questions.stream()
                .sorted(Comparator.comparing(question -> {
                    var stems = Wording.stems(question);
                    return unknown.stream().noneMatch(it -> Wording.share(it, stems) >= MOSTLY);
                }))
                .toList();
    }

    private static boolean isSame(AskedQuestion asked, String question) {
        if (Wording.plain(asked.words()).equals(Wording.plain(question))) {
            return true;
        }
        var one = Wording.stems(asked.words());
        var other = Wording.stems(question);
        return Math.min(one.size(), other.size()) >= 3
                && Wording.share(one, other) >= SAME
                && Wording.share(other, one) >= SAME;
    }

    /// Only what somebody said or saw is an answer, and only where it says more than was asked.
    private static boolean answers(Fact fact, Set<String> question, String words) {
        var isKnown = switch (fact.standing()) {
            case VERIFIED, CUSTOMER_SAID, TRIED, RULED_OUT -> true;
            case ASSUMED, UNKNOWN -> false;
        };
        return isKnown
                && question.size() >= 2
                && Wording.share(question, Wording.stems(fact.statement())) == 1
                && (!ASKS_NUMBER.matcher(words).find()
                        || NUMBER.matcher(fact.statement()).find());
    }
}
