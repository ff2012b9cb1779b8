package dev.cowork.session;

import dev.cowork.knowledge.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds in a draft what was taken from texts that are for the team alone: so many words in a row that nobody
/// writes them twice by chance, whatever the case and the punctuation.
final class InternalWords {
    private static final int RUN = 6;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Map<String, Passage> runs = new HashMap<>();

    InternalWords(List<Passage> internal) {
        for (var passage : internal) {
            var words = words(passage.words());
            var length = Math.min(RUN, words.size());
            if (length >= RUN / 2) {
                starts(words, length).forEach(at -> runs.putIfAbsent(run(words, at, length), passage));
            }
        }
    }

    /// @param words as they stand in the draft, in small letters
    record Leak(String words, Passage from) {}

    List<Leak> in(String draft) {
        var words = words(draft);
        var leaks = new ArrayList<Leak>();
        var free = 0;
        for (var at = 0; at < words.size(); at++) {
            for (var length = Math.min(RUN, words.size() - at); at >= free && length >= RUN / 2; length--) {
                var from = runs.get(run(words, at, length));
                if (from != null) {
                    free = at + length;
                    leaks.add(new Leak(run(words, at, length), from));
                }
            }
        }
        return List.copyOf(leaks);
    }

    private static IntStream starts(List<String> words, int length) {
        return IntStream.rangeClosed(0, words.size() - length);
    }

    private static String run(List<String> words, int at, int length) {
        return String.join(" ", words.subList(at, at + length));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(hit -> hit.group())
                .toList();
    }
}
