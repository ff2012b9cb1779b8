package dev.cowork.insight;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether two questions ask for the same. By the letters in threes that their words share, as PostgreSQL's `pg_trgm`
/// counts them, or by the words themselves whatever their order and endings.
final class Alike {
    private static final double LETTERS = 0.65;
    private static final double WORDS = 0.6;
    private static final int LEAST_WORDS = 2;
    private static final int STEM = 5;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Set<String> COMMON = Set.of(
            "a",
            "an",
            "the",
            "is",
            "are",
            "do",
            "does",
            "we",
            "i",
            "can",
            "may",
            "how",
            "what",
            "when",
            "which",
            "who",
            "why",
            "where",
            "it",
            "to",
            "of",
            "for",
            "in",
            "on",
            "and",
            "or",
            "if",
            "customer",
            "customers",
            "about",
            "there",
            "no",
            "not",
            "says",
            "nothing",
            "knowledge",
            "base",
            "policy",
            "article",
            "after",
            "with",
            "at",
            "be",
            "by",
            "from");

    private Alike() {}

    static boolean are(String one, String other) {
        return shared(trigrams(one), trigrams(other)) >= LETTERS || sharesWords(stems(one), stems(other));
    }

    private static boolean sharesWords(Set<String> one, Set<String> other) {
        return Math.min(one.size(), other.size()) >= LEAST_WORDS && shared(one, other) >= WORDS;
    }

    /// How many telling words two texts share, whatever their endings.
    static long shared(String one, String other) {
        var theirs = stems(other);
        return stems(one).stream().filter(theirs::contains).count();
    }

    /// The words that tell a question from others, in lower case.
    static List<String> words(String question) {
        return WORD.matcher(question.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group())
                .filter(word -> word.length() > 1 && !COMMON.contains(word))
                .distinct()
                .toList();
    }

    private static Set<String> stems(String question) {
        return words(question).stream()
                .map(word -> word.length() > STEM ? word.substring(0, STEM) : word)
                .collect(Collectors.toSet());
    }

    private static Set<String> trigrams(String question) {
        var found = new HashSet<String>();
        WORD.matcher(question.toLowerCase(Locale.ROOT)).results().forEach(word -> {
            var padded = "  " + word.group() + " ";
            for (var at = 0; at + 3 <= padded.length(); at++) {
                found.add(padded.substring(at, at + 3));
            }
        });
        return found;
    }

    private static double shared(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(other);
        var all = new HashSet<>(one);
        all.addAll(other);
        return all.isEmpty() ? 0 : both.size() / (double) all.size();
    }
}
