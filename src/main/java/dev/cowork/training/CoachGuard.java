package dev.cowork.training;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whether what the partner says as the coach stays on its rung.
final class CoachGuard {
    private static final int TELLING = 5;

    private CoachGuard() {}

    /// A line gives a secret away that repeats five of its words on end, unless the coach was told to say those.
    static boolean givesAway(String line, Lesson.Next next) {
        var said = " " + plain(line) + " ";
        var allowed = " " + plain(next.words()) + " ";
        return next.secret().stream()
                .flatMap(secret -> runs(plain(secret)))
                .anyMatch(run -> said.contains(" " + run + " ") && !allowed.contains(" " + run + " "));
    }

    private static Stream<String> runs(String text) {
        var words = text.split(" ");
        return IntStream.rangeClosed(0, words.length - TELLING)
                .mapToObj(at -> String.join(" ", List.of(words).subList(at, at + TELLING)));
    }

    /// Whether it still asks what it was to ask.
    static boolean keepsQuestions(String line, Lesson.Next next) {
        var said = plain(line);
        return next.words()
                .lines()
                .flatMap(text -> Signs.sentences(text).stream())
                .filter(sentence -> sentence.endsWith("?"))
                .map(CoachGuard::plain)
                .allMatch(said::contains);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
