package dev.cowork.session;

import java.util.Locale;

/// How much of one text is in another, word by word: 100 where they say the same, 0 where they share nothing.
/// Counted as the words that must be put in, taken out or exchanged, of those of the longer text; capitals and
/// punctuation aside.
final class Closeness {
    /// A draft is shorter; what is beyond would only cost time.
    private static final int MOST_WORDS = 1_000;

    private Closeness() {}

    static int inHundredths(String one, String other) {
        var from = words(one);
        var to = words(other);
        var longer = Math.max(from.length, to.length);
        return longer == 0 ? 100 : Math.round(100f * (longer - distance(from, to)) / longer);
    }

    private static String[] words(String text) {
        var words = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return words.isEmpty() ? new String[0] : words.split(" ", MOST_WORDS);
    }

    private static int distance(String[] from, String[] to) {
        var above = new int[to.length + 1];
        for (int column = 0; column <= to.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length; row++) {
            var now = new int[to.length + 1];
            now[0] = row;
            for (int column = 1; column <= to.length; column++) {
                var exchanged = above[column - 1] + (from[row - 1].equals(to[column - 1]) ? 0 : 1);
                now[column] = Math.min(exchanged, 1 + Math.min(above[column], now[column - 1]));
            }
            above = now;
        }
        return above[to.length];
    }
}
