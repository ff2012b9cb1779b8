package dev.cowork.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a file is for. Policies and articles are found and cited; the others are about how we write.
enum KnowledgeKind {
    POLICY("Policy", "policy", "policies"),
    ARTICLE("Article", "article", "articles"),
    TONE("Tone of voice", "tone", "voice"),
    EXAMPLE("Example of a good answer", "example", "examples"),
    FORBIDDEN("Forbidden words", "forbidden", "forbidden-words");

    private final String shown;
    private final List<String> words;

    KnowledgeKind(String shown, String... words) {
        this.shown = shown;
        this.words = List.of(words);
    }

    String shown() {
        return shown;
    }

    String word() {
        return words.getFirst();
    }

    boolean isFound() {
        return this == POLICY || this == ARTICLE;
    }

    static Optional<KnowledgeKind> of(String word) {
        var plain = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.words.contains(plain))
                .findFirst();
    }

    /// By the folders and the name of a file, as in `policies/returns.md` or `tone.md`; an article where they say
    /// nothing.
    static KnowledgeKind byPath(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> part.replaceFirst("\\.[A-Za-z]+$", ""))
                .flatMap(part -> of(part).stream())
                .findFirst()
                .orElse(ARTICLE);
    }

    static String accepted() {
        return String.join(
                ", ", Arrays.stream(values()).map(KnowledgeKind::word).toList());
    }
}
