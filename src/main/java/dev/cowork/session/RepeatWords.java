package dev.cowork.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds where somebody tells of a second failure, and reads whether a draft answers one well; see `guard/repeat.txt`.
final class RepeatWords {
    private static final Map<String, List<String>> FILE = GuardFile.sections("repeat.txt");
    private static final Pattern REPEAT = GuardFile.words(FILE.get("REPEAT"));
    private static final Pattern NO_REPEAT = GuardFile.words(FILE.get("NO_REPEAT"));
    private static final Pattern APOLOGY = GuardFile.words(FILE.get("APOLOGY"));
    private static final Pattern PLAN = GuardFile.words(FILE.get("PLAN"));
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\R+");

    private RepeatWords() {}

    /// The first sentence that tells of one; a question is none.
    static Optional<String> in(String story) {
        return SENTENCE.splitAsStream(story)
                .map(String::strip)
                .filter(sentence -> !sentence.endsWith("?"))
                .filter(sentence -> REPEAT.matcher(NO_REPEAT.matcher(sentence).replaceAll(""))
                        .find())
                .findFirst();
    }

    /// Whether a draft is sorry before it says who stays on it or what there is to choose.
    static boolean isSorryFirst(String draft) {
        var sorry = first(APOLOGY, draft);
        var plan = first(PLAN, draft);
        return sorry.isPresent() && (plan.isEmpty() || sorry.getAsInt() < plan.getAsInt());
    }

    private static OptionalInt first(Pattern words, String text) {
        return Stream.of(words.matcher(text.replace('’', '\'')))
                .filter(it -> it.find())
                .mapToInt(it -> it.start())
                .findFirst();
    }
}
