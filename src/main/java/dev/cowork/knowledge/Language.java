package dev.cowork.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The language of a text, as PostgreSQL calls it, by the small words in it.
final class Language {
    private static final String USUAL = "english";
    private static final Map<String, List<String>> SMALL = Map.of(
            USUAL,
            List.of("the", "and", "of", "to", "is", "are", "with", "for", "not", "be", "we"),
            "german",
            List.of("der", "die", "das", "und", "ist", "nicht", "mit", "ein", "eine", "wir", "wird"),
            "french",
            List.of("le", "la", "les", "et", "est", "une", "des", "pour", "pas", "nous", "dans"),
            "spanish",
            List.of("el", "los", "las", "y", "es", "una", "para", "por", "con", "se", "del"));

    private Language() {}

    static String of(String text) {
        var words = Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\P{L}+"));
        var best = USUAL;
        var most = count(words, USUAL);
        for (var language : SMALL.keySet()) {
            var number = count(words, language);
            if (number > most) {
                best = language;
                most = number;
            }
        }
        return best;
    }

    private static long count(List<String> words, String language) {
        var small = SMALL.getOrDefault(language, List.of());
        return words.stream().filter(small::contains).count();
    }
}
