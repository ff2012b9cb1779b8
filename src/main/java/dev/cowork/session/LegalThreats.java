package dev.cowork.session;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds where somebody threatens with legal steps.
final class LegalThreats {
    private static final Pattern WORDS = GuardFile.words(GuardFile.lines("legal-threats.txt"));
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\R+");

    private LegalThreats() {}

    /// The first sentence that does; empty where none does.
    static Optional<String> in(List<String> texts) {
        return texts.stream()
                .flatMap(SENTENCE::splitAsStream)
                .map(String::strip)
                .filter(sentence -> WORDS.matcher(sentence).find())
                .findFirst();
    }
}
